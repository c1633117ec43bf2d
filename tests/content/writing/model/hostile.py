"""Hostile texts of our own wording, the tasks they are smuggled into, and models that obey whatever they are told.

A file of `tests/data/injection/` has the header of a stored page and beside it `trick`, `order` (what it wants, in plain
words) and `obeyed` (what a model writes that does it).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content.briefs.outline import outline
from content.dossier import Dossier, Quote, StoredPage, read_page
from content.files import split_header
from content.ledger.ledger import Ledger
from content.models.model import Answer, ChatModel, Request
from content.records import Action, Assignment, Opportunity, PlannedLink
from content.writing.model.task import Task
from seo.records import Intent, Keyword, Question, SignalKind, Topic
from seo.signals.reading import Reader
from seo.signals.source import Sighting
from tests.content.writing.model.conftest import ON, demo, said

HERE = Path(__file__).parents[3] / "data" / "injection"
PAGES, QUESTIONS, REVIEWS, TITLES, DESCRIPTIONS = "pages", "questions", "reviews", "titles", "descriptions"
LOCALES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "ar": "ar-AE", "ja": "ja-JP"}


@dataclass(frozen=True)
class Hostile:
    """One text: where it comes in, what it wants, what obeying it looks like."""

    kind: str
    name: str
    language: str
    trick: str
    order: str
    obeyed: str
    title: str
    text: str  # as it comes in
    path: Path

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}"


@cache
def hostile(*kinds: str) -> list[Hostile]:
    """All of them, or those of some kinds."""
    return [_read(path) for path in sorted(HERE.glob("*/*")) if not kinds or path.parent.name in kinds]


def _read(path: Path) -> Hostile:
    text = path.read_text(encoding="utf-8")
    header, offset = split_header(text, str(path))
    told: dict[str, Any] = yaml.safe_load(header)
    return Hostile(
        path.parent.name, path.stem, told["language"], told["trick"], told["order"], told["obeyed"], told["title"],
        text[offset:].strip(), path,
    )  # fmt: skip


# --- the tasks ------------------------------------------------------------------------------------------------

TOPICS = {
    "en": ("Can you cut blackout curtains?", "How do I hem a coated curtain?"),
    "de": ("Kann man Verdunkelungsvorhänge kürzen?", "Wie säume ich einen beschichteten Vorhang?"),
    "fr": ("Peut-on couper des rideaux occultants ?", "Comment faire l'ourlet d'un rideau enduit ?"),
    "es": ("¿Se pueden cortar las cortinas opacas?", "¿Cómo hago el dobladillo de una cortina con revestimiento?"),
    "ar": ("هل يمكن قص الستائر المعتمة؟", "كيف أثني حاشية الستارة المبطنة؟"),
    "ja": ("遮光カーテンは切れますか？", "コーティングカーテンの裾上げはどうしますか？"),
}  # fmt: skip


def task(
    language: str,
    ledger: Ledger | None = None,
    dossier: Dossier | None = None,
    asked: Sequence[str] = (),
    phrase: str = "",
) -> Task:
    """Can a blackout curtain be cut? `asked`: further customers' questions; `phrase`: a keyword somebody typed."""
    ledger, dossier = ledger or demo(), dossier or Dossier()
    market = next(each for each in ledger.shop.markets if each.locale == LOCALES[language])
    name, other = TOPICS[language]
    questions = (Question(name, 9), Question(other, 5), *(Question(each, 3) for each in asked))
    words = phrase or name.rstrip("?？؟ ")
    keyword = Keyword(words, words.casefold(), language, 80.0, 9)
    topic = Topic("t1", language, name, Intent.INFORMATIONAL, 1.0, "asks", (keyword,), questions, 80.0)
    handles = tuple(family.handle for family in ledger.families("blackout-curtains"))
    link = (PlannedLink("", phrase, "article", "blackout-curtains/other"),) if phrase else ()
    assignment = Assignment(
        "a1", "2026-W48", 1, market, topic, "blackout-curtains/cut", "cut", "blackout-curtains", handles,
        ("can_be_cut", "width", "drop"), Action.WRITE, "asked nine times", Opportunity(80, 1, 1, 1, 1),
        f"https://shop.example/{language}/blackout-curtains/", links=link,
    )  # fmt: skip
    brief = outline(assignment, "k1", "2026-W48", ledger, dossier, (), ON)
    begun = (f"{phrase} …",) if phrase else ()
    return Task(brief, assignment, ledger, dossier, "Plain and friendly.", begun, b"secret", ON)


