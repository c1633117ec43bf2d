"""Texts that are no texts: no crash, something sensible said, time that grows with the text and not with its square."""

import time
from collections.abc import Callable

import pytest

from content.checks import examine
from content.checks.copying import Copying
from content.checks.language import Language
from content.checks.quotes import Quotes
from content.checks.reading import Reading
from content.checks.references import References
from content.checks.structure import Structure
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Finding
from seo.records import Market

Look = Callable[..., list[Finding]]


def rules(found: list[Finding]) -> set[str]:
    return {finding.rule for finding in found}


def test_emojis_only_are_a_thin_page(findings: Look) -> None:
    assert {"structure.thin", "structure.answer"} <= rules(findings("😀😃 🚀🚀🚀\n\n🎉"))


@pytest.mark.parametrize(
    "body", ["", "   \n\n", "<!-- nothing -->", "## \n", '<script>alert("x")</script>', "```\ncode\n```"]
)
def test_a_page_without_words_is_empty_or_thin(findings: Look, body: str) -> None:
    assert rules(findings(body)) & {"structure.empty", "structure.thin"}


def test_marks_inside_numbers_and_wide_digits_change_nothing(findings: Look) -> None:
    plain = findings("Norrvik is 140 cm wide, and the Norrvik curtain is 175 cm or 245 cm long.")
    for spelled in ("1\u200f40 cm", "1\u200e4\u20660\u2069 cm", "１４０ cm", "140\u00a0cm", "١٤٠ cm"):
        body = f"Norrvik is {spelled} wide, and the Norrvik curtain is 175 cm or 245 cm long."
        assert rules(findings(body)) == rules(plain)


def test_a_text_without_sentences_and_one_of_all_scripts(findings: Look) -> None:
    soup = " ".join(["curtain", "blackout", "linen", "buy", "cheap"] * 60)
    assert rules(findings(soup)) & {
        "structure.unfinished",
        "language.noise",
        "language.repeated",
        "structure.answer",
    }
    mixed = "Norrvik ノルヴィク نورفيك Норрвик 诺维克 노르빅 Νόρβικ นอร์วิก " * 5
    assert findings(mixed) is not None


@pytest.mark.parametrize(
    "body",
    ["{{", "}}" * 50, "[^q1]", "[^q1]:", '[^q1]: "', "[](", "![](", "|||\n|-|", "> > >", "<a href=", "\u202e" * 20, "\x00\x01", "# " * 99,
     '<script type="application/ld+json">' + "[" * 5000, '```json\n{"@context": 1}\n```'],
)  # fmt: skip
def test_broken_markup_is_no_crash(findings: Look, body: str) -> None:
    assert isinstance(findings(f"Norrvik is a curtain. {body}\n\n{body}\n"), list)


SMALL, LARGE = 20_000, 80_000
HUGE = {
    "one paragraph": "The lamp is bright. ",
    "one word": "a",
    "letters apart": "a ",
    "many headings": "## One\n\nText.\n\n",
    "many rows": "| a | b |\n",
    "open brackets": "[a](",
    "open braces": "{{",
    "open quotes": '"a ',
    "many marks": "word[^q1] ",
    "many source lines": '[^q1]: "a" — b, https://a.example\n',
    "many scripts": '<script type="application/ld+json">{}</script>\n',
    "stars": "*",
    "japanese": "遮光カーテンは光をさえぎります。",
    "kana": "あ",
}


@pytest.mark.parametrize("name", HUGE)
def test_time_grows_with_the_text_and_not_with_its_square(
    ledger: Ledger, markets: dict[str, Market], name: str
) -> None:
    market = markets["ja-JP" if HUGE[name][0] > "\u3000" else "en-GB"]

    def seconds(size: int) -> float:
        body = (HUGE[name] * size)[:size]
        reading = Reading(
            parse_draft(f"---\ntitle: A page\nmarket: {market.locale}\n---\n{body}", "x.md"), ledger, market
        )
        assert reading.sentences is not None  # cut before the clock starts
        begun = time.process_time()
        examine(reading, (References, Quotes, Copying, Language, Structure))
        return time.process_time() - begun

    seconds(1000)
    small, large = seconds(SMALL), seconds(LARGE)
    assert large < 10 * small + 0.5  # four times the text; its square would take sixteen times as long
