"""A proofreader made of a table, behind an endpoint; and a shop that has let it in."""

import json
import re
from pathlib import Path
from typing import Final

from content.judging.admission import Admission, remember
from content.judging.parts import Part
from content.models.model import Message, Request
from content.proofreading.rereading import prompt_hash
from tests.content.judging.fakes import shown
from tests.servers.model_server import Asked, ModelServer, completion
from tests.servers.web import Reply

READER: Final = "reader"
_TAGS: Final = "The article, line by line, for readers in the market"
_LINE: Final = re.compile(r"^(\d+): (.+)$", re.MULTILINE)
READS: Final[tuple[tuple[str, str], ...]] = (
    # words of a line -> what they claim; {0} is the gap among them. First the texts of the quick admission set:
    (r"which measures \[N(\d+) cm\] by", "N{0} == P1.width"),
    (r"which measures \[N\d+ cm\] by \[N(\d+) cm\]", "N{0} == P1.length"),
    (r"is dishwasher safe", "P3.dishwasher_proof == yes"),
    (r"à \[N(\d+) °C\] et", "N{0} == P2.wash_temperature"),
    (r"et ne passe pas au sèche-linge", "P2.tumble_dry == no"),
    (r"عرضه \[N(\d+) cm\]", "N{0} == P2.width"),
    # then what the articles of these tests say of P1 Dusk, P2 Night, P3 Noon and P4 Dawn
    (r"cotton sister is \[N(\d+) cm\] wide", "N{0} == P2.width"),
    (r"is \[N(\d+) cm\] narrower than", "N{0} == P2.width - P1.width"),
    (r"Night curtain can be put into the machine", "P2.machine_washable == yes"),
    (r"Dusk curtain can be put into the machine", "P1.machine_washable == yes"),
    (r"Night curtain can be cut to length, too", "P2.can_be_cut == yes"),
    (r"Noon curtain gets along with scissors", "P3.can_be_cut == yes"),
)
UNLISTED: Final = ((r"hums while it hangs", "P1 hums while it hangs"),)
FREE: Final = (r"needs a bar of \[N(\d+) mm\]",)


def reads(text: str) -> dict[str, list[str] | list[int]]:
    """What the table knows of an article: the answer to a request with this text."""
    (article,) = shown(Request((Message("user", text),), {}, "claims"))
    lines = _LINE.findall(article)
    return {
        "claims": [
            f"{number}: {formula.format(*found.groups())}"
            for number, line in lines
            for words, formula in READS
            if (found := re.search(words, line))
        ],
        "unlisted": [
            f"{number}: {said}"
            for number, line in lines
            for words, said in UNLISTED
            if re.search(words, line)
        ],
        "tags": [],
        "free": [int(gap) for _, line in lines for words in FREE for gap in re.findall(words, line)],
    }


def answers(asked: Asked) -> Reply:
    """A reader that knows the table."""
    return completion(json.dumps(reads(_first(asked))), tokens=(1000, 100))


SAYS_NOTHING: Final = completion('{"claims": [], "unlisted": [], "free": [], "tags": []}')
"""A reader that finds no claim anywhere."""


def is_tagging(asked: Asked) -> bool:
    """Whether this asks which lines say what needs proof."""
    return _first(asked).startswith(_TAGS)


def is_proofreading(asked: Asked) -> bool:
    """Whether this is a question to a proofreader."""
    return _first(asked).startswith(("The catalogue:", _TAGS))


def _first(asked: Asked) -> str:
    """What was asked, before a complaint about an answer to it."""
    return str(asked.body["messages"][:2][-1]["content"])


def questions(server: ModelServer) -> int:
    """How often a proofreader was asked about a whole article."""
    return sum(_first(asked).startswith("The catalogue:") and not is_again(asked) for asked in server.asked)


def again(server: ModelServer) -> int:
    """How often it was asked to read some lines once more."""
    return sum(is_again(asked) for asked in server.asked)


def is_again(asked: Asked) -> bool:
    """Whether this asks for a second reading."""
    return "Lines to read once more" in _first(asked)


def let_in(shop: Path, url: str, model: str = READER, prompts: str = "", *, is_passed: bool = True) -> None:
    """Keep the result of an admission test, as `acreage proofreader admit` does."""
    part = Part("false statements found", float(is_passed), 0.9, is_passed, 4, "")
    remember(shop / ".acreage", Admission(url, model, prompts or prompt_hash(), True, (part,)))


def add(shop: Path, text: str) -> None:
    """More lines for shop.toml."""
    with (shop / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(text)