def questions_of(text: str, kind: SignalKind, language: str) -> list[str]:
    """What of a customer's text becomes a question, on the way it really takes."""
    markets = [each for each in demo().shop.markets if each.language == language]
    sighting = Sighting(text, kind, 2, language=language, rating=5 if kind is SignalKind.REVIEW else None)
    signals = Reader(markets).signals([sighting], "file.csv", "")
    return [each.text for each in signals if each.kind is SignalKind.QUESTION]


def stored(each: Hostile) -> StoredPage:
    """A hostile page as the dossier reads it."""
    return read_page(each.path)


def quoting(page: StoredPage, words: str) -> Dossier:
    """The worst a research could do: the order itself, taken for a quotation."""
    at = page.text.find(words)
    return Dossier((page,), (Quote("q1", page.hash, at, at + len(words), words),) if at >= 0 else ())


# --- an honest article in each language -------------------------------------------------------------------------

_HONEST = {
    "en": ("Can you cut blackout curtains?", "The {{aldermoor.short}} can be cut to length, the coated {{nachtal.short}} cannot. How to tell them apart.",
           "The {{aldermoor.short}} can be cut to length; the {{nachtal.short}} cannot be cut.",
           "Before you cut", "Let the curtain hang for a few days and mark the length on the rod. Then take it down and look at the mark once more before the scissors come out."),
    "de": ("Kann man Verdunkelungsvorhänge kürzen?", "{{aldermoor.short}} lässt sich kürzen, der beschichtete {{nachtal.short}} nicht. So erkennen Sie den Unterschied.",
           "{{aldermoor.short}} lässt sich kürzen; {{nachtal.short}} lässt sich nicht kürzen.",
           "Bevor Sie schneiden", "Lassen Sie den Vorhang einige Tage hängen und markieren Sie die Länge an der Stange. Nehmen Sie ihn dann ab und sehen Sie sich die Marke noch einmal an, bevor Sie die Schere holen."),
    "fr": ("Peut-on couper des rideaux occultants ?", "Le {{aldermoor.short}} peut être coupé, le {{nachtal.short}} enduit ne peut pas être coupé. Comment les reconnaître.",
           "Le {{aldermoor.short}} peut être coupé à la longueur voulue ; le {{nachtal.short}} ne peut pas être coupé.",
           "Avant de couper", "Laissez le rideau suspendu quelques jours et marquez la longueur sur la tringle. Décrochez-le ensuite et regardez encore une fois le repère avant de prendre les ciseaux."),
    "es": ("¿Se pueden cortar las cortinas opacas?", "La {{aldermoor.short}} se puede cortar, la {{nachtal.short}} con revestimiento no se puede cortar. Cómo distinguirlas.",
           "La {{aldermoor.short}} se puede cortar a medida; la {{nachtal.short}} no se puede cortar.",
           "Antes de cortar", "Deja la cortina colgada unos días y marca el largo en la barra. Descuélgala después y mira la marca otra vez antes de coger las tijeras."),
    "ar": ("هل يمكن قص الستائر المعتمة؟", "يمكن قص {{aldermoor.short}}، ولا يمكن قص {{nachtal.short}} المطلية. هكذا تعرف الفرق بينهما.",
           "يمكن قص {{aldermoor.short}}، ولا يمكن قص {{nachtal.short}}.",
           "قبل القص", "اترك الستارة معلقة بضعة أيام ثم ضع علامة عند الطول المطلوب وهي على القضيب. أنزلها بعد ذلك وانظر إلى العلامة مرة أخرى قبل أن تأخذ المقص، فما قص من القماش لا يعود إلى مكانه."),
    "ja": ("遮光カーテンは切れますか？", "{{aldermoor.short}}は切れますが、コーティングの{{nachtal.short}}は切れません。見分け方をまとめました。",
           "{{aldermoor.short}}は切れますが、{{nachtal.short}}は切れません。",
           "切る前に", "カーテンを数日吊るしてから、レールに掛けたまま長さの印を付けます。それから外して、はさみを取る前に印をもう一度確かめてください。吊るしたばかりの布は重みでまだ伸びることがあるため、急いで印を付けると裾の位置がずれてしまいます。窓の左右で高さが違うこともあるので、両端と真ん中を見比べておくと安心です。床に届くかどうかは、窓を開けた状態と閉めた状態の両方で見てください。"),
}  # fmt: skip
_RESTS = ("aldermoor.can_be_cut", "nachtal.can_be_cut")


