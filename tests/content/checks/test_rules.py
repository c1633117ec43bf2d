"""The table of rules and the rules that are emitted are the same; each is shown at work once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from content.checks import CHECKS, check, rules
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.proofreading.proofreader import RULES as PROOFREADING
from content.records import Draft, Finding
from seo.records import Market

Look = Callable[..., list[Finding]]
LONG = "Brisa is a curtain for rooms where you want to see the day come in and nothing else matters much to anybody. "
COPY = (
    "A rug that stays where you put it is worth more than a soft one, because nobody wants to slip on the way to the "
    "kitchen at night, and a good underlay costs less than a plaster and a sleepless hour on the cold floor."
)

AT_WORK = {
    "reference.malformed": "It is {{norrvik width}}.",
    "reference.unknown": "It is {{nobody.width}}.",
    "reference.gap": "See {{norrvik.url}}.",
    "number.contradicted": "Norrvik is 150 cm wide.",
    "number.elsewhere": "Ferra weighs 1.1 kg.",
    "number.between": "Delivery takes 4 working days.",
    "number.unsupported": "Ferra holds 3 litres.",
    "number.unproven": "Ferra gets as hot as an old 60 watt bulb.",
    "number.loose": "Ferra is a pan. It is around 3 kg.",
    "number.derived": "Two panels of Norrvik side by side are 280 cm wide.",
    "price.contradicted": "Ferra costs £39.00.",
    "price.loose": "Ferra is a pan. Reckon with about £90.",
    "price.currency": "Ferra costs $38.00.",
    "capability.contradicted": "Norrvik can be cut.",
    "capability.unsupported": "Lido can be ironed.",
    "capability.mixed": "Blackout curtains and linen curtains can be cut.",
    "capability.unproven": "Never use bleach on Norrvik.",
    "capability.listed": "Yes for Norrvik, no for Brisa: can be cut.",
    "choice.contradicted": "Brisa is made of silk.",
    "choice.unsupported": "Ferra is made in Italy.",
    "comparison.contradicted": "Norrvik is lighter than Brisa.",
    "comparison.unsupported": "Tarn is the brightest lamp in our shop.",
    "structure.empty": "",
    "structure.description": "Short.",
    "structure.answer": "Nothing of it here.",
    "structure.lead": "## What it holds\n\nText.",
    "structure.headings": LONG * 20,
    "structure.skip": "Text.\n\n## One\n\nText.\n\n#### Two\n\nText.",
    "structure.section": "Text.\n\n## One\n\n## Two\n\nText.",
    "structure.duplicate": f"{LONG}\n\n{LONG}",
    "structure.alt": "Look: ![](lamp.jpg)",
    "structure.link": "Look [here](#).",
    "structure.picture": "Look at this one:\n\n![](image:nobody)",
    "structure.chart": "Look at this one:\n\n![](chart:width?of=norrvik)",
    "structure.second-title": "Text.\n\n# Another title\n\nText.",
    "structure.unfinished": "TODO write this.",
    "structure.thin": "Lido is a towel.",
    "structure.long": "Lido is a towel.\n\n" * 12_000,
    "structure.json-ld": '<script type="application/ld+json">{,}</script>\n\nText.',
    "structure.data": '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Review"}</script>\n\nText.',
    "structure.disclosure": "Look [here](https://partner.example/x?tag=kiesel-21).",
    "structure.undated": "Text.",
    "structure.unsourced": "Text.",
    "language.noise": "It is the the best of rugs.",
    "language.repeated": f"{LONG.strip()} And so on. {LONG.strip()}",
    "language.filler": "Basically it is really a very good lamp, and actually it is quite the light you truly need.",
    "originality.tells": "In today's fast-paced world it is a game-changer. Look no further, it will elevate your home.",
    "originality.common": "Ferra is a frying pan.",
    "quote.missing": "Linen drinks.[^q1]",
    "quote.unused": 'Linen drinks.\n\n[^q1]: "words" — Title, https://a.example',
    "language.wrong": "Dies ist ein Absatz, der nicht in der Sprache des Marktes steht und den hier keiner lesen kann.",
    "invention.review": "Our customers say it is soft.",
    "invention.statistic": "Studies show that it works.",
    "invention.experience": "We tested it for weeks.",
    "invention.expert": "Experts agree on this.",
    "invention.rating": "It has 4.8 out of 5 stars.",
    "claim.green": "It is eco-friendly.",
    "claim.medical": "It relieves pain.",
    "claim.superlative": "It is the best kettle on the market.",
    "claim.absolute": "It is 100% safe.",
    "claim.no1": "It is the number one choice for quality.",
    "claim.urgency": "Only 3 left in stock.",
    "claim.comparison": "It is cheaper than Amazon.",
    "claim.certificate": "The lamp is TÜV tested.",
    "claim.guarantee": "You get a lifetime warranty.",
    "claim.offer": "Free returns for everybody.",
    "returns.unsupported": "The way back is at our expense.",
    "claim.pressure": "Don't miss out on this one.",
    "claim.disclosure": "See [this lamp](https://shop.example/lamp?tag=acme-21).",
    "invention.award": "It is an award-winning lamp.",
    "invention.byline": "Written by Carla Nobody",
    "culture.map": "It ships across the Persian Gulf.",
    "trademark.copy": "It is a dupe of the Dyson fan.",
    "attribution.brand": "Beside it stand the kettles by Bosch.",
    "manners.demeaning": "Even a woman can hang it.",
    "manners.hate": "No towelheads in here.",
    "privacy.address": "Come to 14 Elm Street at nine.",
    "privacy.personal": "Write to anna.schmidt@mail.example for more.",
    "manners.profanity": "This shit works.",
}


@pytest.mark.parametrize(("rule", "body"), AT_WORK.items())
def test_each_rule_at_work(findings: Look, rule: str, body: str) -> None:
    assert rule in {found.rule for found in findings(body)}


def test_a_price_where_the_ledger_has_none_is_unsupported(ledger: Ledger) -> None:
    market = Market("en-XX", "CHF")  # where nothing has a price and nothing is delivered
    draft = Draft("A page about our curtains at home", "", "The lamp costs 12.00 CHF.", "en", "en-XX")
    assert "price.unsupported" in {found.rule for found in check(draft, ledger, market)}


def test_residue_of_another_language_is_seen(findings: Look) -> None:
    body = (
        "The lamp is bright and the cord is long.\n\n- und der Rest ist nicht da\n\n- das ist auch nicht so"
    )
    assert "language.residue" in {found.rule for found in findings(body)}


def test_titles_have_a_length(ledger: Ledger) -> None:
    draft = Draft(title="Lamp", description="", body="The lamp is bright.", language="en", market="en-GB")
    assert "structure.title" in {found.rule for found in check(draft, ledger, ledger.shop.markets[0])}


@pytest.mark.parametrize(
    ("share", "rule"), [(1.0, "originality.contained"), (1.0, "originality.run"), (0.3, "originality.near")]
)
def test_copies_are_seen(findings: Look, share: float, rule: str) -> None:
    other = parse_draft(f"---\ntitle: The other page\nlang: en\nmarket: en-GB\n---\n{COPY}\n", "other.md")
    words = COPY.split()
    own = "We would rather talk about lamps here, since the days grow short and people read more in the evening than "
    own += "they did in June, with a cup of tea beside them and a blanket over both knees, until the page goes dim. "
    body = (
        COPY
        if share == 1.0
        else " ".join(words[:14]) + ". " + own + "Nothing more to be said of floors today."
    )
    found = findings(body, others=(other,))
    assert rule in {f.rule for f in found}
    assert any("The other page" in f.cure for f in found if f.rule == rule)


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    emitted = {rule for kind in CHECKS.values() for rule in kind.rules}
    assert emitted | set(PROOFREADING) == set(rules())


def test_every_row_is_shown_at_work_here() -> None:
    elsewhere = {
        "reference.part",  # test_counted.py
        "returns.contradicted",  # test_returns.py
            "choice.untranslated",  # test_choices.py
        "price.unsupported", "language.residue", "structure.title", "fact.changed",
        "originality.contained", "originality.run", "originality.near",
        *(f"originality.{name}" for name in (  # test_copying.py
            "copied", "close", "outline", "stitched", "opening", "phrase", "heading", "rival",
        )),
        *(f"structure.{name}" for name in (  # test_structure.py
            "broken-link", "noindex", "canonical", "hreflang", "date", "byline",
        )),
        *(f"quote.{name}" for name in ("altered", "number", "name", "long", "tier", "contradicted")),  # test_quotes.py
        "language.hard", "language.easy",  # test_language.py
        "culture.holiday", "culture.alcohol", "culture.pork", "culture.gambling", "culture.number",
        "culture.address", "trademark.never", "trademark.use", "trademark.title",  # tests/content/checks/test_policy.py
        "culture.form", "voice.avoided",  # test_address.py, test_avoided.py
        *(f"draft.{name}" for name in ("number", "link", "quote", "order", "markup")),  # test_drafted.py
        *PROOFREADING,  # tests/content/proofreading
    }  # fmt: skip
    assert set(AT_WORK) | elsewhere == set(rules())


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_keeps_the_contract(name: str) -> None:
    found = CHECKS[name]()  # TypeError here: check() is missing
    assert found.name == name
    assert all(rule.split(".")[0] in {name, "price"} for rule in found.rules)


def test_a_finding_points_at_its_quote(findings: Look) -> None:
    front = "---\ntitle: Kiesel & Tuch\nlang: en\nmarket: en-GB\nsku: \n---\n"
    body = "**Norrvik** is [150 cm](https://x.example) wide, {{norrvik.width}} says the ledger. Ferra costs £39.00."
    text = front + body
    for found in findings(body):
        if found.quote and found.rule.split(".")[0] in {"number", "price"}:
            assert text[slice(*found.span)] == found.quote


def test_without_a_file_spans_count_from_the_title(ledger: Ledger) -> None:
    draft = Draft("A page about our curtains at home", "", "Norrvik is 150 cm wide.", "en", "en-GB")
    (found,) = [f for f in check(draft, ledger, ledger.shop.markets[0]) if f.rule == "number.contradicted"]
    assert (draft.title + "\n\n" + draft.body)[slice(*found.span)] == "150 cm"
    again = replace(draft, source="file.md", offset=500)
    (moved,) = [f for f in check(again, ledger, ledger.shop.markets[0]) if f.rule == "number.contradicted"]
    assert moved.span == (511, 517)
