from content.writing.statements import reliances
from content.references import find_references
from content.writing.page import NO_CLAIM


def resting(draft, ledger, market, on=None, declared=None):
    out = []
    for i, b in enumerate(draft.body.split("\n\n")):
        try:
            shown = [f"{s}.{k}" for r in find_references(b) for s, k in r.targets if k not in NO_CLAIM]
        except Exception:
            shown = []
        for ref in dict.fromkeys((*shown, *(declared or {}).get(i, ()))):
            try:
                out += reliances(i, [ref], ledger, market, on)
            except Exception:
                pass
    return tuple(out)
