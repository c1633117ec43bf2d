from pathlib import Path

import pytest

from content.errors import ShopError
from content.shop import Rule, load_shop
from seo.records import Market

GOOD = """
name = "Lindenhof Home"
site = "https://shop.example/"
language = "en"
time_zone = "Europe/Berlin"
contact = "editors@shop.example"
editor = "Anna Weber"
articles = 12

[[markets]]
locale = "de-DE"
currency = "EUR"
share = 3

[[markets]]
locale = "ar-AE"
currency = "AED"
share = 1

[approval]
owner = "Anna Weber"
floor = 85
why = "I read the first forty."
"""


def shop_toml(folder: Path, text: str) -> Path:
    (folder / "shop.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_shop_reads_as_written(tmp_path: Path) -> None:
    shop = load_shop(shop_toml(tmp_path, GOOD))
    assert (shop.id, shop.name, shop.site) == ("lindenhof-home", "Lindenhof Home", "https://shop.example")
    assert shop.markets == (Market("de-DE", "EUR", 0.75), Market("ar-AE", "AED", 0.25))
    assert shop.approval == Rule("Anna Weber", 85.0, "I read the first forty.")
    assert (shop.articles, shop.editor, shop.time_zone) == (12, "Anna Weber", "Europe/Berlin")
    assert shop.default_currency == "EUR"  # no market is English: the first one's


def test_two_lines_make_a_shop(tmp_path: Path) -> None:
    shop = load_shop(shop_toml(tmp_path, 'name = "日本"\n[[markets]]\nlocale = "ja-JP"\ncurrency = "JPY"\n'))
    assert (shop.id, shop.language, shop.site, shop.approval) == ("shop", "en", "", None)
    assert shop.markets == (Market("ja-JP", "JPY", 1.0),)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert load_shop(tmp_path).name == "Lindenhof Home"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'currency = "EUR"',
            'curency = "EUR"',
            "shop.toml: key 'markets.1.curency' is not known; did you mean 'currency'?",
        ),
        ("site =", "sight =", "shop.toml: key 'sight' is not known; did you mean 'site'?"),
        ("floor = 85", "flor = 85", "shop.toml: key 'approval.flor' is not known; did you mean 'floor'?"),
        ("de-DE", "de", "key 'markets.1.locale': 'de' lacks the country: write de-XX, for example de-DE"),
        ("de-DE", "de-QQQ", "'de-QQQ' is not a locale: write language-COUNTRY, for example de-DE"),
        ("de-DE", "pt-BR", "'pt' is not a language Acreage writes in (one of en, es, fr, de, ar, ja)"),
        ("ar-AE", "de-DE", "shop.toml: market de-DE stands twice in [[markets]]: take one out"),
        ('"EUR"', '"EURO"', "'EURO' is not a currency code of three letters, for example EUR (ISO 4217)"),
        ("Europe/Berlin", "Europe/Berln", "is not a time zone; did you mean 'Europe/Berlin'?"),
        ("https://", "", "'shop.example/' is not a web address: write it with https://"),
        ("articles = 12", "articles = true", "key 'articles' must be a whole number"),
        ("floor = 85", 'floor = "high"', "key 'approval.floor' must be a number"),
        ('owner = "Anna Weber"', "", "key 'approval.owner' is missing: add it"),
        ('name = "Lindenhof Home"', 'name = ""', "key 'name'"),
        ("share = 1", "share = -1", "key 'markets.2.share'"),
        ('name = "', "name = ", "shop.toml is not valid TOML"),
    ],
)
def test_a_mistake_is_one_line_that_names_file_key_and_cure(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(ShopError) as caught:
        load_shop(shop_toml(tmp_path, GOOD.replace(old, new, 1)))
    message = str(caught.value)
    assert said in message
    assert message.startswith("shop.toml")
    assert "\n" not in message


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ShopError, match=r"shop.toml is missing in .*: `acreage init DIR` writes one"):
        load_shop(tmp_path)


BLOG = """
[[publish]]
kind = "wordpress"
site = "https://blog.example/"
user = "acreage"
markets = ["de-DE"]
status = "pending"
post_type = "page"
"""


def test_a_place_to_publish_reads_as_written(tmp_path: Path) -> None:
    (target,) = load_shop(shop_toml(tmp_path, GOOD + BLOG)).targets
    assert (target.name, target.site, target.markets) == ("wordpress", "https://blog.example", ("de-DE",))
    assert (target.status, target.settings) == ("pending", {"post_type": "page"})


def test_without_a_table_there_is_no_place_beside_the_static_site(tmp_path: Path) -> None:
    assert load_shop(shop_toml(tmp_path, GOOD)).targets == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BLOG + BLOG, "two [[publish]] tables are called 'wordpress'"),
        (BLOG.replace("de-DE", "fr-FR"), "names the market fr-FR"),
        (BLOG.replace("pending", "live"), "publish.1.status"),
        (BLOG + 'password = "x"\n', "'password' would be a secret in a file"),
        (BLOG + 'admin_token = "x"\n', "'admin_token' would be a secret in a file"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ShopError) as error:
        load_shop(shop_toml(tmp_path, GOOD + text))
    assert said in str(error.value)
