"""Only public addresses are asked, whatever an address is dressed up as."""

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.errors import SourceRefused
from seo.web.addresses import is_public, place_of, vetted

OURS = frozenset(
    {"localhost:8888", "127.0.0.1:9000", "searx.test", "[::1]:8080", "192.168.1.5:8080", "api.test:8443"}
)


@pytest.mark.parametrize(
    ("url", "authority", "target"),
    [
        ("https://Example.ORG", "example.org", "/"),
        ("https://example.org./a?b=c#d", "example.org", "/a?b=c"),
        ("https://example.org:443/", "example.org", "/"),
        ("http://example.org:443/", "example.org:443", "/"),
        (
            "https://bücher.example/größe?q=布団",
            "xn--bcher-kva.example",
            "/gr%C3%B6%C3%9Fe?q=%E5%B8%83%E5%9B%A3",
        ),
        ("https://مثال.example/", "xn--mgbh0fb.example", "/"),
        ("https://1.1.1.1/dns", "1.1.1.1", "/dns"),
        ("https://[2606:4700:4700::1111]/", "[2606:4700:4700::1111]", "/"),
        ("http://localhost:8888/search", "localhost:8888", "/search"),
        ("https://api.test:8443/", "api.test:8443", "/"),
        ("http://_dmarc.example.org/", "_dmarc.example.org", "/"),
        ("https://3com.example/", "3com.example", "/"),
    ],
)
def test_an_address_is_taken_apart_once(url: str, authority: str, target: str) -> None:
    place = place_of(url, OURS)
    assert (place.authority, place.target) == (authority, target)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "example.org", "", "//example.org", "https://",
        "https:///x", "https://user:pw@example.org/", "https://user@example.org/", "https://example.org\\@127.0.0.1/",
        "https://example.org /", "https://exa\tmple.org/", "https://example.org/\r\nHost: x", "https://ex%61mple.org/",
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://0x7f.1/", "http://127.1/", "http://1.2.3/",
        "http://0/", "http://017700000001/", "http://example.0x1/", "http://١٢٧.٠.٠.١/", "http://１２７.0.0.1/", "http://①②⑦.0.0.1/",
        "http://localhost/", "http://LOCALHOST./", "http://app.localhost/", "http://intranet/", "http://printer.local/",
        "http://metadata.google.internal/", "http://example.org:22/", "http://example.org:8080/", "http://localhost:8889/",
        "http://example.org:99999/", "http://[::1/", "http://[fe80::1%25eth0]/", "http://-x.example/", "http://a..example/",
        "http://exam ple.org", "https://example.org\u2028/", "http://ex。ample。org:81/",
    ],
)  # fmt: skip
def test_what_is_no_plain_public_address_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(SourceRefused) as error:
        place_of(url, OURS)
    assert "\n" not in str(error.value) and "pw" not in str(error.value)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
        "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.1.1.1", "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:0:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:20::1",
        "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
        "fe80::1%eth0", "fec0::1", "ff02::1", "4000::1", "no address", "",
    ],
)  # fmt: skip
def test_what_is_not_public_is_known_in_any_clothes(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "::ffff:8.8.8.8", "64:ff9b::808:808", "2606:4700::1111"]
)
def test_what_is_public_is_known_too(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_rejects_the_name() -> None:
    place = place_of("https://example.org/")
    assert vetted(place, ["8.8.8.8", "8.8.4.4", "8.8.8.8"]) == ("8.8.8.8", "8.8.4.4")
    for bad in ("127.0.0.1", "10.0.0.1", "fe80::1", "::ffff:127.0.0.1"):
        with pytest.raises(
            SourceRefused, match=r"example\.org is not at a public address: name host and port"
        ):
            vetted(place, ["8.8.8.8", bad])


@pytest.mark.parametrize(
    ("url", "address", "is_open"),
    [
        ("http://localhost:8888/", "127.0.0.1", True),
        ("http://localhost:8888/", "::1", True),
        ("http://localhost:8888/", "10.0.0.1", False),  # a named name opens loopback, no network
        ("http://searx.test/", "127.0.0.1", True),
        ("https://searx.test/", "127.0.0.1", True),
        ("http://127.0.0.1:9000/", "127.0.0.1", True),
        ("http://[::1]:8080/", "::1", True),
        ("http://192.168.1.5:8080/", "192.168.1.5", True),  # the address itself was named
        ("http://api.test:8443/", "192.168.1.5", False),
        ("http://api.test:8443/", "8.8.8.8", True),
        ("http://127.0.0.1/", "127.0.0.1", False),
        ("https://example.org/", "127.0.0.1", False),
    ],
)
def test_loopback_is_open_to_the_hosts_that_the_settings_name(url: str, address: str, is_open: bool) -> None:
    place = place_of(url, OURS)
    if is_open:
        assert vetted(place, [address]) == (address,)
    else:
        with pytest.raises(SourceRefused):
            vetted(place, [address])


@pytest.mark.parametrize("host", ["169.254.169.254:80", "[fd00:ec2::254]:80", "0.0.0.0:80", "[fe80::1]:80"])
def test_a_metadata_address_is_never_open_even_by_name(host: str) -> None:
    place = place_of(f"http://{host}/", frozenset({host, host.removesuffix(":80")}))
    with pytest.raises(SourceRefused):
        vetted(place, [place.host])


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("http://a.example/", "https://A.example/x", True),
        ("https://a.example/", "https://a.example:443/", True),
        ("https://a.example/", "https://b.example/", False),
        ("https://a.example/", "https://www.a.example/", False),
        ("http://localhost:8888/", "http://localhost:80/", False),
        ("https://api.test/", "https://api.test:8443/", False),
    ],
)
def test_a_secret_belongs_to_one_host_and_one_service_on_it(one: str, other: str, is_same: bool) -> None:
    allow = OURS | {"localhost:80"}
    assert place_of(one, allow).is_same_host(place_of(other, allow)) is is_same


