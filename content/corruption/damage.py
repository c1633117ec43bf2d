"""Spoils a text in ways that need no understanding: order, length, repetition, noise, somebody else's words.

No clock and no chance: every damage is drawn from a generator seeded with the text itself.
"""

import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from content.corruption.corpus import Edit, Original

_SENTENCE: Final = re.compile(  # the point of 64.00 ends none
    r"(?:[^.!?。！？؟\n]|[.!?](?=[^\s\"”»」)]))+[.!?。！？؟]+[\"”»」)]*\s*"
)
_SPACED: Final = re.compile(r"\S+")
_PLAIN: Final = re.compile(r"[^\W\d_]{4,}")
_JAPANESE: Final = re.compile(
    r"[\u3041-\u309f]{1,3}|[\u30a0-\u30ffー]+|[\u3400-\u9fff々]+|[A-Za-z0-9.,]+|[。、]"
)
_NOISE: Final = 0.03
_PASTED: Final = {"ja": 120, "": 40}  # letters in Japanese, words elsewhere
_STUFFED: Final = 30


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A text with one kind of damage; `places` are the changed stretches, empty when it is all over."""

    kind: str
    text: str
    places: tuple[tuple[int, int], ...] = ()
    why: str = ""
    source: str = ""  # the other text it was taken from, for kinds that copy
    base: str = ""  # the honest text it was made of, when that is not the article as it stands


@dataclass(frozen=True, slots=True)
class _Text:
    """What a damage works on."""

    body: str
    language: str
    keyword: str
    chance: random.Random


def edited(original: Original, edit: Edit) -> Spoiled:
    """A lie put into its place; the place is only what differs."""
    at = original.text.index(edit.find)
    old, new = edit.find, edit.replace
    head = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    text = original.text[:at] + new + original.text[at + len(old) :]
    return Spoiled(edit.kind, text, ((at + head, at + max(head + 1, len(new) - tail)),), edit.why)


def damaged(original: Original, others: Sequence[Original]) -> Iterator[Spoiled]:
    """Every damage this text can take; `others` are articles of its language about other things."""
    head, body = split(original.text)
    for kind, spoil in _ALONE.items():
        changed = spoil(_Text(body, original.language, original.draft.keyword, random.Random(body)))
        if changed and changed != body:
            yield Spoiled(kind, head + changed)
    other = next((each for each in others if each.name != original.name), None)
    if other:
        yield from _with_another(original, other, head, body)


def _with_another(original: Original, other: Original, head: str, body: str) -> Iterator[Spoiled]:
    theirs = split(other.text)[1]
    yield Spoiled("other-body", head + theirs)
    title = re.compile(r"(?m)^title:.*$")
    if other.draft.title and title.search(head):
        quoted = json.dumps(other.draft.title, ensure_ascii=False)  # JSON is YAML
        yield Spoiled("other-title", title.sub(lambda _: f"title: {quoted}", head, count=1) + body)
    stolen = _run(theirs, original.language)
    if stolen:
        at = len(head) + len(body.rstrip()) + 2
        text = f"{head}{body.rstrip()}\n\n{stolen}\n"
        yield Spoiled("pasted", text, ((at, at + len(stolen)),), source=other.text)


def foreign(original: Original, abroad: Original) -> Spoiled:
    """The second half of the paragraphs left in another language."""
    head, body = split(original.text)
    parts, theirs = body.split("\n\n"), split(abroad.text)[1].split("\n\n")
    middle = (len(parts) + 1) // 2
    kept = "\n\n".join(parts[:middle])
    rest = "\n\n".join(theirs[len(theirs) // 2 :])
    at = len(head) + len(kept) + 2
    return Spoiled("untranslated", f"{head}{kept}\n\n{rest}", ((at, at + len(rest)),))


def split(text: str) -> tuple[str, str]:
    """Front matter and body of a file."""
    at = text.index("\n---", 3) + 5 if text.startswith("---") else 0
    return text[:at], text[at:]


def _run(body: str, language: str) -> str:
    """Forty words in a row of prose, paragraphs with nothing between them."""
    parts = [part.strip() for part in body.split("\n\n")]
    for is_prose, group in groupby(parts, lambda part: bool(part) and part[0] not in "#|>-*0123456789"):
        text = " ".join(" ".join(group).split())
        words = list(text) if language == "ja" else text.split(" ")
        most = _PASTED.get(language, _PASTED[""])
        if is_prose and len(words) >= most:
            return ("" if language == "ja" else " ").join(words[:most])
    return ""


# --- damage that needs nothing but the text -----------------------------------------------------------------


def _sentences_shuffled(text: _Text) -> str:
    def turn(part: str) -> str:
        found = _SENTENCE.findall(part)
        if len(found) < 3 or "".join(found).strip() != part.strip():  # noqa: PLR2004 - two have one other order
            return part
        return "".join(_other_order(found, text.chance))

    return "\n\n".join(turn(part) for part in text.body.split("\n\n"))


def _paragraphs_shuffled(text: _Text) -> str:
    parts = [part for part in text.body.split("\n\n") if part.strip()]
    return "\n\n".join(_other_order(parts, text.chance)) if len(parts) > 2 else text.body  # noqa: PLR2004 - as above


def _section_doubled(text: _Text) -> str:
    sections = re.split(r"(?m)^(?=#{2,4} )", text.body)
    if len(sections) < 2:  # noqa: PLR2004 - no heading: the longest paragraph stands for a section
        parts = text.body.split("\n\n")
        longest = max(parts, key=len)
        return text.body.rstrip() + "\n\n" + longest + "\n"
    longest = max(sections[1:], key=len)
    return text.body.rstrip() + "\n\n" + longest


def _answer_deleted(text: _Text) -> str:
    parts = text.body.split("\n\n")
    first = next(
        (n for n, part in enumerate(parts) if part.strip() and not part.lstrip().startswith("#")), None
    )
    return text.body if first is None else "\n\n".join(parts[:first] + parts[first + 1 :])


def _truncated(text: _Text) -> str:
    cut = text.body[: len(text.body) // 2]
    return cut if text.language == "ja" else cut[: max(cut.rfind(" "), 1)]


def _word_salad(text: _Text) -> str:
    if text.language != "ja":
        words = _SPACED.findall(re.sub(r"[#>|*]", "", text.body))
        text.chance.shuffle(words)
        return " ".join(words) + "\n"
    pieces = _JAPANESE.findall(text.body)
    text.chance.shuffle(pieces)
    return "".join(pieces) + "\n"


def inside_out(body: str, language: str, chance: random.Random) -> str:
    """The words inside each sentence in no order, headings, lists and tables as they were."""

    def turn(sentence: str) -> str:
        found = _JAPANESE.findall(sentence) if language == "ja" else _SPACED.findall(sentence)
        chance.shuffle(found)
        return ("" if language == "ja" else " ").join(found)

    lines = [
        line
        if not line.strip() or line[0] in "#|>-*!"
        else " ".join(turn(part) for part in _SENTENCE.findall(line) or [line])
        for line in body.split("\n")
    ]
    return "\n".join(lines)


def _stuffed(text: _Text) -> str:
    keyword = text.keyword
    parts = [part for part in text.body.split("\n\n") if part.strip()]
    if not keyword or not parts:
        return text.body
    more = "" if text.language == "ja" else " "
    each = -(-_STUFFED // len(parts))
    return "\n\n".join(part.rstrip() + (more + keyword) * each for part in parts) + "\n"


def _noise(text: _Text) -> str:
    """Three words in a hundred: two letters turned round, the word doubled, or gone."""
    if text.language == "ja":
        letters = list(text.body)
        places = [n for n in range(1, len(letters) - 1) if "\u3041" <= letters[n] <= "\u9fff"]
        for place in text.chance.sample(places, max(2, int(len(places) * _NOISE))):
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        return "".join(letters)
    found = list(_PLAIN.finditer(text.body))
    chosen = text.chance.sample(found, max(2, int(len(found) * _NOISE * 1.5)))
    noisy = text.body
    for match in sorted(chosen, key=lambda m: -m.start()):
        noisy = noisy[: match.start()] + _misspelt(match.group(), text.chance) + noisy[match.end() :]
    return noisy


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2) if len(word) > 4 else 1  # noqa: PLR2004 - room for a turn inside
    turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice((turned, turned, f"{word} {word}", word[:at] + word[at + 1 :]))


def _filler(text: _Text) -> str:
    empty = phrases()["filler"][text.language]
    out, size = [], 0
    while size < len(text.body):
        batch = text.chance.sample(empty, len(empty))
        out.append(("" if text.language == "ja" else " ").join(batch[:4]))
        size += len(out[-1])
    return text.body.rstrip() + "\n\n" + "\n\n".join(out) + "\n"


def _begging(text: _Text) -> str:
    return text.body.rstrip() + "\n\n" + phrases()["begging"][text.language][0] + "\n"


def _unstructured(text: _Text) -> str:
    return re.sub(r"(?m)^## ", "#### ", text.body).rstrip() + "\n\n![](/pictures/1.jpg)\n"


_ALONE: Final[dict[str, Callable[[_Text], str]]] = {
    "sentences-shuffled": _sentences_shuffled,
    "paragraphs-shuffled": _paragraphs_shuffled,
    "section-doubled": _section_doubled,
    "answer-deleted": _answer_deleted,
    "truncated": _truncated,
    "word-salad": _word_salad,
    "stuffed": _stuffed,
    "noise": _noise,
    "filler": _filler,
    "begging": _begging,
    "unstructured": _unstructured,
}


def _other_order(parts: list[str], chance: random.Random) -> list[str]:
    mixed = list(parts)
    while mixed == parts and len(set(parts)) > 1:
        chance.shuffle(mixed)
    return mixed


@cache
def phrases() -> dict[str, dict[str, list[str]]]:
    """`phrases.toml`: by table and language."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads(
        Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
    )
    return table
