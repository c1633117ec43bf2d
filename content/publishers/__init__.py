"""Places where articles appear: one file each behind `publisher.py`, listed in one table."""

from content.publishers.publisher import Publisher
from content.publishers.static import NAME as STATIC
from content.publishers.static import StaticSite

PUBLISHERS: dict[str, type[Publisher]] = {STATIC: StaticSite}
