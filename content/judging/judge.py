"""Asks the judge: one call per dimension, three times, quote before score; the median counts. Two that agree are the
median whatever a third would say, which is then not paid for.

A vote whose quotes are not in the article is void, an answer nobody can read is asked for once more and then
missing. With fewer than two votes a dimension is missing: never a default.
"""

from dataclasses import dataclass
from statistics import median
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from content.errors import ModelError
from content.judging.article import Article
from content.judging.prompts import ASKED, dimension
from content.judging.quotes import is_in
from content.models.asking import answered
from content.models.model import ChatModel
from content.score.weights import JUDGED

FEWEST: Final = 2  # votes of three that make a median
STEPS: Final = 5


class Vote(BaseModel):
    """One answer about one dimension."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    quotes: list[str] = Field(min_length=1)
    reason: str = ""
    score: int = Field(ge=1, le=STEPS)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What became of one dimension."""

    dimension: str
    votes: tuple[Vote, ...]  # those that count
    void: int  # votes whose quotes are nowhere in the article
    silent: int  # answers that never came or could not be read

    @property
    def share(self) -> float | None:
        """0 for the lowest step, 1 for the highest; None when too few votes count."""
        if len(self.votes) < FEWEST:
            return None
        return (median(vote.score for vote in self.votes) - 1) / (STEPS - 1)

    @property
    def spread(self) -> int:
        """How far the votes lie apart, in steps."""
        scores = [vote.score for vote in self.votes]
        return max(scores) - min(scores) if scores else 0


class Judge:
    """A model with the shop's secret. Whether it may judge is `admission.py`'s business."""

    def __init__(self, model: ChatModel, secret: bytes) -> None:
        self.model = model
        self.secret = secret

    def opinions(self, article: Article) -> tuple[Opinion, ...]:
        """One per dimension."""
        return tuple(self.opinion(name, article) for name in JUDGED)

    def opinion(self, name: str, article: Article, samples: int = ASKED) -> Opinion:
        """Ask about one dimension."""
        votes: list[Vote] = []
        void = silent = 0
        for sample in range(samples):
            vote = self._vote(name, article, sample)
            if vote is None:
                silent += 1
            elif all(is_in(quote, article.text) for quote in vote.quotes):
                votes.append(vote)
            else:
                void += 1
            if len({each.score for each in votes}) < len(votes):
                break
        return Opinion(name, tuple(votes), void, silent)

    def _vote(self, name: str, article: Article, sample: int) -> Vote | None:
        try:
            return answered(
                self.model, lambda attempt: dimension(name, article, self.secret, sample, attempt), Vote
            )
        except ModelError:
            return None


def shares(opinions: tuple[Opinion, ...]) -> dict[str, float | None]:
    """What a score takes from the opinions."""
    return {opinion.dimension: opinion.share for opinion in opinions}
