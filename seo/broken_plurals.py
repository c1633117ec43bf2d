"""Arabic nouns whose plural is another word inside: حقيبة and حقائب, معطف and معاطف, صندوق and صناديق.

Shops name a line in the plural and people search one thing. A stem takes endings off and cannot tell that the two are
one noun; the patterns by which the language makes such plurals are few (Wright, A Grammar of the Arabic Language,
§304), and a pair must fit one of them letter by letter. Sharing a root is not enough: كتاب is a book, مكتب a desk.
"""

import re
from functools import lru_cache
from typing import Final

from seo.language import fold

_PATTERNS: Final = tuple(
    (re.compile(plural), singular)
    for plural, singular in (  # of folded letters: ئ is ي, ة is ه, أ is ا
        (r"(.)(.)ا(.)(.)", r"\1\2\3\4ه?"),  # معاطف معطف, مدارس مدرسة
        (r"(.)(.)اي(.)", r"\1\2[اوي]\3ه?"),  # حقائب حقيبة, ستائر ستارة
        (r"(.)وا(.)(.)", r"\1[او]\2\3ه?"),  # خواتم خاتم, جوارب جورب
        (r"(.)(.)ا(.)ي(.)", r"\1\2\3[اوي]\4ه?"),  # مصابيح مصباح, صناديق صندوق
        (r"(.)وا(.)ي(.)", r"\1ا\2[او]\3ه?"),  # فوانيس فانوس
        (r"ا(.)(.)ا(.)", r"\1\2\3ه?"),  # أقلام قلم, أكواب كوب
        (r"ا(.)وا(.)", r"\1ا\2"),  # أبواب باب
        (r"ا(.)(.)(.)ه", r"\1\2[اوي]\3"),  # أشرطة شريط, أحزمة حزام
        (r"ا(.)(.)يه", r"\1\2اء?"),  # أغطية غطاء, أحذية حذاء
        (r"(.)(.)و(.)", r"\1\2\3ه?"),  # سروج سرج, خيوط خيط
        (r"(.)(.)ا(.)", r"\1\2\3ه?"),  # حبال حبل
        (r"(.)(.)ا\2", r"\1\2ه"),  # سلال سلة
    )
)
_ARTICLE: Final = re.compile(r"^و?(?:ال|بال|كال|فال|لل)(?=\w{3})")


def same_noun(one: str, other: str) -> bool:
    """Whether two Arabic words are one noun, one of them in a plural made inside the word."""
    first, second = bare(one), bare(other)
    return first != second and (_is_plural(first, second) or _is_plural(second, first))


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """A word folded and without its article."""
    return _ARTICLE.sub("", fold(word))


def _is_plural(many: str, one: str) -> bool:
    return any(pattern.fullmatch(one) for pattern in _singulars(many))


@lru_cache(maxsize=20_000)
def _singulars(plural: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(_filled(singular, found.groups()))
        for pattern, singular in _PATTERNS
        if (found := pattern.fullmatch(plural))
    )


def _filled(singular: str, root: tuple[str, ...]) -> str:
    for place, letter in enumerate(root, start=1):
        singular = singular.replace(f"\\{place}", re.escape(letter))
    return singular