def test_messages_show_no_query() -> None:
    assert place_of("https://a.example/p?key=s").shown == "a.example/p"


# --- the guard against a reader that knows nothing of it ----------------------------------------------------

PRIVATE = [
    "10.0.0.1", "127.0.0.1", "169.254.169.254", "192.168.1.1", "172.31.255.255", "0.0.0.0", "100.64.0.1", "::1", "fe80::1",
    "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1",
]  # fmt: skip
v4 = st.integers(0, 2**32 - 1)
spellings = st.one_of(
    v4.map(str),
    v4.map(hex),
    v4.map(lambda n: f"0{n:o}"),
    v4.map(lambda n: ".".join(f"0{part:o}" for part in n.to_bytes(4, "big"))),
    v4.map(lambda n: ".".join(hex(part) for part in n.to_bytes(4, "big"))),
    v4.map(lambda n: f"{n >> 24}.{n & 0xFFFFFF}"),
    v4.map(lambda n: str(ipaddress.IPv4Address(n))),
    st.ip_addresses(v=6).map(lambda ip: f"[{ip}]"),
    v4.map(lambda n: f"[::ffff:{ipaddress.IPv4Address(n)}]"),
    v4.map(lambda n: f"[64:ff9b::{ipaddress.IPv4Address(n)}]"),
    v4.map(lambda n: f"[2002:{n >> 16:x}:{n & 0xFFFF:x}::1]"),
    st.sampled_from(
        ["localhost", "localhost.", "127.0.0.1.", "ⓛocalhost", "127。0。0。1", "example.org", "a.b.internal"]
    ),
    st.text(max_size=12),
)
urls = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(
        ["http://", "https://", "HTTP://", "http:", "https:/", "http:\\\\", "//", "ftp://", " http://"]
    ),
    st.sampled_from(["", "", "", "user@", "8.8.8.8@", "example.org:80@", "a\\@", "%00@"]),
    spellings,
    st.sampled_from(["", "", ":80", ":443", ":22", ":8080", ":0", ":", ":080", ":+80"]),
    st.sampled_from(["", "/", "/x?u=http://127.0.0.1/", "?a", "#@127.0.0.1", "\\@127.0.0.1", "/\r\nX: 1"]),
)


def is_open_to_all(address: str) -> bool:
    """The standard library's word, after every disguise is taken off."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if int(ip) >> 32 == 0x0064FF9B << 64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return is_open_to_all(str(inner))
        if int(ip) < 2**32:  # the old IPv4-compatible form
            return False
    return ip.is_global and not ip.is_multicast


@settings(max_examples=1500, deadline=None)
@given(
    urls, st.lists(st.one_of(st.ip_addresses().map(str), st.sampled_from(PRIVATE)), min_size=1, max_size=3)
)
def test_nothing_but_public_addresses_ever_passes_the_guard(url: str, resolved: list[str]) -> None:
    try:
        place = place_of(url)
        literal = place.host.replace(".", "").isdigit() or ":" in place.host
        passed = vetted(place, [place.host] if literal else resolved)
    except SourceRefused as error:
        assert "\n" not in str(error)
        return
    assert passed and all(is_open_to_all(address) for address in passed)
    assert place.port in {80, 443} and place.scheme in {"http", "https"}
    assert "@" not in place.authority


@settings(max_examples=1500, deadline=None)
@given(st.one_of(st.ip_addresses(), v4.map(lambda n: ipaddress.IPv6Address((0xFFFF << 32) | n))))
def test_any_address_called_public_is_open_to_all(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    assert not is_public(str(ip)) or is_open_to_all(str(ip))
