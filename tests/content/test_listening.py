"""What a shop says of the web in shop.toml is read, and a slip of the pen is one line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content import listening
from content.errors import ShopError
from content.ledger.ledger import read_ledger
from content.listening import Listening
from content.seeds import EACH, seeds
from content.shop import load_shop
from seo.records import Signal, SignalKind
from seo.services.service import Ask, Errand, Heard, Service
from seo.web.answers import Answer

SHOP = """\
name = "Hollow Lane"

[[markets]]
locale = "en-GB"
currency = "GBP"

[[markets]]
locale = "de-DE"
currency = "EUR"

"""


class Bell(Service):
    """A service with a name."""

    name = "bell"
    licence = "open"
    terms = "https://bell.example/terms"

    def errands(self, ask: Ask) -> Iterator[Errand]:
        yield from ()

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        return Heard()


@pytest.fixture(autouse=True)
def _services(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "SERVICES", {"bell": Bell, "searxng": Bell})


def read(tmp_path: Path, table: str) -> Listening:
    (tmp_path / "shop.toml").write_text(SHOP + table, encoding="utf-8")
    return load_shop(tmp_path).listening


def test_nothing_is_asked_of_the_web_unless_the_shop_says_so(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Listening()
    assert read(tmp_path, "[listen]\nbell = false\n").services == {}


def test_a_service_is_switched_on_by_its_name_with_what_it_wants_to_know(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '[listen]\nbell = ["a", "b"]\nsearxng = "http://127.0.0.1:8888"\ndeadline_s = 60\n'
        '[listen.seeds]\nde = ["vorhang"]\n[listen.columns]\nAnliegen = "question"\n',
    )
    assert found == Listening(
        {"bell": ("a", "b"), "searxng": ("http://127.0.0.1:8888",)},
        {"de": ("vorhang",)}, {"Anliegen": "question"}, frozenset({"127.0.0.1:8888"}), 60,
    )  # fmt: skip
    assert read(tmp_path, "[listen]\nbell = true\n").services == {"bell": ()}


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("bel = true", "key 'listen': 'bel' is no service; did you mean 'bell'?"),
        ("wikipedya = true", "key 'listen': 'wikipedya' is no service (known: bell, columns, deadline_s, hosts, searxng, seeds)"),
        ("deadline_s = -1", "key 'listen.deadline_s'"),
        ("bell = 3", "key 'listen': bell: write true, false, a text or a list of texts"),
        ('seeds = {it = ["tende"]}', "key 'listen': seeds.it: one of en, es, fr, de, ar, ja is needed"),
        ('columns = {Anliegen = "wish"}', "key 'listen': columns.Anliegen: 'wish' is no role (known: "),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_one_line(tmp_path: Path, table: str, says: str) -> None:
    with pytest.raises(ShopError) as error:
        read(tmp_path, f"[listen]\n{table}\n")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_the_phrases_are_the_shops_own_else_its_categories_and_what_is_searched_most(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text(
        "sku,title,category\nA,Dusk,blackout-curtains\nB,Night,blackout-curtains\nC,Brook,electric-kettles\n"
    )
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
    shop = load_shop(tmp_path)
    ledger = read_ledger(shop)
    heard = [
        Signal(str(number), text, SignalKind.QUERY, "console", "de", 1.0, impressions=views)
        for number, (text, views) in enumerate(
            [("vorhang waschen", 10), ("vorhang kürzen", 90), ("Wasserkocher", 5)]
        )
    ]
    found = seeds(shop.listening, ledger, heard)
    assert [seed.text for seed in found if seed.market.language == "en"] == [
        "blackout curtains",
        "electric kettles",
    ]
    german = [seed.text for seed in found if seed.market.language == "de"]
    assert german[0].casefold() == "verdunkelungsvorhänge"
    assert german[2:] == [
        "vorhang kürzen",
        "vorhang waschen",
    ]  # the kettle stands there already, as a category
    assert found[0].market.language == "en" and found[1].market.language == "de"  # in turns
    named = seeds(Listening(seeds={"de": tuple(f"wort {n}" for n in range(40))}), ledger, heard)
    assert sum(seed.market.language == "de" for seed in named) == EACH
