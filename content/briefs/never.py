"""What an article must not say, and why: what nobody has stated, what is stated as no, what the law wants proven."""

from collections.abc import Iterator, Sequence

from content.briefs.asked import Answerable, stated_by_us
from content.briefs.brief import Barred, Section
from content.briefs.grounds import Grounds
from content.briefs.naming import Names
from content.briefs.phrases import law_of, say
from content.locales import listed
from seo.records import Page as SitePage

MOST_OPEN = 3  # questions nothing answers


def never(
    grounds: Grounds, asked: Sequence[Answerable], sections: Sequence[Section], pages: Sequence[SitePage]
) -> tuple[Barred, ...]:
    """The lines of one article, the most particular first."""
    gaps = _gaps(grounds, asked, sections)
    return tuple(
        dict.fromkeys(
            [
                *_unknown(grounds, gaps),
                *_by_attribute(grounds, "denied", _denied(grounds, sections)),
                *_open(grounds, asked),
                *_conflicts(grounds, sections),
                *_collides(grounds, pages),
                *_always(grounds, sections),
            ]
        )
    )


def _unknown(grounds: Grounds, gaps: Sequence[tuple[str, str]]) -> Iterator[Barred]:
    """What nobody has stated, what only advice answers, and what is stated of some versions of a product alone."""
    versions = {gap: told for gap in gaps if (told := _names(grounds).versions(".".join(gap)))}
    left = [gap for gap in gaps if gap not in versions]
    yield from _by_attribute(grounds, "unknown", [gap for gap in left if gap[1] not in grounds.advised])
    yield from _by_attribute(grounds, "advised", [gap for gap in left if gap[1] in grounds.advised])
    for gap, told in versions.items():
        yield from _by_attribute(grounds, "partly", [gap], versions=told)


def _names(grounds: Grounds) -> Names:
    return Names(grounds.ledger, grounds.market, grounds.on)


def _gaps(
    grounds: Grounds, asked: Sequence[Answerable], sections: Sequence[Section]
) -> list[tuple[str, str]]:
    """Product and attribute of what is asked and nobody has stated.

    A whole matter ("care") only where the page has nothing of it: beside the shop's own advice on care a page said that
    "we do not know yet".
    """
    lexicon = grounds.ledger.lexicon
    refs = (ref.rpartition(".")[2] for each in sections for ref in each.facts if not ref.endswith(")"))
    told = {lexicon.aspect(key) for key in refs}
    is_advised = any(each.evidence for each in sections)
    gaps = [gap for each in asked for gap in each.gaps]
    missing = [(m.subject, m.key) for m in grounds.assignment.missing]
    matters = () if is_advised else (key for key in lexicon.keys("aspect") if key not in told)
    ours = {*stated_by_us([key for _, key in missing], grounds), *matters}
    gaps += [(subject, key) for subject, key in missing if key in ours]
    gaps += grounds.unknown(grounds.named or grounds.assignment.attributes)
    return list(dict.fromkeys(gaps))


def _denied(grounds: Grounds, sections: Sequence[Section]) -> list[tuple[str, str]]:
    refs = dict.fromkeys(ref for section in sections for ref in section.facts if not ref.endswith(")"))
    pairs = [(subject, key) for subject, _, key in (ref.partition(".") for ref in refs)]
    return [(subject, key) for subject, key in pairs if grounds.value(subject, key) is False]


def _by_attribute(
    grounds: Grounds, name: str, pairs: Sequence[tuple[str, str]], **slots: str
) -> Iterator[Barred]:
    by_key: dict[str, list[str]] = {}
    for subject, key in pairs:
        if subject in grounds.ledger.products:
            by_key.setdefault(key, []).append(subject)
    for key, subjects in by_key.items():
        label = grounds.ledger.lexicon.attribute(key, grounds.language) or _aspect(grounds, key)
        if label:
            names = listed(
                [grounds.ledger.short(h, grounds.language) for h in subjects], grounds.market.locale
            )
            yield _barred(grounds, name, label=label, names=names, **slots)


def _aspect(grounds: Grounds, key: str) -> str:
    """A plan may miss a whole aspect where nobody named an attribute."""
    return next(iter(grounds.ledger.lexicon.synonyms("aspect", key, grounds.language)), "")


def _open(grounds: Grounds, asked: Sequence[Answerable]) -> Iterator[Barred]:
    left = [each for each in asked if not each.is_answered]
    for each in left[:MOST_OPEN]:
        yield _barred(grounds, "open", question=each.text)


def _conflicts(grounds: Grounds, sections: Sequence[Section]) -> Iterator[Barred]:
    used = {quote for section in sections for quote in section.quotes}
    for conflict in grounds.dossier.conflicts:
        if used & {conflict.one, conflict.other}:
            yield _barred(grounds, "conflict", about=conflict.about or conflict.kind)


def _collides(grounds: Grounds, pages: Sequence[SitePage]) -> Iterator[Barred]:
    names = {page.url: page.title for page in pages}
    for url in grounds.assignment.collides:
        yield _barred(grounds, "collides", page=f"{names.get(url, '')} {url}".strip())


def _always(grounds: Grounds, sections: Sequence[Section]) -> Iterator[Barred]:
    if any("delivery_" in ref for section in sections for ref in section.facts):
        yield _barred(grounds, "routes")
    yield _barred(grounds, "law", law=law_of(grounds.market))
    yield _barred(grounds, "experience")
    yield _barred(grounds, "rivals")


def _barred(grounds: Grounds, name: str, **slots: str) -> Barred:
    told = (say(grounds.language, f"never.{each}", **slots) for each in (name, f"{name}_why"))
    what, why = (" ".join(text.splitlines()) for text in told)
    return Barred(what, why)
