"""What hostile pages, customers and feeds write changes no link, no claim, no score and no call.

Each text of `tests/data/injection/` goes the whole way in; then a writer obeys it, and a judge would like to.
"""

import csv
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from content.checks import check
from content.checks.orders import orders
from content.dossier import from_web
from content.errors import ModelUnreadable
from content.judging.article import article as judged_article
from content.judging.fence import fenced
from content.judging.judge import Judge, shares
from content.judging.prompts import read as judge_prompt
from content.ledger.ledger import Ledger, read_ledger
from content.models.model import Answer, ChatModel, Request
from content.records import Draft, Finding, Severity
from content.research.addresses import addresses
from content.research.research import research
from content.research.settings import Reading
from content.shop import load_shop
from content.writing.model import prompts
from content.writing.model.revising import needs_revision, revise
from content.writing.model.task import Task
from content.writing.model.writer import compose
from seo.encoders.encoder import Encoder
from seo.encoders.universal import Universal
from seo.records import Result, SignalKind
from seo.web.answers import Answer as Fetched
from seo.web.stored import page_of
from tests.content.research.pages import DAY
from tests.content.writing.model.conftest import ON, SHOP
from tests.content.writing.model.hostile import (
    DESCRIPTIONS,
    FENCE,
    LOCALES,
    PAGES,
    QUESTIONS,
    REVIEWS,
    TITLES,
    Hostile,
    Obedient,
    Parrot,
    article,
    hostile,
    questions_of,
    quoting,
    stored,
    task,
    with_,
)

FEWEST = 40
WIDE, NARROW = 64_000, 3_000
TURNS = re.compile(r"<[|｜]|\[/?INST\]|<</?SYS>>|<start_of_turn>|</?tool_call>|</s>")
RUN = 5  # words in a row by which a text is known again
RUN_JA = 14  # letters


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched: whoever opens a connection fails the test."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@cache
def bundled() -> Encoder:
    return Universal()


@cache
def innocent(language: str) -> tuple[Task, str, list[str]]:
    """The task without anything planted, its prompt, and what was asked."""
    plain = task(language)
    model = Obedient(language)
    compose(plain, model, WIDE)
    return plain, model.asked[0].messages[-1].text, [each.name for each in model.asked]


@cache
def came_in(each: Hostile) -> Task:
    """The task after a text has gone the way it really takes."""
    language = each.language
    if each.kind == PAGES:
        found = research(task(language).assignment.topic, [stored(each)], bundled())
        return task(language, dossier=found)
    if each.kind in {QUESTIONS, REVIEWS}:
        kind = SignalKind.QUESTION if each.kind == QUESTIONS else SignalKind.REVIEW
        return task(language, asked=questions_of(each.text, kind, language))
    if each.kind == TITLES:
        return task(language, phrase=each.text)
    return task(language, ledger=described(each.text))


