"""A person's edits of the map, applied to what was heard this week: merge, split, rename, pin, ban, add.

An edit finds its topic by its concept, else by its members; what is no longer heard is left alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from content.decisions import Decision, Named
from content.ledger.ledger import Ledger
from content.plan.concepts import Concept, Stray, gather
from content.plan.vocabulary import Vocabulary
from content.shop import slug
from seo.language import is_question, key
from seo.records import Intent, Keyword, Market, Question, Topic
from seo.topics import topic_id
from seo.wordings import wording

SAME = 0.5  # share of the members of the smaller side that two topics must have in common to be one


def added(decisions: Sequence[Decision], markets: Sequence[Market]) -> list[Topic]:
    """Topics that a person put in, in their own words; read like anything a customer asks."""
    known = {market.locale: market for market in markets}
    found = []
    for each in decisions:
        if each.kind == "add" and each.market in known:
            market = known[each.market]
            found.append(
                Topic(
                    topic_id(each.text, market.language),
                    market.language,
                    each.text,
                    Intent.INFORMATIONAL,
                    1.0,
                    f"{each.by} added it",
                    _keywords(each.text, market.language),
                    _questions(each.text, market.language),
                    0.0,
                    origin="person",
                    countries=(market.country,),
                )
            )
    return found


def _questions(text: str, language: str) -> tuple[Question, ...]:
    return (Question(text, source="added"),) if is_question(text, language) else ()


def _keywords(text: str, language: str) -> tuple[Keyword, ...]:
    return (Keyword(text, wording(text, language) or text, language, 0.0, 1),)


def edited(
    concepts: Sequence[Concept],
    strays: Sequence[Stray],
    decisions: Sequence[Decision],
    ledger: Ledger,
    vocabularies: dict[str, Vocabulary],
) -> tuple[list[Concept], list[Stray]]:
    """Concepts and strays as people want them; oldest decision first, so that the latest word counts."""
    pool = {(c.language, c.name): c for c in concepts}
    left = list(strays)
    for each in decisions:
        if each.kind == "merge":
            _merge(each, pool, left)
        elif each.kind == "split":
            _split(each, pool)
        elif each.kind in ("rename", "pin", "ban"):
            _mark(each, pool, left)
        elif each.kind == "add":
            _sign(each, pool, ledger, vocabularies)
    return [pool[name] for name in sorted(pool)], left


def _merge(decision: Decision, pool: dict[tuple[str, str], Concept], left: list[Stray]) -> None:
    """The first takes in the others, with all they have gathered since."""
    target = _find(decision.topics[0], pool)
    for named in decision.topics[1:]:
        other = _find(named, pool)
        stray = _find_stray(named, left)
        if other is not None and target is not None and other is not target:
            _absorb(target, other)
            del pool[other.language, other.name]
        elif stray is not None and target is not None:
            _take(target, stray.topic)
            left.remove(stray)


def _absorb(target: Concept, other: Concept) -> None:
    target.questions = {**target.questions, **other.questions}
    target.keywords = {**target.keywords, **other.keywords}
    for name in ("topics", "intents", "attributes", "products", "countries", "pillars"):
        getattr(target, name).update(getattr(other, name))
    target.translations |= other.translations


def _take(target: Concept, topic: Topic) -> None:
    target.questions = {**target.questions, **{q.text: q for q in topic.questions}}
    target.keywords = {**target.keywords, **{k.key: k for k in topic.keywords}}
    target.topics[topic.id] += 1
    target.intents[topic.intent] += 1
    target.countries.update(topic.countries)


def _split(decision: Decision, pool: dict[tuple[str, str], Concept]) -> None:
    """The named members go into a topic of their own, under the name the person gave it."""
    source = _find(decision.topics[0], pool)
    if source is None:
        return
    language = source.language
    go = {key(text, language) for text in decision.members}
    questions = {text: q for text, q in source.questions.items() if key(text, language) in go}
    keywords = {name: k for name, k in source.keywords.items() if key(k.phrase, language) in go}
    if not questions and not keywords:
        return
    part = Concept(language, source.category, source.aspect, part=slug(decision.text, decision.id))
    part = replace(part, questions=questions, keywords=keywords, title=decision.text, by=decision.by)
    for name in ("topics", "intents", "attributes", "products", "countries", "pillars"):
        getattr(part, name).update(getattr(source, name))
    source.questions = {text: q for text, q in source.questions.items() if text not in questions}
    source.keywords = {name: k for name, k in source.keywords.items() if name not in keywords}
    pool[language, part.name] = part


def _mark(decision: Decision, pool: dict[tuple[str, str], Concept], left: list[Stray]) -> None:
    found = _find(decision.topics[0], pool)
    if found is None:
        _mark_stray(decision, left)
    elif decision.kind == "rename":
        found.title = decision.text
    elif decision.kind == "pin":
        found.is_pinned, found.by, found.banned = True, decision.by, ""
    else:
        found.banned, found.is_pinned = _ban(decision), False


def _mark_stray(decision: Decision, left: list[Stray]) -> None:
    stray = _find_stray(decision.topics[0], left)
    if stray is None:
        return
    at = left.index(stray)
    if decision.kind == "rename":
        left[at] = replace(stray, topic=replace(stray.topic, name=decision.text))
    elif decision.kind == "ban":
        left[at] = replace(stray, why=_ban(decision))
    else:
        left[at] = replace(stray, why=f"{decision.by} wants it, but {stray.why}")


def _ban(decision: Decision) -> str:
    return f"{decision.by} does not want it" + (f": {decision.why}" if decision.why else "")


def _sign(
    decision: Decision,
    pool: dict[tuple[str, str], Concept],
    ledger: Ledger,
    vocabularies: dict[str, Vocabulary],
) -> None:
    """The concept that a person's own words fell into carries their name and their words."""
    language = decision.market.split("-")[0]
    if language not in vocabularies:
        return
    markets = [m for m in ledger.shop.markets if m.locale == decision.market]
    heard, _ = gather(added([decision], markets), ledger, vocabularies)
    for concept in heard:
        mine = pool.get((language, concept.name))
        if mine is not None:
            mine.title, mine.by, mine.is_pinned = decision.text, decision.by, True


def _find(named: Named, pool: dict[tuple[str, str], Concept]) -> Concept | None:
    """By its concept, which outlives every week; else the one with most of its members."""
    if named.concept:
        return pool.get((named.language, named.concept))
    scored = [
        (_common(named, _members(c), c.language), name)
        for name, c in pool.items()
        if c.language == named.language
    ]
    best, name = max(scored, default=(0.0, ("", "")), key=lambda pair: (pair[0], pair[1]))
    return pool[name] if best >= SAME else None


def _find_stray(named: Named, left: Sequence[Stray]) -> Stray | None:
    if named.concept:
        return None
    for stray in left:
        if stray.topic.id == named.id:
            return stray
    scored = [
        (_common(named, {k.phrase for k in s.topic.keywords}, s.topic.language), at)
        for at, s in enumerate(left)
        if s.topic.language == named.language
    ]
    best, at = max(scored, default=(0.0, 0))
    return left[at] if best >= SAME else None


def _members(concept: Concept) -> set[str]:
    return {*concept.questions, *(k.phrase for k in concept.keywords.values())}


def _common(named: Named, texts: set[str], language: str) -> float:
    keys = {key(text, language) for text in texts}
    smaller = min(len(keys), len(named.members))
    return len(keys & set(named.members)) / smaller if smaller else 0.0
