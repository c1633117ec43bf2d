"""What a country says of a shop that said nothing: its currency and its time zone, where there is only one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.numbers import get_territory_currencies

_WINTER, _SUMMER = datetime(2026, 1, 15, 12), datetime(2026, 7, 15, 12)  # noqa: DTZ001  in the zone's own hours
UTC = "UTC"


def country_of(locale: str) -> str:
    """`DE` of `de-DE`; empty when a locale names none."""
    return locale.replace("_", "-").partition("-")[2].upper()


def only_currency(country: str) -> str:
    """The currency people pay with in a country; empty where several are usual (`PA`), or none is known."""
    found = get_territory_currencies(country) if country else []
    return found[0] if len(found) == 1 else ""


def only_zone(country: str) -> str:
    """The time zone of a country; UTC where clocks differ inside it (`ES`: the Canaries), or none is known."""
    zones: list[str] = get_global("territory_zones").get(country, [])
    return zones[0] if zones and len({_hours(zone) for zone in zones}) == 1 else UTC


def _hours(zone: str) -> tuple[object, object]:
    """How far from UTC in winter and in summer: Busingen's clock is Berlin's."""
    there = ZoneInfo(zone)
    return _WINTER.replace(tzinfo=there).utcoffset(), _SUMMER.replace(tzinfo=there).utcoffset()
