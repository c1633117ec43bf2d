"""Internal links, planned with the pages: where each leads, who leads to it, under which words.

Every article leads to its category or to a product on sale, and to two to five places in all; two others lead to it
as soon as its language has three articles. A page is never left alone while there is another to lead to it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from content.ledger.ledger import Ledger
from content.marks import mark
from content.plan.headline import PERSONAL, is_own_question
from content.plan.vocabulary import vocabulary_of
from content.records import Article, Assignment, PlannedLink
from seo.language import stems

LEAST_OUT, MOST_OUT = 2, 5
LEAST_IN = 2
SIBLINGS = 3
MOST_UNKNOWN = 0.34  # share of a question's words that may mean nothing to the catalogue


@dataclass(frozen=True, slots=True)
class _Node:
    """An article that links may lead to: planned this week, or published before."""

    concept: str
    language: str
    category: str
    aspect: str
    pillar: str
    url: str
    anchors: tuple[str, ...]
    is_hub: bool = False


def linked(chosen: Sequence[Assignment], ledger: Ledger, published: Sequence[Article]) -> list[Assignment]:
    """The week's articles with their links out, and which articles are to lead to each."""
    mine = {(a.market.language, a.concept): _node(a, "", ledger) for a in chosen}
    old = [_node(a.assignment, a.url, ledger) for a in published if a.url]
    old = [n for n in old if (n.language, n.concept) not in mine]
    targets = {key: _choose(node, [*mine.values(), *old]) for key, node in mine.items()}
    _heal(targets, mine)
    sources = {key: _sources(node, targets, old) for key, node in mine.items()}
    used: Counter[tuple[str, str, str]] = Counter()
    done = []
    for each in chosen:
        key = (each.market.language, each.concept)
        out = [*_to_shop(each, ledger, len(targets[key])), *(_link(t, each, used) for t in targets[key])]
        done.append(replace(each, links=tuple(out[:MOST_OUT]), links_from=sources[key]))
    return done


def _node(each: Assignment, url: str, ledger: Ledger) -> _Node:
    names = _anchors(each, ledger)
    return _Node(
        each.concept,
        each.market.language,
        each.category,
        each.aspect,
        each.pillar,
        url,
        names,
        each.is_hub,
    )


def _anchors(each: Assignment, ledger: Ledger) -> tuple[str, ...]:
    """Words to lead to it under: what people ask of its very aspect, and its subject in plain words.

    A bare keyword ("non-slip slippers") would state on another page what nobody there has checked, and a question
    of the cluster that the page does not answer would promise too much.
    """
    language = each.market.language
    asked = [each.topic.name, *(question.text for question in each.topic.questions)]
    found = [text.strip() for text in asked if is_own_question(text) and _is_on(text, each, ledger)]
    line = ledger.lexicon.category(each.category, language) if each.category else None
    label = next(iter(ledger.lexicon.synonyms("aspect", each.aspect, language)), "")
    if line and label:  # in one order: "sizes: knives" under "knives: sizes" is read as two kinds of page
        found.append(mark("colon", language).join((line, label)))
    return tuple(dict.fromkeys(found))[:MOST_OUT] or (each.topic.name,)


def _is_on(text: str, each: Assignment, ledger: Ledger) -> bool:
    """Whether a question is about the page's aspect and no other, understood, and no one customer's own story."""
    language = each.market.language
    sense = vocabulary_of(ledger, language).understand(text)
    told = {*sense.keys("aspect"), *(ledger.lexicon.aspect(key) for key in sense.keys("attribute"))}
    is_understood = len(sense.unknown) <= MOST_UNKNOWN * len(stems(text, language))
    return told == {each.aspect} and is_understood and not re.search(PERSONAL[language], text, re.IGNORECASE)


def _choose(node: _Node, nodes: Sequence[_Node]) -> list[_Node]:
    """The hub of its pillar and the nearest others of its language."""
    others = [n for n in nodes if n.language == node.language and n.concept != node.concept]
    return sorted(others, key=lambda n: (-_nearness(node, n), n.concept))[:SIBLINGS]


def _nearness(one: _Node, other: _Node) -> int:
    same_pillar = bool(one.pillar) and one.pillar == other.pillar
    same_line = bool(one.category) and one.category == other.category
    return 4 * same_line + 3 * (same_pillar and other.is_hub) + 2 * same_pillar + (one.aspect == other.aspect)


def _heal(targets: dict[tuple[str, str], list[_Node]], mine: dict[tuple[str, str], _Node]) -> None:
    """Lead to those that too few lead to, from the nearest that have room."""
    into = Counter((t.language, t.concept) for found in targets.values() for t in found)
    for key in sorted(mine, key=lambda k: (into[k], k)):
        node = mine[key]
        sources = [k for k in mine if k != key and k[0] == key[0] and node not in targets[k]]
        sources.sort(key=lambda k: (len(targets[k]) > SIBLINGS, -_nearness(mine[k], node), k))
        for source in sources:
            if into[key] >= LEAST_IN:
                break
            found = targets[source]
            spare = next((t for t in reversed(found) if into[t.language, t.concept] > LEAST_IN), None)
            if len(found) < MOST_OUT - 1:
                found.append(node)
            elif spare is not None:
                found[found.index(spare)] = node
                into[spare.language, spare.concept] -= 1
            else:
                continue
            into[key] += 1


def _sources(
    node: _Node, targets: dict[tuple[str, str], list[_Node]], old: Sequence[_Node]
) -> tuple[str, ...]:
    """Articles of the week that lead to it; where they are too few, published ones that should."""
    found = [concept for (_, concept), out in targets.items() if node in out]
    near = sorted(
        (n for n in old if n.language == node.language), key=lambda n: (-_nearness(node, n), n.concept)
    )
    return (*found, *(n.url for n in near[: max(0, LEAST_IN - len(found))]))


def _to_shop(each: Assignment, ledger: Ledger, siblings: int) -> list[PlannedLink]:
    """The category, and products on sale until there are two links in all."""
    found = []
    language = each.market.language
    products = {
        ledger.url(h, each.market): h for h in each.handles if ledger.in_stock(h, each.market) is not False
    }
    if each.target_url and each.target_url not in products:
        word = ledger.lexicon.category(each.category, language) if each.category else None
        found.append(PlannedLink(each.target_url, word or each.topic.name, "category"))
    for url, handle in products.items():
        if url and (not found or len(found) + siblings < LEAST_OUT):
            found.append(PlannedLink(url, ledger.name(handle, language), "product"))
    return found


def _link(to: _Node, source: Assignment, used: Counter[tuple[str, str, str]]) -> PlannedLink:
    """Under words that lead nowhere else on this page and seldom to that one: the least used, then by lot."""

    def order(anchor: str) -> tuple[int, str]:
        lot = hashlib.sha256(f"{source.concept}\0{anchor}".encode()).hexdigest()
        return used[to.language, to.concept, anchor], lot

    anchor = min(to.anchors, key=order)
    used[to.language, to.concept, anchor] += 1
    return PlannedLink(to.url, anchor, "article", to.concept)
