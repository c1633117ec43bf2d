"""What must not move the points, and what must never raise them.

The same text in another dress (white space, line ends, Unicode forms, quotation marks, units, number words, digits of
another script) is worth the same; more lies are never worth more, nor is less evidence; what is no text is worth
next to nothing, and an invented long page stands far below the honest one.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from content.corruption.corpus import Edit, Original
from content.corruption.damage import inside_out, phrases, split

Rule = Literal["same", "never more", "at most", "below"]
FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LATIN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
INVENTED: Final = {"ja": 2900, "": 1300}  # letters in Japanese, words elsewhere
LIES: Final = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Dressed:
    """Texts and what their points are held to: beside the honest text's (`same`, `never more`, `below` by
    `amount`) or by themselves (`at most` `amount`). Of a series each is held against the one before it."""

    kind: str
    rule: Rule
    texts: tuple[str, ...]
    amount: float = 0.0


def dresses(original: Original, edits: tuple[Edit, ...]) -> Iterator[Dressed]:
    """Everything this article can be put through."""
    head, body = split(original.text)
    for kind, change in _SAME.items():
        changed = change(head, body, original.language)
        if changed != original.text:
            yield Dressed(kind, "same", (changed,), 1.0)
    lies = _lies(original.text, edits)
    if len(lies) > 1:
        yield Dressed("more lies", "never more", lies)
    yield Dressed("empty", "at most", (head,), 5.0)
    salad = head + inside_out(body, original.language, random.Random(body))
    yield Dressed("gibberish", "at most", (salad,), 20.0)
    yield Dressed("gibberish, loss", "below", (salad,), 40.0)
    keyword = original.draft.keyword
    if keyword:
        end = "。" if original.language == "ja" else ". "
        for soup in (f"{keyword}, " * 150, f"{keyword.capitalize()}{end}" * 150):
            yield Dressed("keyword soup", "at most", (f"{head}{soup}\n",), 15.0)
        yield Dressed("invented 1,300 words", "below", (head + invented(keyword, original.language),), 30.0)


def poorer(base: str) -> Dressed:
    """Sources, then days, then the author gone from a page that named them."""
    less = [base]
    for key in ("sources", "date", "updated", "author"):
        head, body = split(less[-1])
        less.append(re.sub(rf"(?m)^{key}:.*\n(?:[ \t]+.*\n)*", "", head) + body)
    return Dressed("evidence gone", "never more", tuple(less))


def invented(keyword: str, language: str) -> str:
    """A page of nothing but invention, 1,300 words of it."""
    rows, size = phrases()["invented"][language], 0
    parts: list[str] = []
    while size < INVENTED.get(language, INVENTED[""]):
        number = 2 + len(parts) % 8
        gap = "" if language == "ja" else " "
        parts.append(gap.join(row.format(keyword=keyword, n=number) for row in rows))
        size += len(parts[-1]) if language == "ja" else len(parts[-1].split())
    return "\n\n".join(parts) + "\n"


def _lies(text: str, edits: tuple[Edit, ...]) -> tuple[str, ...]:
    """The text with one, two and four of the lies written for it."""
    found, wrong = [text], 0
    for edit in edits:
        if text.count(edit.find) == 1:
            text, wrong = text.replace(edit.find, edit.replace), wrong + 1
            if wrong in LIES:
                found.append(text)
    return tuple(found)


# --- another dress ----------------------------------------------------------------------------------------


def _crlf(head: str, body: str, _language: str) -> str:
    return (head + body).replace("\n", "\r\n")


def _gaps(head: str, body: str, _language: str) -> str:
    """Blanks at line ends, two blank lines for one."""
    return head + re.sub(r"(?m)(?<=\S)$", "  ", body).replace("\n\n", "\n\n\n")


def _nfc(head: str, body: str, _language: str) -> str:
    return unicodedata.normalize("NFC", head + body)


def _nfd(head: str, body: str, _language: str) -> str:
    return unicodedata.normalize("NFD", head + body)


def _quotes(head: str, body: str, _language: str) -> str:
    if "’" in body:
        return head + body.replace("’", "'").translate(str.maketrans("“”„", '"""'))
    return head + body.replace("'", "’").translate(str.maketrans("「」“”", '『』""'))


def _millimetres(head: str, body: str, _language: str) -> str:
    """Centimetres as millimetres; not one of two numbers that share a sign."""

    def exact(match: re.Match[str]) -> str:
        before = body[max(0, match.start() - 24) : match.start()]
        return (
            match[0] if re.search(r"\d(?!.*(?:cm|[.。、]))", before) else f"{int(match[1]) * 10}{match[2]}mm"
        )

    return head + re.sub(r"(?<![\d.,])(\d{1,3})([ \u00a0\u202f]?)cm(?![A-Za-z])", exact, body)


def _words(head: str, body: str, language: str) -> str:
    for row in phrases()["number_words"][language]:
        word, digit = row.split("=")
        body = re.sub(word if language == "ja" else rf"(?<!\w){word}(?!\w)", digit, body)
    return head + body


def _arabic(head: str, body: str, language: str) -> str:
    """Arabic-Indic digits in Arabic, or plain ones where the text has the others; not inside an address."""
    if language != "ar":
        return head + body
    table = LATIN if re.search("[٠-٩]", body) else ARABIC
    return head + _outside(body, lambda text: text.translate(table))


def _wide(head: str, body: str, language: str) -> str:
    return head + _outside(body, lambda text: text.translate(FULL_WIDTH)) if language != "ar" else head + body


def _outside(body: str, change: Callable[[str], str]) -> str:
    """Change what a reader reads: no addresses, references, list numbers or markup."""
    kept = r"(\]\([^)]*\)|\{\{[^}]*\}\}|\[\^[^\]]*\]|<[^>]*>|https?://\S+|(?m:^\s*\d{1,3}[.)]\s))"
    return "".join(part if n % 2 else change(part) for n, part in enumerate(re.split(kept, body)))


_SAME: Final[dict[str, Callable[[str, str, str], str]]] = {
    "CRLF": _crlf,
    "white space": _gaps,
    "NFC": _nfc,
    "NFD": _nfd,
    "quotation marks": _quotes,
    "1 cm / 10 mm": _millimetres,
    "two / 2": _words,
    "Arabic-Indic digits": _arabic,
    "full-width digits": _wide,
}
