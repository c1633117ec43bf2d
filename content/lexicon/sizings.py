"""A size of one country's system, however a header puts it: "Talla UE", "Größe (EU)", "Pointure UE", サイズ(EU).

Each language has several words for a size, each system several names, and headers put them in either order. What is
no size word and a system's name and nothing else is left to the lists.
"""

import re
from functools import cache
from typing import Final

SYSTEMS: Final = {  # key -> its names, as `plain` writes them
    "eu_size": "eu|ue|eur|europe|europa|european|europeo|europea|européen|européenne|europäisch|europäische"
    "|europäischer|أوروبي|أوروبية|الأوروبي|اوروبي|الاوروبي|欧州|ヨーロッパ",
    "uk_size": "uk|british|britain|británico|británica|inglés|inglesa|britannique|anglais|anglaise|britisch"
    "|britische|englische|بريطاني|البريطاني|イギリス|英国",
    "us_size": "us|usa|eeuu|ee uu|american|americano|americana|estadounidense|américain|américaine|amerikanisch"
    "|amerikanische|أمريكي|الأمريكي|امريكي|アメリカ|米国",
    "jp_size": "jp|jpn|japan|japanese|japonés|japonesa|japonais|japonaise|japanisch|japanische|ياباني|الياباني|日本",
}
SIZE: Final = (
    "size|sizes|shoe size|sizing|talla|tallas|número|numero|número de pie|número de zapato|talla de zapato"
    "|talla de calzado|número de calzado|numeración|taille|tailles|pointure|pointures|numéro|größe|grösse|groesse"
    "|schuhgröße|schuhgrösse|schuhgroesse|المقاس|مقاس|مقاس الحذاء|القياس|サイズ|靴のサイズ|靴サイズ"
)
_SMALL: Final = r"(?:in |de la |del |de |en )?"


def sized(label: str) -> str:
    """The key of a header that names a size and whose it is, as `plain` writes it; empty where it is none."""
    return next((key for key in SYSTEMS if _pattern(key).fullmatch(label)), "")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{SIZE}) ?{_SMALL}(?:{SYSTEMS[key]})|(?:{SYSTEMS[key]}) ?(?:{SIZE})")
