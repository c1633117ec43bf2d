"""What people want, as phrases with their demand; and the phrases that a text is about."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from seo.encoders.encoder import Encoder
from seo.language import stems
from seo.phrases import phrases
from seo.records import Keyword, Signal, SignalKind
from seo.wordings import wording

_SHRINK: Final = 20  # observations that the middle counts as much as: ten queries cannot name a winner


def keywords(
    signals: Iterable[Signal], language: str, told: Mapping[str, Keyword] | None = None
) -> list[Keyword]:
    """Queries and questions of one language, most wanted first. Wordings of one wish ("how to cut curtain", "cutting
    curtains") are one keyword with all their support (seo/wordings.py).

    Demand is a percentile within each source (impressions where known, else times seen), drawn towards 50 where a
    source holds little, the highest of the sources: never a volume. Reviews count by the questions in them.

    `told`: of some texts the keyword they were earlier, by the same rules: its key is taken over, and all of it where
    nothing has changed.
    """
    return sorted(each_keyword(signals, language, told or {}), key=by_demand)


def by_demand(keyword: Keyword) -> tuple[float, int, str]:
    """Most wanted first, of equals the most seen, of those by key."""
    return -keyword.demand, -keyword.count, keyword.key


def each_keyword(signals: Iterable[Signal], language: str, told: Mapping[str, Keyword]) -> list[Keyword]:
    """The same in no order: to sort a million takes 4 s."""
    first: dict[str, Signal] = {}  # a list for each of a million took as long as all the rest
    others: defaultdict[str, list[Signal]] = defaultdict(list)
    seen: defaultdict[tuple[str, bool], dict[str, int]] = defaultdict(dict)  # by source and measure
    for signal in signals:
        if signal.language != language or signal.kind is SignalKind.REVIEW:
            continue
        before = told.get(signal.text)
        name = before.key if before else wording(signal.text, language) or signal.text
        if name in first:
            others[name].append(signal)
        else:
            first[name] = signal
        shown = signal.impressions
        values = seen[signal.source, shown is not None]
        values[name] = values.get(name, 0) + (signal.count if shown is None else shown)
    pages = [name for name, signal in first.items() if signal.kind is SignalKind.HEADING]
    for name in [name for name in pages if _is_silent(others.get(name, ()))]:
        del first[name]
        for values in seen.values():
            values.pop(name, None)
    demand = _demand(first, seen.values())
    return [
        _keyword(name, (signal, *others[name]), language, demand[name])
        if name in others
        else _alone(name, signal, demand[name], told.get(signal.text))  # nearly all
        for name, signal in first.items()
    ]


def _alone(name: str, signal: Signal, demand: float, before: Keyword | None) -> Keyword:
    """A keyword of one signal. Most of a million are what they were: to take them over costs half of making them, and
    no memory."""
    told = (signal.id,)
    if before and before.demand == demand and before.count == signal.count and before.signals == told:
        return before
    return Keyword(signal.text, name, signal.language, demand, signal.count, told)


def _is_silent(others: Iterable[Signal]) -> bool:
    """What another site has a page about is nobody's wish yet; it supports one that is heard."""
    return all(signal.kind is SignalKind.HEADING for signal in others)


def _keyword(name: str, group: Sequence[Signal], language: str, demand: float) -> Keyword:
    wordings: Counter[str] = Counter()
    for signal in group:
        wordings[signal.text] += signal.count
    return Keyword(
        phrase=min(wordings, key=lambda text: (-wordings[text], text)),
        key=name,
        language=language,
        demand=demand,
        count=sum(signal.count for signal in group),
        signals=tuple(sorted(signal.id for signal in group)),
    )


def _demand(names: Iterable[str], seen: Iterable[Mapping[str, int]]) -> dict[str, float]:
    best = dict.fromkeys(names, 0.0)
    for values in seen:
        points = {value: round(100 * share, 1) for value, share in _shares(values).items()}
        for name, value in values.items():
            best[name] = max(best[name], points[value])
    return best


def percentiles(values: Mapping[str, int]) -> dict[str, float]:
    """Share of the others that a value passes, equals counting half, shrunk to .5 as if twenty more stood
    in the middle.
    """
    share = _shares(values)
    return {name: share[value] for name, value in values.items()}


def _shares(values: Mapping[str, int]) -> dict[int, float]:
    size = len(values)
    share: dict[int, float] = {}
    at_or_below = 0
    for value, equal in sorted(Counter(values.values()).items()):
        below = (at_or_below + equal / 2) / size
        share[value] = (size * below + _SHRINK * 0.5) / (size + _SHRINK)
        at_or_below += equal
    return share


# ---- what a text is about
# -------------------------------------------------------------------------------------------


def keyphrases(text: str, language: str, encoder: Encoder, top: int = 10) -> list[tuple[str, float]]:
    """The phrases of a text nearest to its meaning (KeyBERT with our encoder and our candidates), best first.

    Forms of one phrase are named once, as the text says it most often. Empty for a text without candidates. F1@10 on
    abstracts of Inspec (100 of `valid`): .34 with the English encoder, .30 with the multilingual one; YAKE .19,
    KeyBERT's own candidates .07.
    """
    often = Counter(phrases(text, language))
    if top < 1 or not often:
        return []
    vectorizer = _vectorizer(language)
    ranked: list[tuple[str, float]] = _keybert(encoder.of(language, 1)).extract_keywords(
        text, vectorizer=vectorizer, top_n=max(50, 5 * top)
    )
    return _distinct(ranked, often, language)[:top]


def _distinct(
    ranked: Sequence[tuple[str, float]], often: Mapping[str, int], language: str
) -> list[tuple[str, float]]:
    """Each phrase once, in the form the text says most; equal scores by letter. A part that the text says more often
    stands for the whole."""
    kept: list[tuple[str, float]] = []
    seen: list[frozenset[str]] = []
    order = sorted(ranked, key=lambda item: (-item[1], item[0]))
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, count in often.items():
        said[wording(phrase, language)][phrase] += count
    heard = {phrase: forms.total() for forms in said.values() for phrase in forms}
    for phrase, score in order:
        shorter = [other for other, _ in order if other in phrase and heard[other] > heard[phrase]]
        chosen = max(shorter, key=lambda other: (heard[other], len(other), other)) if shorter else phrase
        found = frozenset(stems(chosen, language))
        if found and math.isfinite(score) and not any(found <= earlier for earlier in seen):
            seen.append(found)
            forms = said[wording(chosen, language)]
            kept.append(
                (max(forms, key=lambda form: (forms[form], form == chosen, form)), round(float(score), 4))
            )
    return kept


def _vectorizer(language: str) -> Any:  # scikit-learn ships no types
    """Counts our candidates as terms. Its own pattern would take a Japanese sentence for one word."""
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 - a second of imports

    return CountVectorizer(
        tokenizer=lambda text: phrases(text, language), token_pattern=None, lowercase=False
    )


def _keybert(encoder: Encoder) -> Any:  # keybert ships no types
    from seo.encoders.keybert import keybert_with  # noqa: PLC0415 - as above

    return keybert_with(encoder)
