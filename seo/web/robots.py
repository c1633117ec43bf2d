"""What a site lets us read: its robots.txt, as RFC 9309 wants it understood.

https://www.rfc-editor.org/rfc/rfc9309 · parsed by protego, which knows wildcards and the longest match.
"""

import re
from dataclasses import dataclass
from typing import Final

from protego import Protego

READ_BYTES: Final = 500 * 1024  # RFC 9309, 2.5: at least that much is read; the rest is not
GOOD_FOR_S: Final = 86_400
SHUT_FOR_S: Final = 3600  # nobody could tell: no page until then
HOPS: Final = 5  # RFC 9309, 2.3.1.2
LONGEST_DELAY_S: Final = (
    30.0  # some files ask for a day between two pages; that host is not worth listening to
)
PATH: Final = "/robots.txt"
UNREACHABLE: Final = 599  # how a robots.txt that never came is remembered
_CLIENT_ERROR, _SERVER_ERROR, _TOO_MANY = 400, 500, 429


def is_unreachable(status: int) -> bool:
    """Whether an answer says nothing about what is allowed: 5xx, and 429 (busy is no leave)."""
    return status >= _SERVER_ERROR or status == _TOO_MANY


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows us."""

    parsed: Protego
    agent: str  # the group that counts: ours when the file has one, else everybody's

    def allows(self, url: str) -> bool:
        """Whether a page may be read."""
        return self.parsed.can_fetch(url, self.agent)

    @property
    def delay_s(self) -> float:
        """Seconds between two pages, 0 when the file does not say."""
        return min(self.parsed.crawl_delay(self.agent) or 0.0, LONGEST_DELAY_S)


def product(user_agent: str) -> str:
    """Our name as a robots.txt writes it: `Acreage` of `Acreage/0.1 (+mailto:…)`."""
    return re.split(r"[/\s(]", user_agent.strip(), maxsplit=1)[0]


def rules(status: int, body: bytes, user_agent: str) -> Rules:
    """The rules of an answer that is not unreachable: 4xx and redirects without end allow everything."""
    text = body[:READ_BYTES].decode("utf-8-sig", "replace") if status < _CLIENT_ERROR - 100 else ""
    if len(body) >= READ_BYTES:
        text = text[: text.rfind("\n") + 1]  # half a line could forbid more than was meant
    name = product(user_agent)
    ours = re.compile(
        rf"(?im)^([ \t]*user[- ]?agent[ \t]*:[ \t]*){re.escape(name)}(?:[/*][^\r\n#]*)?[ \t]*(?=#|\r|\n|$)"
    )
    text, count = ours.subn(rf"\g<1>{name}", text)  # `Acreage/1.0` and `Acreage*` mean us too
    return Rules(Protego.parse(text), name if count else "*")
