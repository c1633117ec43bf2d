"""What can be done to a text, by characters and words alone: nothing here knows how the score is made.

Each takes the text of a file with front matter and gives one back. Chance comes from the text itself, so that
every run does the same.
"""

import random
import re
import tomllib
import unicodedata
from pathlib import Path

from seo.language import words

FILLER: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("filler.toml").read_text("utf-8"))
SENTENCE = re.compile(r"(?<=[.!?؟])\s+|(?<=。)")
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def front(text: str) -> str:
    return text[: text.index("\n---\n") + 5]


def body(text: str) -> str:
    return text[text.index("\n---\n") + 5 :]


def field(text: str, name: str) -> str:
    found = re.search(rf"^{name}: (.*)$", front(text), re.MULTILINE)
    return found[1].strip('"') if found else ""


def with_field(text: str, name: str, value: str) -> str:
    return re.sub(rf"^{name}: .*$", lambda _: f'{name}: "{value}"', text, count=1, flags=re.MULTILINE)


def paragraphs(text: str) -> list[str]:
    return [part for part in body(text).strip().split("\n\n") if part.strip()]


def joined(text: str, parts: list[str]) -> str:
    return front(text) + "\n\n".join(parts) + "\n"


def is_prose(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", ">", "|", "-", "!"))


def pieces(sentence: str, language: str) -> list[str]:
    return words(sentence, "ja") if language == "ja" else sentence.rstrip(".。").split()


def glued(found: list[str], language: str) -> str:
    return "".join(found) + "。" if language == "ja" else " ".join(found) + "."


# --- nothing is left ----------------------------------------------------------------------------------------


def emptied(text: str, _language: str) -> str:
    return front(text)


def salad_inside(text: str, language: str) -> str:
    """The words of each sentence in another order."""
    chance = random.Random(len(text))

    def mixed(sentence: str) -> str:
        found = pieces(sentence, language)
        chance.shuffle(found)
        return glued(found, language)

    lines = [
        " ".join(mixed(s) for s in SENTENCE.split(line) if s.strip()) if is_prose(line) else line
        for line in body(text).split("\n")
    ]
    return front(text) + "\n".join(lines)


def salad_across(text: str, language: str) -> str:
    """All words of the prose in another order, sentences as long as before."""
    lines = body(text).split("\n")
    sentences = [
        [pieces(s, language) for s in SENTENCE.split(line) if s.strip()] if is_prose(line) else []
        for line in lines
    ]
    pool = [word for line in sentences for sentence in line for word in sentence]
    random.Random(len(text)).shuffle(pool)
    taken = iter(pool)
    mixed = [
        " ".join(glued([next(taken) for _ in sentence], language) for sentence in line) if line else old
        for line, old in zip(sentences, lines, strict=True)
    ]
    return front(text) + "\n".join(mixed)


def soup(text: str, _language: str) -> str:
    return front(text) + f"{field(text, 'keyword')}, " * 150 + "\n"


def soup_in_sentences(text: str, language: str) -> str:
    end = "。" if language == "ja" else ". "
    return front(text) + f"{field(text, 'keyword').capitalize()}{end}" * 150 + "\n"


# --- something is missing or too much -------------------------------------------------------------------------


def duplicated(text: str, _language: str) -> str:
    """The longest paragraph stands twice."""
    parts = paragraphs(text)
    longest = max(range(len(parts)), key=lambda at: len(parts[at]))
    return joined(text, [*parts[: longest + 1], parts[longest], *parts[longest + 1 :]])


def truncated(text: str, _language: str) -> str:
    """Cut off in the middle."""
    whole = body(text).strip()
    return front(text) + whole[: len(whole) // 2].rstrip() + "\n"


def truncated_at_a_sentence(text: str, _language: str) -> str:
    """Cut off at the end of the sentence nearest below the middle."""
    whole = body(text).strip()
    ends = [found.end() for found in re.finditer(r"[.!?؟](?=\s)|。", whole) if found.end() <= len(whole) // 2]
    return front(text) + whole[: ends[-1] if ends else len(whole) // 2] + "\n"


def stuffed(text: str, language: str) -> str:
    """The keyword thirty times more, spread over the sentences."""
    keyword = field(text, "keyword")
    gap = "" if language == "ja" else " "
    places = [found.start() for found in re.finditer(r"[.!?؟](?=\s)|。", body(text).rstrip() + " ")] or [
        len(body(text))
    ]
    out, end, whole = [], 0, body(text)
    each, more = divmod(30, len(places))
    for number, at in enumerate(places):
        out.append(whole[end:at] + f"{gap}{keyword}" * (each + (number < more)))
        end = at
    return front(text) + "".join(out) + whole[end:]


def unanswered(text: str, _language: str) -> str:
    return joined(text, paragraphs(text)[1:])


def with_filler(text: str, language: str) -> str:
    """As many letters again that say nothing."""
    rows = FILLER[language]
    extra: list[str] = []
    while sum(map(len, extra)) < len(body(text)):
        extra.append(rows[len(extra) % len(rows)] if len(extra) < len(rows) else "")
        if len(extra) >= len(rows):
            break
    gap = "" if language == "ja" else " "
    half = len(extra) // 2
    return body_with(text, [gap.join(extra[:half]), gap.join(extra[half:])])


def body_with(text: str, more: list[str]) -> str:
    return joined(text, [*paragraphs(text), *(part for part in more if part)])


def unstructured(text: str, _language: str) -> str:
    """Headings taken out; where there are none, a picture without words put in."""
    parts = paragraphs(text)
    bare = [part for part in parts if not part.startswith("#")]
    return joined(text, bare if len(bare) < len(parts) else [*parts, "![](room.jpg)"])


def without_words_for_a_picture(text: str, _language: str) -> str:
    return body_with(text, ["![](room.jpg)"])


def skipped_level(text: str, _language: str) -> str:
    parts = paragraphs(text)
    at = max(1, len(parts) // 2)
    return joined(text, [*parts[:at], "#### " + field(text, "title").split(":")[0], *parts[at:]])


def noisy(text: str, language: str) -> str:
    """Three words in a hundred wrong: swapped, doubled, dropped or misspelt, in turn."""
    chance = random.Random(len(text) + 1)
    lines = body(text).split("\n")
    split = [pieces(line, language) if is_prose(line) else [] for line in lines]
    total = sum(map(len, split))
    for number in range(max(3, round(total * 0.03))):
        line = chance.choice([found for found in split if len(found) > 5])
        at = chance.randrange(1, len(line) - 2)
        _spoil(line, at, number % 4)
    gap = "" if language == "ja" else " "
    ends = "。" if language == "ja" else "."
    return front(text) + "\n".join(
        gap.join(found) + (ends if not found[-1].endswith(("。", ".")) else "") if found else old
        for found, old in zip(split, lines, strict=True)
    )


def _spoil(line: list[str], at: int, way: int) -> None:
    if way == 0:
        line[at], line[at + 1] = line[at + 1], line[at]
    elif way == 1:
        line.insert(at, line[at])
    elif way == 2:
        del line[at]
    else:
        word = line[at]
        line[at] = word[1:2] + word[:1] + word[2:] if len(word) > 2 else word + word


# --- something of another article --------------------------------------------------------------------------


def other_body(text: str, other: str) -> str:
    return front(text) + body(other)


def other_title(text: str, other: str) -> str:
    return with_field(text, "title", field(other, "title"))


# --- nothing has happened ------------------------------------------------------------------------------------


def crlf(text: str, _language: str) -> str:
    return text.replace("\n", "\r\n")


def wide_gaps(text: str, _language: str) -> str:
    return front(text) + re.sub(r"(?m)$", "  ", body(text).replace("\n\n", "\n\n\n"))


def decomposed(text: str, _language: str) -> str:
    return unicodedata.normalize("NFD", text)


def composed(text: str, _language: str) -> str:
    return unicodedata.normalize("NFC", text)


def other_quotes(text: str, _language: str) -> str:
    return front(text) + body(text).replace("'", "’").replace("“", '"').replace("”", '"').replace(
        "「", "『"
    ).replace("」", "』")


def other_digits(text: str, language: str) -> str:
    """Arabic-Indic digits in Arabic, full-width ones elsewhere."""
    whole = body(text)
    if language == "ar":
        return front(text) + whole.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789."))
    return front(text) + whole.translate(FULL_WIDTH)


def millimetres(text: str, _language: str) -> str:
    """Centimetres as millimetres; not the second of two numbers that share one sign."""
    whole = body(text)

    def exact(match: re.Match[str]) -> str:
        before = whole[max(0, match.start() - 14) : match.start()]
        return match[0] if re.search(r"\d(?!.*cm)", before) else f"{int(match[1]) * 10}{match[2]}mm"

    return front(text) + re.sub(r"(?<![\d.,])(\d{1,3})( ?)cm\b", exact, whole)


NUMBER_WORDS = {
    "en": {"two": "2", "three": "3", "five": "5", "ten": "10", "six": "6"},
    "es": {"dos años": "2 años", "tres años": "3 años", "cinco años": "5 años"},
    "fr": {"deux ans": "2 ans", "trois ans": "3 ans", "cinq ans": "5 ans"},
    "de": {"zwei Jahre": "2 Jahre", "drei Jahre": "3 Jahre", "fünf Jahre": "5 Jahre"},
    "ar": {"ثلاث سنوات": "3 سنوات", "خمس سنوات": "5 سنوات"},
    "ja": {"二年": "2年", "三年": "3年", "五年": "5年"},
}


def number_words(text: str, language: str) -> str:
    whole = body(text)
    for word, digit in NUMBER_WORDS[language].items():
        whole = re.sub(rf"(?<!\w){word}(?!\w)" if language != "ja" else word, digit, whole)
    return front(text) + whole