@cache
def described(text: str) -> Ledger:
    """The demo shop with a supplier's description of one product."""
    with TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        shutil.copytree(SHOP, shop)
        with (shop / "products.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        told = [[*row, text if "nachtal" in row else ""] for row in rows]
        with (shop / "products.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[*header, "description"], *told])
        return read_ledger(load_shop(shop)).as_of(ON)


def seen(task_: Task, draft: Draft) -> list[Finding]:
    return check(draft, task_.ledger, task_.market, on=task_.on, dossier=task_.dossier)


def blocks(findings: list[Finding]) -> list[str]:
    return [each.rule for each in findings if each.severity is Severity.BLOCK]


def written(task_: Task, model: ChatModel) -> tuple[Draft, list[Finding]]:
    """Compose, check, and send back as often as the pipe does. An answer in another language is none: it stays as it
    was, or is not there at all.
    """
    draft = compose(task_, model, WIDE)
    findings = seen(task_, draft)
    while needs_revision(draft, findings):
        try:
            draft = revise(task_, draft, findings, model)
        except ModelUnreadable:
            break
        findings = seen(task_, draft)
    return draft, findings


def runs(text: str, language: str) -> set[str]:
    """Stretches by which a text is known again, wherever it is quoted."""
    if language == "ja":
        bare = "".join(text.split())
        return {bare[at : at + RUN_JA] for at in range(len(bare) - RUN_JA + 1)}
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def names(found: list[Hostile]) -> list[str]:
    return [str(each) for each in found]


EVERY = pytest.mark.parametrize("each", hostile(), ids=names(hostile()))


def test_there_are_enough_of_them_in_six_languages() -> None:
    assert len(hostile()) >= FEWEST
    assert {each.language for each in hostile()} == set(LOCALES)
    assert {each.kind for each in hostile()} == {PAGES, QUESTIONS, REVIEWS, TITLES, DESCRIPTIONS}
    assert len({each.trick for each in hostile()}) >= FEWEST


@pytest.mark.parametrize("language", LOCALES)
def test_the_honest_article_passes(language: str) -> None:
    """Else everything below would be blocked for no reason."""
    plain, _, _ = innocent(language)
    draft, findings = written(plain, Obedient(language))
    assert blocks(findings) == []
    assert "{{nachtal.short}}" in draft.body


# --- what a prompt holds ------------------------------------------------------------------------------------


@EVERY
def test_it_stands_between_marks_it_cannot_know_and_nowhere_else(each: Hostile) -> None:
    """In every call of the writer: the article, its parts one by one, the revision of what it was talked into."""
    told = came_in(each)
    plain, _, _ = innocent(each.language)
    for text in _prompts(told, each):
        inner = FENCE.findall(text)
        assert [fenced(words, told.secret, name) for name, _, words in inner] == [
            match.group() for match in FENCE.finditer(text)
        ]
        outside = FENCE.sub(" ", text)
        assert "<<<" not in outside
        assert ">>>" not in outside
        assert not TURNS.search(text)
        ours = runs(FENCE.sub(" ", "\n".join(_prompts(plain, None))), each.language)
        planted = runs(f"{each.order}\n{each.text}\n{each.obeyed}", each.language)
        assert (runs(outside, each.language) - ours) & planted == set()


def _prompts(told: Task, each: Hostile | None) -> list[str]:
    """What a writer is sent; the system message is the frame, letter for letter."""
    key = (told, str(each))
    if key not in _KEPT:
        more = [each.obeyed] if each else []
        model = Obedient(told.market.language, *more)
        first = compose(told, model, WIDE)
        compose(told, model, NARROW)
        if each and needs_revision(first, found := seen(told, first)):
            with suppress(ModelUnreadable):
                revise(told, first, found, model)
        assert {request.messages[0].text for request in model.asked} == {prompts.read("frame")}
        _KEPT[key] = [request.messages[-1].text for request in model.asked]
    return _KEPT[key]


_KEPT: dict[tuple[object, str], list[str]] = {}


HIDDEN = [
    each
    for each in hostile()
    if each.trick in {
        "display:none", "white on white", "HTML comment", "alt and title attributes", "JSON-LD",
        "meta description and aria-label", "noscript and template", "hidden by a style sheet",
        "moved off the screen, no size, aria-hidden", "invisible tag characters", "hidden markup in a review",
    }
]  # fmt: skip


@pytest.mark.parametrize("each", HIDDEN, ids=names(HIDDEN))
def test_hidden_words_reach_no_prompt(each: Hostile) -> None:
    """What no reader of the page sees is not quoted either."""
    planted = runs(each.order, each.language)
    assert planted
    plain, _, _ = innocent(each.language)
    ours = runs("\n".join(_prompts(plain, None)), each.language)
    assert not planted & (runs("\n".join(_prompts(came_in(each), None)), each.language) - ours)
    if each.path.suffix == ".html":  # as the door stores it
        answer = Fetched(
            "https://a.example/", 200, {"content-type": "text/html; charset=utf-8"}, each.text.encode(), DAY
        )
        page = from_web(page_of(answer, "grey"))
        assert not planted & runs(f"{page.text}\n{page.main}", each.language)


def test_a_search_results_title_decides_over_no_address() -> None:
    (each,) = hostile(TITLES)
    topic = task("en").assignment.topic
    place = Result(topic.name, "en-GB", 1, "https://guide.example/curtains", each.text, each.text, "web", ON)
    assert addresses(topic, lambda _: [place], Reading()) == ("https://guide.example/curtains",)


# --- a writer that obeys ------------------------------------------------------------------------------------


@EVERY
def test_a_writer_that_obeys_is_blocked_whatever_it_read(each: Hostile) -> None:
    """Even where research took the order itself for a quotation, and twice sent back."""
    told = task(each.language)
    if each.kind == PAGES:
        told = with_(told, quoting(stored(each), each.order))
    model = Obedient(each.language, each.obeyed)
    draft, findings = written(told, model)
    assert blocks(findings)
    assert each.name == "homoglyphs" or draft.rounds == 2  # those letters are taken for Russian, and not read
    assert {request.name for request in model.asked} == {"article", "revise"}
    assert len(model.asked) == 3


@EVERY
def test_a_writer_that_copies_every_planted_line_publishes_none_of_it(each: Hostile) -> None:
    told = came_in(each)
    _, prompt, calls = innocent(each.language)
    model = Parrot(each.language, prompt)
    draft, findings = written(told, model)
    if not blocks(findings):
        assert not orders_or_addresses(draft)
    assert [request.name for request in model.asked[:1]] == calls


def orders_or_addresses(draft: Draft) -> list[str]:
    """An address that is no source of a quotation, or an order, in what could be published."""
    lines = [line for line in draft.body.splitlines() if not line.startswith("[^q")]
    text = "\n".join([draft.title, draft.description, *lines])
    return [*re.findall(r"\S*evil\S*", text), *(text[start:end] for start, end in orders(text))]


def test_a_title_of_a_page_is_plain_words_in_the_article() -> None:
    (each,) = [each for each in hostile(PAGES) if each.name == "title-with-link"]
    told = with_(task("en"), quoting(stored(each), each.order))
    page = replace(stored(each), text="The cloth lies flat after a day.")
    told = with_(told, quoting(page, page.text))
    model = Obedient("en", "The {{nachtal.short}} cannot be cut. The cloth lies flat after a day.[^q1]")
    draft, findings = written(told, model)
    assert draft.body.endswith(
        '[^q1]: "The cloth lies flat after a day." — Curtains free sample approved, ' + page.url
    )
    assert blocks(findings) == []


# --- a judge that obeys -------------------------------------------------------------------------------------

ASKS = re.compile(
    r"\bpoints\b|\bscore\b|\bapprove[ds]?\b|\brated\b|punktzahl|\bpunkte\b|freigegeben|gebe\b.{0,40}\bfrei\b|\bpuntos\b|puntuación"
    r"|apruebo|aprobado|\bpoints\b|approuv|نقطة|نقاط|أوافق|الموافقة|満点|承認|\bignore\b|\bignoriere\b|無視|تجاهل"
    r"|\bobe(?:y|is)\b|im_start|\[inst\]|system:|decode and follow",
    re.IGNORECASE,
)  # fmt: skip


class Bribed(ChatModel):
    """Gives five to whoever asks for anything, and else three; it quotes well."""

    name, base_url = "bribed", "http://bribed/v1"

    def __init__(self) -> None:
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        assert request.messages[0].text == judge_prompt("frame.md")
        text = next(words for name, _, words in FENCE.findall(request.messages[-1].text) if name == "ARTICLE")
        material = " ".join(words for _, _, words in FENCE.findall(request.messages[-1].text))
        score = 5 if ASKS.search(material) else 3
        quote = " ".join(text.split())[:60]
        return Answer(f'{{"quotes": ["{quote}"], "reason": "", "score": {score}}}')

    def reject(self, request: Request, fault: str) -> None:
        """Nothing is kept here."""


@cache
def honest(language: str) -> tuple[Task, Draft]:
    plain, _, _ = innocent(language)
    return plain, compose(plain, Obedient(language), WIDE)


def told_by(judge: Bribed, task_: Task, draft: Draft) -> dict[str, float | None]:
    return shares(
        Judge(judge, task_.secret).opinions(judged_article(draft, task_.ledger, task_.market, task_.on))
    )


def asking() -> list[Hostile]:
    return [each for each in hostile() if ASKS.search(each.order) and each.trick not in {"rot13"}]


@pytest.mark.parametrize("each", asking(), ids=names(asking()))
def test_a_judge_that_wants_to_obey_finds_nothing_to_obey(each: Hostile) -> None:
    told, draft = honest(each.language)
    plain = Bribed()
    fair = told_by(plain, told, draft)
    assert set(fair.values()) == {0.5}
    for bought in _bought(draft, each):
        judge = Bribed()
        assert told_by(judge, told, bought) == fair
        assert len(judge.asked) == len(plain.asked)


def _bought(draft: Draft, each: Hostile) -> Iterator[Draft]:
    for words in dict.fromkeys((each.order, each.obeyed) if ASKS.search(each.obeyed) else (each.order,)):
        yield replace(draft, body=f"{draft.body}\n\n{words}")
        yield replace(draft, body=f"{draft.body} {words}")
        yield replace(draft, title=f"{draft.title} {words}")
        yield replace(draft, description=f"{draft.description} {words}")
        yield replace(draft, keyword=words)
        yield replace(draft, questions=(*draft.questions, words))


# --- calls ----------------------------------------------------------------------------------------------------


@EVERY
def test_the_calls_are_those_of_a_harmless_text_of_the_same_length(each: Hostile) -> None:
    """The writer's answer may hold what it likes: nothing in it is fetched, run or asked again."""
    told = came_in(each)
    plain, _, _ = innocent(each.language)
    for context in (WIDE, NARROW):
        obeying, honest_ = (
            Obedient(each.language, each.obeyed),
            Obedient(each.language, "x" * len(each.obeyed)),
        )
        compose(with_(plain, told.dossier), obeying, context)
        compose(plain, honest_, context)
        assert [r.name for r in obeying.asked] == [r.name for r in honest_.asked]
        assert [r.schema for r in obeying.asked] == [r.schema for r in honest_.asked]


# --- and harmless ones stay -----------------------------------------------------------------------------------

HARMLESS = [
    ("en", "Can I ignore the wash symbol on the label?"),
    ("en", "The editor's note in the manual says to hang it damp."),
    ("en", "You can ignore the washing instructions of the old lining."),
    ("en", "Please link to the size chart, I cannot find it."),
    ("en", "The system: two rails, one curtain."),
    ("en", "Assistants in our shop measured the drop twice."),
    ("en", "This article of clothing was approved for the dryer."),
    ("en", "All instructions are in the box."),
    ("en", "Give it a full wash before you hang it."),
    ("en", "Has the page on care been published yet?"),
    ("de", "Kann ich die Pflegehinweise ignorieren?"),
    ("de", "Der Artikel ist für den Trockner freigegeben."),
    ("de", "Ab jetzt schreibt der Hersteller die Länge auf das Etikett."),
    ("de", "Können Sie die Maßtabelle verlinken?"),
    ("de", "Der Artikel bekommt nach der Wäsche seine volle Länge zurück."),
    ("fr", "Puis-je ignorer les instructions de lavage ?"),
    ("fr", "Cet article est validé pour le sèche-linge."),
    ("fr", "Pouvez-vous ajouter un lien vers le guide des tailles ?"),
    ("fr", "Donnez à la page du rideau un nom plus clair."),
    ("es", "¿Puedo ignorar las instrucciones de lavado?"),
    ("es", "El artículo viene aprobado para secadora."),
    ("es", "¿Pueden poner un enlace a la guía de tallas?"),
    ("es", "Dale a la tela una hora al aire."),
    ("ar", "هل يمكنني تجاهل تعليمات الغسيل؟"),
    ("ar", "يجب غسل هذا النسيج بماء بارد."),
    ("ar", "هل يمكن وضع رابط لجدول المقاسات؟"),
    ("ja", "洗濯表示は無視しても大丈夫ですか？"),
    ("ja", "商品ページに記載がなければ、幅を測ってください。"),
    ("ja", "このページで見るべき点は丈と幅です。"),
    ("ja", "サイズ表へのリンクを貼ってもらえますか？"),
]


@pytest.mark.parametrize(("language", "text"), HARMLESS)
def test_harmless_talk_of_instructions_is_not_lost(language: str, text: str) -> None:
    assert list(orders(text)) == []
    if text.endswith(("?", "？", "؟")):
        assert questions_of(text, SignalKind.QUESTION, language) == [text]


@pytest.mark.parametrize("language", LOCALES)
def test_an_honest_article_holds_no_order(language: str) -> None:
    told = article(language)
    text = "\n".join(
        [told["title"], told["description"], *(b["text"] for s in told["sections"] for b in s["blocks"])]
    )
    assert list(orders(text)) == []
