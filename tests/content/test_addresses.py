import pytest

from content.addresses import address, home_path, root_of, way
from seo.records import Market


@pytest.mark.parametrize(
    ("start", "goal", "link"),
    [
        ("de-de/a/", "de-de/", "../"),
        ("de-de/a/", "de-de/a/", "./"),
        ("de-de/a/", "ja-jp/b/", "../../ja-jp/b/"),
        ("de-de/", "assets/style.css", "../assets/style.css"),
        ("", "de-de/", "de-de/"),
        ("404.html", "", "./"),
    ],
)
def test_links_are_relative_so_that_the_site_works_in_any_folder(start: str, goal: str, link: str) -> None:
    assert way(start, goal) == link


def test_a_site_in_a_folder_of_its_host_keeps_that_folder() -> None:
    assert address("https://shop.example/guides", "de-de/") == "https://shop.example/guides/de-de/"
    assert root_of("https://shop.example/guides") == "/guides/"


def test_without_a_known_site_addresses_start_at_the_root() -> None:
    assert address("", "de-de/") == "/de-de/"
    assert root_of("") == "/"


def test_markets_that_share_a_language_have_their_own_folders() -> None:
    assert home_path(Market("en-US", "USD")) == "en-us/"
    assert home_path(Market("en-GB", "GBP")) == "en-gb/"
