"""Which attribute a customer's question is about, when a fact of the ledger truly answers it.

A wrong answer is worse than none: "measure the window or the rod?" is not answered by the rod's size, nor
"does it need ironing?" by "can be ironed". A yes-or-no fact answers a yes-or-no question, a number "how much".
"""

import re

from content.ledger.ledger import Ledger
from content.plan.vocabulary import Sense
from seo.language import stems

# Words that ask for more than yes or no.
OPEN = {
    "en": r"\b(what|which|how|why|when|where|who)\b",
    "de": r"\b(was|welche[rsnm]?|wie|warum|wieso|wann|wo|wer|woran|womit|wozu)\b",
    "fr": r"\b(que|quoi|quel(?:le)?s?|comment|pourquoi|quand|où|combien|qui)\b",
    "es": r"\b(qué|cuál(?:es)?|cómo|por qué|cuándo|dónde|cuánt[oa]s?|quién)\b",
    "ar": r"(^|\s)(ما|ماذا|كيف|كم|لماذا|متى|أين|أي|اي|وين|ايش|شو|كيفية)(\s|$)",
    "ja": r"(何|いつ|どこ|なぜ|どう|どの|どれ|どち|いくら|いくつ|誰)",
}
# Words that ask for a choice, a duty or a degree: no single fact answers them.
BESIDE = {
    "en": r"\b(or|need|must|have to|should|better|best|too|really|versus|vs|without)\b",
    "de": r"\b(oder|muss|müssen|sollte|braucht?|brauche|besser|beste[nrs]?|zu|wirklich|ohne)\b",
    "fr": r"\b(ou|faut|doit|doivent|besoin|mieux|meilleure?s?|trop|vraiment|sans)\b",
    "es": r"\b(o|hay que|hace falta|necesit\w+|debo|debe|mejor(?:es)?|demasiado|de verdad|sin)\b",
    "ar": r"(أو|او |أم |ولا |يجب|لازم|تحتاج|يحتاج|أفضل|افضل|بدون|فعلا)",
    "ja": r"(それとも|必要|なければ|べき|ほうが|方が|おすすめ|なし|ずに|本当)",
}
MOST_UNKNOWN = 0.34  # share of a question's words that may mean nothing to the catalogue


# Questions from the other side: "is it slippery?" is no question that "non-slip: yes" may answer with a yes.
INVERSE = {
    "en": r"\b(slip(?:s|pery|ping)?|slide|fade|fading|noisy|loud|itch\w*|scratch\w*|crease\w*|wrinkl\w*)\b",
    "de": r"(rutsch(?!fest|hemm)|glatt|verblass|bleich|laut|kratz|knitter(?!frei|arm))",
    "fr": r"(?<!anti)(?<!anti-)(gliss|décolor|passe-t-|bruyant|gratte|froiss)",
    "es": r"(?<!anti)(resbal|desliz(?!ante)|destiñ|decolor|ruido|pica|arrug)",
    "ar": r"(زلق|تنزلق|ينزلق|يبهت|تبهت|خشن|يتجعد|تتجعد|مزعج)",
    "ja": r"(滑り(?!止)|滑る|滑ります|色あせ|うるさ|ちくちく|しわ)",
}
STRAIGHT = r"non-?\s?slip|anti-?slip|rutschfest|rutschhemm|antidérap|antidesliz|مانع|مانعة|منع|滑り止め"


def is_open(text: str, language: str) -> bool:
    """Whether a question wants more than a yes or a no: what, how, which."""
    return bool(re.search(OPEN[language], text.casefold()))


def is_inverse(text: str, language: str) -> bool:
    """Whether a question asks for the opposite of what the attribute states."""
    plain = text.casefold()
    return bool(re.search(INVERSE[language], plain)) and not re.search(STRAIGHT, plain)


def asked_attribute(text: str, sense: Sense, aspect: str, language: str, ledger: Ledger) -> str | None:
    """The attribute whose fact answers the question; None when no fact would."""
    plain = text.casefold()
    content = stems(text, language)
    if is_inverse(text, language):
        return None
    if re.search(BESIDE[language], plain) or len(sense.unknown) > MOST_UNKNOWN * len(content):
        return None
    wants_more = is_open(text, language)
    fitting = [
        key
        for key in sense.keys("attribute")
        if (ledger.lexicon.kind(key) == "boolean") is not wants_more and ledger.lexicon.aspect(key) == aspect
    ]
    if (
        len(fitting) != 1 or len(sense.keys("attribute")) > 1
    ):  # "does it shrink when washed?" is not about washing
        return None
    if wants_more and re.search(r"\d", text):
        return None
    return fitting[0]
