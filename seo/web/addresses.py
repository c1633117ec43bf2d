"""Which addresses may be asked: public ones, by their plain name, at the web's two ports.

What counts as public: https://www.iana.org/assignments/iana-ipv6-special-registry/ and its sister for IPv4.
A name is resolved once and the connection goes to the address that was looked at, so a name that answers
differently the second time gains nothing.
"""

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import httpx

from seo.errors import SourceRefused

PORTS: Final = {"http": 80, "https": 443}
IP = ipaddress.IPv4Address | ipaddress.IPv6Address

# Public by the registries' letter, yet never somebody's web site.
_CLOSED: Final = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",  # protocol assignments; Python before 3.11.10 knows only a part (CVE-2024-4032)
        "168.63.129.16/32",  # a large cloud's own agent answers its machines here
        "192.88.99.0/24",  # relays of 6to4: what is behind one is anybody's guess
        "2001::/32",  # Teredo: an IPv4 address in disguise
        "2001:10::/28",  # ORCHID: keys, not places
        "2001:20::/28",
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "3fff::/20",  # documentation; Python before 3.13 does not know it
    )
)
_UNICAST: Final = ipaddress.ip_network("2000::/3")  # the only part of IPv6 given to the public so far
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")  # how a network without IPv4 reaches IPv4
_CLOUD_ROOM: Final = ipaddress.ip_network("fd00:ec2::/32")  # a cloud's metadata among private addresses
_HOST: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_ENDS_IN_NUMBER: Final = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$")
_ODD: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")
_USER: Final = re.compile(r"//[^/?#]*@")  # a password in an address is not repeated in a message
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart, once: what was looked at is what is asked."""

    scheme: str
    host: str  # ASCII, lower case, without a dot at the end; IPv6 without brackets
    port: int
    target: str  # path and query, percent-encoded
    is_named: bool  # the shop's settings name this host and port themselves

    @property
    def authority(self) -> str:
        """For the Host header: no port where it goes without saying."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.target

    @property
    def shown(self) -> str:
        """For messages: no query, it may hold a secret or what somebody searched for."""
        return self.authority + self.target.split("?")[0][:_SHOWN]

    def is_same_host(self, other: "Place") -> bool:
        """Whether a secret meant for one may go to the other."""
        plain = self.port in PORTS.values() and other.port in PORTS.values()
        return self.host == other.host and (self.port == other.port or plain)


def place_of(url: str, allow_hosts: frozenset[str] = frozenset()) -> Place:
    """The parts of an address; SourceRefused when it is not a plain http(s) address of a public name."""
    shown = repr(_USER.sub("//…@", url[: _SHOWN * 4]).split("?")[0][:_SHOWN])
    if _ODD.search(url):
        raise SourceRefused(
            f"{shown} holds a blank, a backslash or a control character: correct the address."
        )
    try:
        parsed = httpx.URL(url)
        host = _canonical(parsed.raw_host.decode("ascii").lower().removesuffix("."))
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceRefused(f"{shown} is not an address: correct it.") from error
    if parsed.scheme not in PORTS:
        raise SourceRefused(f"{shown} is not a web address: it must begin with https:// or http://.")
    if parsed.userinfo:
        raise SourceRefused(f"{host}: an address must not hold a user or password: take them out.")
    port = parsed.port or PORTS[parsed.scheme]
    place = Place(
        parsed.scheme, host, port, parsed.raw_path.decode("ascii"), _is_named(host, port, allow_hosts)
    )
    _check_host(place, shown)
    return place


def _canonical(host: str) -> str:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host


def _is_named(host: str, port: int, allow_hosts: frozenset[str]) -> bool:
    named = {entry.lower() for entry in allow_hosts}
    bare = host in named or f"[{host}]" in named
    return f"{host}:{port}" in named or f"[{host}]:{port}" in named or (bare and port in PORTS.values())


def _check_host(place: Place, shown: str) -> None:
    host = place.host
    if "%" in host:  # a zone: `fe80::1%eth0`
        raise SourceRefused(f"{shown} names a network card, not a place on the web: correct the address.")
    if not _is_literal(host):
        if not _HOST.fullmatch(host):
            raise SourceRefused(f"{shown} names no host that can be asked: correct the address.")
        if _ENDS_IN_NUMBER.search(
            host
        ):  # 2130706433, 0177.0.0.1, 0x7f.1, 127.1: other spellings of an address
            raise SourceRefused(f"{host} is a number, not a name: write the host's name.")
        if not place.is_named and ("." not in host or host.endswith((".localhost", ".local", ".internal"))):
            raise SourceRefused(f"{host} is not a public name: {_CURE}")
    if not place.is_named and place.port not in PORTS.values():
        raise SourceRefused(f"{place.authority}: only the ports 80 and 443 are asked: {_CURE}")


_CURE: Final = "name host and port in shop.toml if it is yours."


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, whatever clothes it wears."""
    try:
        ip = _plain(ipaddress.ip_address(address))
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip not in _UNICAST:
        return False
    if any(ip.version == network.version and ip in network for network in _CLOSED):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def _plain(ip: IP) -> IP:
    """The IPv4 address inside one that was mapped (`::ffff:`) or is translated (NAT64)."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return ip.ipv4_mapped
        if ip in _NAT64:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip


def _is_ours(place: Place, address: str) -> bool:
    """Whether the settings open this address: loopback behind a named host, or a private one named itself."""
    if not place.is_named:
        return False
    ip = _plain(ipaddress.ip_address(address))
    if ip.is_loopback:
        return True
    closed = ip.is_link_local or ip.is_unspecified or ip.is_multicast or ip.is_reserved
    return place.host == address and ip.is_private and not closed and ip not in _CLOUD_ROOM


def vetted(place: Place, addresses: Sequence[str]) -> tuple[str, ...]:
    """The addresses of a name, when every one of them may be asked; one private among public ones rejects
    the name.
    """
    for address in addresses:
        if not is_public(address) and not _is_ours(place, address):
            raise SourceRefused(f"{place.authority} is not at a public address: {_CURE}")
    return tuple(dict.fromkeys(addresses))


def joined(place: Place, to: str) -> str:
    """Where a Location leads; what is no address stays as it is and is refused later."""
    try:
        return str(httpx.URL(place.url).join(to))
    except (httpx.InvalidURL, ValueError):
        return to
