"""Bytes of a page become text: by byte-order mark, by being valid UTF-8, by what is declared, by looking at them.

Labels as browsers read them: https://encoding.spec.whatwg.org/#names-and-labels
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_READ_AS: Final[Mapping[str, str]] = {
    # What is declared → what is meant: the wider set that everybody writes under that name.
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932",
    "windows-31j": "cp932", "x-euc-jp": "euc_jp", "iso-8859-9": "cp1254", "iso-8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "unicode": "utf-16-le",
    "utf-16": "utf-16-le", "x-cp1256": "cp1256",
}  # fmt: skip
_OURS: Final = ("cp1252", "cp932", "euc_jp", "cp1256", "cp1251")
"""What a page of our languages is in when it says nothing and is not Unicode."""
_TEXT: Final = re.compile(
    r"utf-(?:8|16|16-le|16-be|8-sig)|(?:cp(?:125\d|866|874|932|936|949|950)|iso8859-\d+|koi8-[ru]|mac-roman|macroman)"
    r"|big5|big5hkscs|gb18030|gbk|gb2312|euc_(?:jp|kr|jis_2004|jisx0213)|shift_jis(?:_2004|x0213)?|iso2022_(?:jp\w*|kr)|johab|tis-620"
)
"""Charsets that pages are written in; Python's `rot13`, `idna` or `unicode_escape` are codecs and no charsets."""
_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT: Final = 4096  # bytes; browsers look for <meta> in the first 1,024
_ISO_2022_JP: Final = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
_MARKUP: Final = re.compile(
    rb"<(script|style)\b.*?</\1\s*>|<[^>]*>|[\x00-\x7f]{200,}", re.IGNORECASE | re.DOTALL
)
_ENOUGH: Final = 8  # bytes above 127 that happen to be valid UTF-8: fewer may be chance


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a page or feed. Never fails: what cannot be read becomes U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    for name in _candidates(body, list(_declared(body, content_type))):
        text = body.decode(name, "replace")
        if _is_sound(text):
            return text
    return body.decode(detected(body), "replace")


def _is_sound(text: str) -> bool:
    """A page of which a few letters were cut in half is still in the charset it says."""
    broken = text.count("\ufffd")
    return not broken or broken * _FEW_BROKEN <= len(text) - len(text.encode("ascii", "ignore"))


_FEW_BROKEN: Final = 20  # one in so many letters beyond ASCII


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    """What the header says, then what the page says."""
    head = body[:_LOOKED_AT]
    for found in (_HEADER.search(content_type), _META.search(head), _XML.search(head)):
        if found:
            label = found[1] if isinstance(found[1], str) else found[1].decode("ascii", "replace")
            name = _READ_AS.get(label.lower(), label.lower())
            if _TEXT.fullmatch(_canonical(name)):
                yield name


def _canonical(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _candidates(body: bytes, declared: list[str]) -> Iterator[str]:
    """In the order of trust. Valid UTF-8 is UTF-8 whatever a server's default header says."""
    if wide := _by_zeros(body):
        yield wide
    high = len(body[: _LOOKED_AT * 16].translate(None, _ASCII))
    if not high and _ISO_2022_JP.search(body):
        yield "iso2022_jp"
    if high >= _ENOUGH or not declared:
        yield "utf-8"
    # A page cannot tell us in ASCII that it is in UTF-16: such a declaration is a mistake.
    yield from (name for name in declared if not name.startswith("utf-16"))
    yield "utf-8"


_ASCII: Final = bytes(range(128))


def _by_zeros(body: bytes) -> str:
    """UTF-16 without its mark: markup is ASCII, so every other byte of it is zero."""
    head = body[:400]
    pairs = len(head) // 2
    if pairs < _FEW_PAIRS:
        return ""
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if max(even, odd) * 3 < pairs or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


_FEW_PAIRS: Final = 8


def detected(body: bytes) -> str:
    """What the bytes look like when nothing is declared or the declaration is wrong."""
    words = _MARKUP.sub(b" ", body[:60_000])[:20_000]
    return max(_OURS, key=lambda name: _likeness(words, name))


def _likeness(words: bytes, name: str) -> float:
    """How much a reading looks like writing: -1 to 1 for each sign beyond ASCII."""
    try:
        text = words.decode(name, "strict" if name in _SINGLE else "ignore")
    except UnicodeDecodeError:
        return -1.0
    marks = [
        _worth(text[at - 1 : at], text[at], text[at + 1 : at + 2])
        for at in range(len(text))
        if text[at] > "~"
    ]
    # What was ignored was unreadable: a wrong reading of two-byte signs drops a good part of them.
    lost = len(words) - len(text.encode(name, "ignore"))
    return (sum(marks) - lost) / (len(marks) + lost) if marks or lost else 0.0


_SINGLE: Final = frozenset({"cp1256", "cp1252", "cp1251"})


def _worth(before: str, sign: str, after: str) -> float:
    """1 where a sign stands as its script lets it stand, -1 where no language puts it."""
    if "\u3040" <= sign <= "\u30ff":  # kana make up half of any Japanese text
        return 1.0
    if "\u4e00" <= sign <= "\u9fff" or "\u3000" <= sign <= "\u3020":
        return 0.5
    beside = [other for other in (before, after) if other.isalpha()]
    if "\u0621" <= sign <= "\u064a" or "\u0410" <= sign <= "\u044f":
        return -1.0 if any(other < "\u0250" for other in beside) else 0.9  # no Latin letter within the word
    if "\u00c0" <= sign <= "\u017f":  # an accented letter stands among plain ones
        return 0.8 if any(other.isascii() for other in beside) else -0.5
    return -1.0 if sign.isalpha() or "\uff61" <= sign <= "\uff9f" or sign < "\u00a0" else 0.0
