"""Columns made of known words are read in each language and written in all six."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.lexicon import component_words as module
from content.lexicon.agreement import Noun, agreed, dative, measured, of, the, to
from content.lexicon.component_words import Words
from content.lexicon.composed import composed
from seo.records import LANGUAGES

TABLES = ("parts", "qualities", "uses", "substances", "columns")


def nothing(_: str) -> Words:
    return {}


def first(label: str, language: str) -> dict[str, str]:
    return {tongue: words[0] for tongue, words in composed(label, language, nothing).items()}


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Gloves included", "en"), ("incl. gloves", "en"), ("Handschuhe enthalten", "de"), ("Inkl. Handschuhe", "de"),
        ("guantes incluidos", "es"), ("Incluye guantes", "es"), ("gants inclus", "fr"), ("Gants fournis", "fr"),
        ("قفازات مرفقة", "ar"), ("手袋付き", "ja"), ("手袋付属", "ja"), ("gloves included", "de"),
    ],
)  # fmt: skip
def test_what_is_included_is_called_in_all_six(label: str, language: str) -> None:
    assert first(label, language) == {
        "en": "gloves included",
        "es": "guantes incluidos",
        "fr": "gants inclus",
        "de": "Handschuhe enthalten",
        "ar": "مع قفازات",
        "ja": "手袋付き",
    }


@pytest.mark.parametrize(
    ("label", "language", "there", "written"),
    [
        ("handle length", "en", "de", "Grifflänge"),
        ("Grifflänge", "de", "en", "handle length"),
        ("longitud del mango", "es", "ar", "طول المقبض"),
        ("number of pockets", "en", "fr", "nombre de poches"),
        ("Anzahl der Schnallen", "de", "es", "número de hebillas"),
        ("removable lid", "en", "fr", "couvercle amovible"),
        ("capuche amovible", "fr", "es", "capucha extraíble"),
        ("Abnehmbare Kapuze", "de", "fr", "capuche amovible"),
        ("蓋取り外し可", "ja", "en", "removable lid"),
        ("suitable for suede", "en", "de", "für Wildleder geeignet"),
        ("convient au daim", "fr", "en", "suitable for suede"),
        ("suitable for suede", "en", "ar", "مناسب للشمواه"),
        ("alkoholfrei", "de", "fr", "sans alcool"),
        ("sans alcool", "fr", "de", "alkoholfrei"),
        ("PVC-free", "en", "de", "PVC-frei"),
        ("contains alcohol", "en", "ja", "アルコール入り"),
        ("stackable", "en", "es", "apilable"),
        ("pockets", "en", "de", "Taschen"),
        ("Nettogewicht", "de", "fr", "poids net"),
    ],
)
def test_a_composition_is_read_and_written(label: str, language: str, there: str, written: str) -> None:
    assert first(label, language)[there] == written


def test_the_least_and_the_most_of_a_known_column() -> None:
    seat: Words = {"en": ("seat height",), "de": ("Sitzhöhe",), "ja": ("座面高",)}

    def column(label: str) -> Words:
        return seat if label in {"seat height", "sitzhöhe"} else {}

    assert composed("Seat height min.", "en", column)["de"] == ("Sitzhöhe min.", "Sitzhöhe")
    assert composed("Sitzhöhe max", "de", column)["en"][0] == "max. seat height"
    assert composed("Sitzhöhe max", "de", column)["ja"][0] == "座面高(最大)"
    assert "fr" not in composed("Seat height min.", "en", column)


@pytest.mark.parametrize(
    "label", ["", "Zwirbel", "free", "included", "length", "of", "min", "gloves gloves", "Blatt enthalten"]
)
def test_what_is_made_of_nothing_known_stays_unknown(label: str) -> None:
    assert composed(label, "en", nothing) == {}


def test_companions_agree_with_their_noun() -> None:
    hood, gloves = Noun("capuche", "capuches", "f"), Noun("gant", "gants", "m")
    assert agreed("inclus", hood, "fr", is_many=True) == "incluses"
    assert agreed("étanche à l'eau", gloves, "fr", is_many=True) == "étanches à l'eau"
    assert agreed("de doble capa", Noun("tapa", "tapas", "f"), "es", is_many=True) == "de doble capa"
    assert agreed("قابل للفك", Noun("مظلة", "مظلات"), "ar", is_many=False) == "قابلة للفك"
    assert of(Noun("anse", "anses", "f"), "fr", is_many=False) == "de l'anse"
    assert of(Noun("housse", "housses", "f"), "fr", is_many=False) == "de la housse"
    assert of(Noun("asa", "asas", "f"), "es", is_many=True) == "de las asas"
    assert dative(Noun("Griff", "Griffe"), is_many=True) == "Griffen"


@pytest.mark.parametrize(
    ("label", "language"), [("removable hood", "en"), ("Blatt enthalten", "de"), ("フード付き", "ja")]
)
def test_a_word_of_several_meanings_is_written_and_not_read(label: str, language: str) -> None:
    """A cooker has a hood as well."""
    assert composed(label, language, nothing) == {}
    assert first("abnehmbare Kapuze", "de")["en"] == "removable hood"


ROUND_TRIPS = [
    "spare screws | tornillos de repuesto | vis de rechange | Ersatzschrauben | براغي احتياطية | 交換用ネジ",
    "spare screws included | tornillos de repuesto incluidos | vis de rechange incluses | Ersatzschrauben enthalten"
    " | مع براغي احتياطية | 交換用ネジ付き",
    "maps available | mapas disponibles | cartes géographiques disponibles | Landkarten verfügbar | خرائط متوفرة"
    " | 地図利用可能",
    "massage possible | masaje posible | massage possible | Massage möglich | إمكانية التدليك | マッサージ可能",
    "assembly required | requiere montaje | montage nécessaire | Montage erforderlich | يتطلب تركيب | 組み立てが必要",
    "screws required | requiere tornillos | vis nécessaires | Schrauben erforderlich | يتطلب براغي | ネジが必要",
    "massage function | función de masaje | fonction massage | Massagefunktion | خاصية التدليك | マッサージ機能",
    "protection against overheating | protección contra el sobrecalentamiento | protection contre la surchauffe"
    " | Überhitzungsschutz | حماية من السخونة الزائدة | 過熱対策",
    "protection against scratches | protección contra los arañazos | protection contre les rayures | Kratzschutz"
    " | حماية من الخدوش | 引っかき傷対策",
    "protection against UV rays | protección contra la radiación UV | protection contre le rayonnement UV | UV-Schutz"
    " | حماية من الأشعة فوق البنفسجية | 紫外線対策",
    "resistant to condensation | resistente a la condensación | résistant à la condensation"
    " | beständig gegen Kondenswasser | مقاوم للتكثف | 結露に強い",
    "resistance to moisture | resistencia a la humedad | résistance à l'humidité | Beständigkeit gegen Feuchtigkeit"
    " | مقاومة الرطوبة | 湿気への耐性",
    "passport holder | soporte para pasaporte | support pour passeport | Reisepasshalter | حامل جواز سفر"
    " | パスポートホルダー",
    "umbrella compartment | compartimento para paraguas | compartiment pour parapluie | Regenschirmfach"
    " | قسم لمظلة مطر | 傘用収納部",
    "passport pocket | bolsillo para pasaporte | poche pour passeport | Reisepasstasche | جيب لجواز سفر"
    " | パスポート用ポケット",
    "thermometer hole | orificio para termómetro | trou pour thermomètre | Thermometerloch | فتحة لميزان حرارة"
    " | 温度計用の穴",
    "space for shoes | espacio para zapatos | espace pour chaussures | Platz für Schuhe | مكان للأحذية | 靴収納スペース",
    "thermometer type | tipo de termómetro | type de thermomètre | Thermometerart | نوع ميزان حرارة | 温度計の種類",
    "thermometer size | tamaño del termómetro | taille du thermomètre | Thermometergröße | مقاس ميزان حرارة"
    " | 温度計のサイズ",
    "thermometer shape | forma del termómetro | forme du thermomètre | Thermometerform | شكل ميزان حرارة"
    " | 温度計の形状",
    "headrest angle | ángulo del reposacabezas | angle de l'appuie-tête | Kopfstützenwinkel | زاوية مسند رأس"
    " | ヘッドレストの角度",
    "hole spacing | distancia entre agujeros | distance entre les trous | Lochabstand | المسافة بين الثقوب | 穴の間隔",
    "motor lock | bloqueo del motor | verrouillage du moteur | Motorverriegelung | قفل المحرك | モーターロック",
    "thermometer indicator | indicador de termómetro | indicateur de thermomètre | Thermometeranzeige"
    " | مؤشر ميزان حرارة | 温度計表示",
    "thermometer adjustment | ajuste del termómetro | réglage du thermomètre | Thermometerverstellung"
    " | ضبط ميزان حرارة | 温度計の調節",
    "tea bags per pack | bolsitas de té por paquete | sachets de thé par paquet | Teebeutel pro Packung"
    " | عدد أكياس شاي في العبوة | 1パックあたりのティーバッグ数",
    "recommended capacity | capacidad recomendada | capacité recommandée | Kapazität (Empfehlung) | السعة الموصى بها"
    " | 推奨容量",
    "total capacity | capacidad total | capacité totale | Gesamtkapazität | إجمالي السعة | 総容量",
    "inside capacity | capacidad interior | capacité intérieure | Innenkapazität | السعة الداخلية | 内側の容量",
    "outside capacity | capacidad exterior | capacité extérieure | Außenkapazität | السعة الخارجية | 外側の容量",
    "folded capacity | capacidad plegada | capacité pliée | Kapazität gefaltet | السعة عند الطي | 折りたたみ時の容量",
    "unfolded capacity | capacidad desplegada | capacité dépliée | Kapazität aufgeklappt | السعة عند الفتح"
    " | 展開時の容量",
    "adjustable capacity | capacidad regulable | capacité réglable | Kapazität einstellbar | إمكانية ضبط السعة"
    " | 容量調節可能",
    "choice of capacity | capacidad a elegir | capacité au choix | Kapazität wählbar | إمكانية اختيار السعة"
    " | 容量選択可能",
]
"""What each template writes, in the order of the languages."""


def capacity(label: str) -> Words:
    said = ("capacity", "capacidad", "capacité", "Kapazität", "السعة", "容量")
    words = {language: (word,) for language, word in zip(LANGUAGES, said, strict=True)}
    return words if label in {word.casefold() for word in said} else {}


@pytest.mark.parametrize("said", ROUND_TRIPS)
def test_what_a_template_writes_is_read_in_each_language(said: str) -> None:
    written = dict(zip(LANGUAGES, said.split(" | "), strict=True))
    for language, label in written.items():
        words = {tongue: each[0] for tongue, each in composed(label, language, capacity).items()}
        for tongue, word in written.items():
            # Japanese has no plural, a German compound neither: only the number may differ.
            assert words[tongue] == word or {language, tongue} & {"ja", "de"}, (label, tongue, words[tongue])
        assert words[language] == label


@pytest.mark.parametrize(
    ("label", "language", "there", "written"),
    [
        ("replacement filter cartridge", "en", "de", "Ersatzfilterkartusche"),
        ("recambio de filtro de agua", "es", "en", "spare water filter"),
        ("USB-C cable required", "en", "fr", "câble USB-C nécessaire"),
        ("nécessite une multiprise", "fr", "es", "requiere regleta"),
        ("Benötigt Steckdosenleiste", "de", "en", "power strip required"),
        ("Schutz vor Überhitzung", "de", "es", "protección contra el sobrecalentamiento"),
        ("moth protection", "en", "de", "Mottenschutz"),
        ("laptop pocket", "en", "ar", "جيب للابتوب"),
        ("طول المقبض", "ar", "en", "handle length"),
        ("mit abnehmbarer Kapuze", "de", "fr", "capuche amovible"),
        ("lid is removable", "de", "fr", "couvercle amovible"),
        ("Gesamtkapazität", "de", "es", "capacidad total"),
        ("capacité conseillée", "fr", "en", "recommended capacity"),
        ("interchangeable nozzles", "en", "es", "boquillas intercambiables"),
        ("auswechselbare Filterkartuschen", "de", "fr", "cartouches filtrantes remplaçables"),
        ("non-toxic", "en", "fr", "non toxique"),
        ("suitable for dogs", "en", "ar", "مناسب للكلاب"),
        ("für Vollautomaten geeignet", "de", "en", "suitable for bean-to-cup machines"),
        ("histamine free", "en", "de", "histaminfrei"),
        ("Mindestbestellmenge", "de", "ja", "最低注文数"),
    ],
)
def test_labels_of_shops_are_read_by_the_templates(
    label: str, language: str, there: str, written: str
) -> None:
    words = composed(label, language, capacity)
    assert words[there][0] == written


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("spare", "en"), ("spare zwirbel", "en"), ("required", "en"), ("Zwirbel erforderlich", "de"), ("Einfach", "de"),
        ("Plattform", "de"), ("protección contra", "es"), ("fonction", "fr"), ("type de zwirbel", "fr"),
        ("نوع", "ar"), ("خاصية", "ar"), ("機能", "ja"), ("ホルダー", "ja"), ("total", "en"), ("Gesamt", "de"),
        ("with lens", "ja"), ("recommended", "en"), ("folded", "en"), ("funda de repuesto", "es"),
    ],
)  # fmt: skip
def test_a_template_without_a_known_word_is_not_read(label: str, language: str) -> None:
    assert composed(label, language, nothing) == {}


@pytest.mark.parametrize(
    ("quality", "noun", "language", "said"),
    [
        ("antimanchas", Noun("tapa", "tapas", "f"), "es", "antimanchas"),
        ("anti-rayures", Noun("housse", "housses", "f"), "fr", "anti-rayures"),
        ("antidérapant", Noun("housse", "housses", "f"), "fr", "antidérapantes"),
        ("non doublé", Noun("housse", "housses", "f"), "fr", "non doublées"),
        ("totalmente montado", Noun("silla", "sillas", "f"), "es", "totalmente montadas"),
        ("bicolor", Noun("tapa", "tapas", "f"), "es", "bicolores"),
        ("doux pour la peau", Noun("housse", "housses", "f"), "fr", "douces pour la peau"),
        ("غير قابل للكسر", Noun("زجاجة", "زجاجات"), "ar", "غير قابلة للكسر"),
        ("محلى", Noun("قهوة", "قهوات"), "ar", "محلاة"),
        ("يعمل بالبطارية", Noun("لمبة", "لمبات"), "ar", "تعمل بالبطارية"),
        ("بجدار مزدوج", Noun("زجاجة", "زجاجات"), "ar", "بجدار مزدوج"),
        ("بيضاوي", Noun("مرآة", "مرايا"), "ar", "بيضاوية"),
    ],
)
def test_what_stands_in_a_phrase_agrees_where_it_can(
    quality: str, noun: Noun, language: str, said: str
) -> None:
    assert agreed(quality, noun, language, is_many=True) == said


def test_articles_of_spanish_and_french() -> None:
    handle, dust, splashes = (
        Noun("asa", "asas", "f"),
        Noun("polvo", "polvo", "m"),
        Noun("rayure", "rayures", "f"),
    )
    assert the(handle, "es", is_many=False) == "el asa"
    assert of(handle, "es", is_many=False) == "del asa"
    assert to(dust, "es", is_many=False) == "al polvo"
    assert to(splashes, "fr", is_many=True) == "aux rayures"
    assert the(Noun("humidité", "humidités", "f"), "fr", is_many=False) == "l'humidité"


@pytest.mark.parametrize(
    ("name", "language", "gender", "is_many"),
    [
        ("altura", "es", "f", False), ("medidas", "es", "f", True), ("peso neto", "es", "m", False),
        ("largeur", "fr", "f", False), ("poids", "fr", "m", False), ("dimensions", "fr", "f", True),
        ("moteur", "fr", "m", False), ("Gewicht", "de", "", False),
    ],
)  # fmt: skip
def test_the_gender_of_a_measure_is_known(name: str, language: str, gender: str, is_many: bool) -> None:
    noun, several = measured(name, language)
    assert (noun.gender, several) == (gender, is_many)


def rows(table: str) -> Iterator[dict[str, str]]:
    path = Path(module.__file__).parent / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize("table", TABLES)
def test_no_word_of_a_table_means_two_things(table: str) -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for row in rows(table):
            for cell in filter(None, row[language].split("|")):
                for form in set(cell.rstrip("*").rpartition(":")[2].split("/")[:2]):
                    assert seen.setdefault(form.casefold(), row["key"]) == row["key"], (language, form)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_its_words_in_six_languages(table: str) -> None:
    for row in rows(table):
        assert all(row[language] == row[language].strip() for language in LANGUAGES)
        assert sum(bool(row[language]) for language in LANGUAGES) >= len(LANGUAGES) - 1, row["key"]