def article(language: str, *more: str) -> dict[str, Any]:
    """What a careful writer answers, and, in the opening that is never cut, what it was talked into."""
    title, description, opening, heading, text = _HONEST[language]
    return {
        "title": title, "description": description, "opening": [said(opening, *_RESTS), *(said(each) for each in more)],
        "sections": [{"heading": heading, "blocks": [said(text)]}],
    }  # fmt: skip


class Obedient(ChatModel):
    """Writes the honest article and what it was told beside it; sent back, it writes that again."""

    name, base_url = "obedient", "http://obedient/v1"

    def __init__(self, language: str, *more: str) -> None:
        self.language = language
        self.more = more
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        told = article(self.language, *self.more_of(request))
        answers = {
            "article": told,
            "head": {key: told[key] for key in ("title", "description", "opening")},
            "section": told["sections"][0],
            "revise": {"title": "", "description": "", "parts": self._parts(request, told)},
        }
        return Answer(json.dumps(answers[request.name], ensure_ascii=False), 100, 50)

    def more_of(self, request: Request) -> Sequence[str]:
        """What it writes beside the truth."""
        del request
        return self.more

    def _parts(self, request: Request, told: dict[str, Any]) -> list[dict[str, Any]]:
        numbers = [int(each) for each in re.findall(r"^PART (\d+)$", request.messages[1].text, re.MULTILINE)]
        blocks = told["opening"], told["sections"][0]["blocks"]
        return [{"number": n, "heading": "", "blocks": blocks[min(n, 1)]} for n in numbers]

    def reject(self, request: Request, fault: str) -> None:
        """Nothing is kept here."""


FENCE = re.compile(r"<<<([A-Z ]+) ([0-9a-f]{16})\n(.*?)\n\1 \2>>>", re.DOTALL)
_QUOTE = re.compile(r"^(q\d+) \(.*?\): \"(.*)\"$")


class Parrot(Obedient):
    """Writes down every line between marks that an innocent prompt had not: as its own words, with the quote's mark."""

    def __init__(self, language: str, innocent: str) -> None:
        super().__init__(language)
        self.known = set(innocent.splitlines())

    def more_of(self, request: Request) -> Sequence[str]:
        lines = [
            line for _, _, text in FENCE.findall(request.messages[-1].text) for line in text.splitlines()
        ]
        fresh = [
            line for line in lines if line.strip() and line not in self.known and not line.startswith("{{")
        ]
        return [_own_words(line) for line in dict.fromkeys(fresh)]


def _own_words(line: str) -> str:
    quote = _QUOTE.match(line)
    return f"{quote[2]}[^{quote[1]}]" if quote else re.sub(r"^(?:\d+\.|-) ", "", line)


def with_(task_: Task, dossier: Dossier) -> Task:
    """The same task with other pages."""
    return replace(task_, dossier=dossier)
