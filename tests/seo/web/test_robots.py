"""robots.txt as RFC 9309 wants it read."""

import pytest

from seo.web.robots import LONGEST_DELAY_S, READ_BYTES, is_unreachable, product, rules

AGENT = "Acreage/0.1.0 (+mailto:shop@example.org)"
SITE = "https://example.org"


def allows(text: str, path: str, status: int = 200) -> bool:
    """Whether we may read a path under a robots.txt."""
    return rules(status, text.encode(), AGENT).allows(SITE + path)


@pytest.mark.parametrize(
    ("text", "path", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow:", "/", True),
        ("", "/", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),  # the longest match counts
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?a", True),
        ("User-agent: *\nDisallow: /?q=", "/?q=x", False),
        ("User-agent: *\nDisallow: /größe", "/gr%C3%B6%C3%9Fe", False),
        (
            "User-agent: *\nDisallow: /\n\nUser-agent: Acreage\nDisallow: /no",
            "/yes",
            True,
        ),  # our own group before *
        ("User-agent: *\nAllow: /\n\nUser-agent: acreage\nDisallow: /", "/", False),
        ("User-agent: Acreage/2.0\nDisallow: /", "/", False),  # with a version it is still us
        ("User-agent: Acreage*\nDisallow: /", "/", False),
        ("User-agent: AcreageBot\nDisallow: /", "/", True),  # another's name that begins as ours
        ("User-agent: Acre\nDisallow: /", "/", True),
        ("User-agent: mailto\nDisallow: /", "/", True),  # a word of our contact is no name
        ("User-agent: a\nUser-agent: Acreage # us\nDisallow: /", "/", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/", False),
        ("<html><body>Not found</body></html>", "/", True),
    ],
)
def test_what_a_file_allows_us(text: str, path: str, is_allowed: bool) -> None:
    assert allows(text, path) is is_allowed


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 410])
def test_no_file_is_no_rule(status: int) -> None:
    assert not is_unreachable(status)
    assert allows("User-agent: *\nDisallow: /", "/", status)


@pytest.mark.parametrize("status", [429, 500, 503, 599])
def test_a_file_that_cannot_be_read_is_no_leave(status: int) -> None:
    assert is_unreachable(status)


def test_half_a_line_at_the_limit_forbids_nothing() -> None:
    start = "User-agent: *\nDisallow: /early\n"
    text = start + "# x\n" * ((READ_BYTES - len(start)) // 4 - 20)
    text += "#" * (READ_BYTES - len(text) - len("\nDisallow: /a")) + "\nDisallow: /a"
    assert len(text) == READ_BYTES
    assert not allows(text + "bc/late\nDisallow: /late", "/early")
    assert allows(text + "bc/late\nDisallow: /late", "/abc")
    assert allows(text + "bc/late\nDisallow: /late", "/late")


@pytest.mark.parametrize(
    ("text", "delay_s"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: 86400", LONGEST_DELAY_S),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: -5", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
        ("User-agent: *\nCrawl-delay: 9\nUser-agent: Acreage\nCrawl-delay: 4\nDisallow: /x", 4.0),
        ("", 0.0),
    ],
)
def test_a_crawl_delay_is_kept_within_reason(text: str, delay_s: float) -> None:
    assert rules(200, text.encode(), AGENT).delay_s == delay_s


@pytest.mark.parametrize("agent", [AGENT, "Acreage", "Acreage (+https://shop.example)", " Acreage/1"])
def test_our_name_is_the_first_word(agent: str) -> None:
    assert product(agent) == "Acreage"
