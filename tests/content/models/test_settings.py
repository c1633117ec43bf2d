"""Roles and limits as shop.toml says them; what could hold a key is refused."""

from pathlib import Path

import pytest

from content.errors import ShopError
from content.models.limits import Limits
from content.shop import load_shop

SHOP = 'name = "Hollow Lane"\n\n[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n\n'
WRITER = '[writer]\nurl = "https://api.deepseek.com/v1"\nmodel = "deepseek-flash"\n'


def shop(folder: Path, text: str) -> Path:
    (folder / "shop.toml").write_text(SHOP + text, encoding="utf-8")
    return folder


def test_a_role_has_its_price_from_the_list_or_from_the_shop(tmp_path: Path) -> None:
    role = load_shop(shop(tmp_path, WRITER)).writer
    assert role is not None
    assert (role.context, role.reasoning) == (8192, 0)
    assert role.known_price is not None
    assert role.known_price.source.startswith("https://")
    own = load_shop(shop(tmp_path, WRITER + "price_in = 0.1\nprice_out = 0.2\ncontext = 64000\n")).writer
    assert own is not None
    assert own.known_price is not None
    assert (own.known_price.tokens_in, own.known_price.source, own.context) == (0.1, "shop.toml", 64000)


def test_limits_are_those_of_models_and_nothing_runs_away_without(tmp_path: Path) -> None:
    assert load_shop(shop(tmp_path, WRITER)).models.limits == Limits(article_tokens=200_000)
    text = "[models]\narticle_usd = 0.10\nweek_usd = 2\narticle_tokens = 60000\nat_once = 8\ntry_s = 500\n"
    found = load_shop(shop(tmp_path, text)).models
    assert found.limits == Limits(100_000, 2_000_000, 60_000)
    assert (found.at_once, found.patience.try_s, found.patience.deadline_s) == (8, 300.0, 300.0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (WRITER.replace("https://", "https://sk-1234:x@"), "writer.url"),
        (WRITER.replace("/v1", "/v1?key=sk-1234"), "an address holds no key"),
        (WRITER.replace("https://", ""), "writer.url"),
        (WRITER + 'extra = { api_key = "sk-1234" }\n', "extra holds no key"),
        (WRITER + 'extra = { messages = [] }\n', "extra.messages is set by Acreage"),
        (WRITER + "price_in = 1\n", "price_in and price_out stand together"),
        (WRITER + 'key = "sk-1234"\n', "key 'writer.key' is not known"),
        ("[models]\nat_once = 0\n", "models.at_once"),
        ('[research]\npages = ["example.org"]\n', "is not a web address"),
        ('[research]\nnever = ["https://a.example/x"]\n', "is not a host"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_never_shows_a_key(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ShopError) as caught:
        load_shop(shop(tmp_path, text))
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert "sk-1234" not in message
