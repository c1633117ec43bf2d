from pathlib import Path

import pytest

from content.lexicon.keys import key_of, plain
from content.lexicon.lexicon import Entry, Lexicon, load_lexicon, mid_sentence

WORDS = """# the shop's own words
source,lang,text,confirmed_by
Width,de,Gesamtbreite,Jana Petersen
Width,de,breit,Jana Petersen
quilted velours,de,Steppvelours,Jana Petersen
Garden gnomes,fr,nains de jardin,Claire Vasseur
"""


@pytest.fixture
def own(tmp_path: Path) -> Lexicon:
    (tmp_path / "words.csv").write_text(WORDS, encoding="utf-8")
    return load_lexicon(tmp_path / "words.csv", "en")


def test_the_bundled_words() -> None:
    lexicon = load_lexicon(None, "en")
    assert lexicon.attribute("width", "de") == "Breite"
    assert lexicon.aspect("width") == "size"
    assert lexicon.kind("width") == "quantity"
    assert lexicon.value("Polyester", "es") == "poliéster"
    assert lexicon.category("blackout-curtains", "de") == "Verdunkelungsvorhänge"
    assert "size" in lexicon.keys("aspect")


def test_nobodys_words_are_none() -> None:
    lexicon = load_lexicon(None, "en")
    assert lexicon.attribute("my_own_thing", "en") is None
    assert (lexicon.aspect("my_own_thing"), lexicon.kind("my_own_thing")) == ("features", "")
    assert lexicon.value("Quilted velours", "de") is None
    assert lexicon.category("garden-gnomes", "fr") is None
    assert lexicon.synonyms("attribute", "my_own_thing", "en") == ()


def test_the_shops_words_lie_over_the_bundled_ones(own: Lexicon) -> None:
    assert own.attribute("width", "de") == "Gesamtbreite"
    assert own.synonyms("attribute", "width", "de")[:3] == ("Gesamtbreite", "breit", "Breite")
    assert own.attribute("width", "fr") == "largeur"
    assert own.value("Quilted Velours", "de") == "Steppvelours"
    assert own.category("garden-gnomes", "fr") == "nains de jardin"


def test_a_choice_in_the_catalogues_language_is_its_own_word() -> None:
    lexicon = load_lexicon(None, "en")
    assert lexicon.value("Quilted velours", "en") == "quilted velours"
    assert lexicon.value("Senseo", "en") == "Senseo"
    assert lexicon.value("ABS plastic", "en") == "ABS plastic"


def test_a_catalogue_in_german_meets_the_same_keys() -> None:
    lexicon = load_lexicon(None, "de")
    assert lexicon.find("attribute", "Breite") == "width"
    assert lexicon.value("Edelstahl", "fr") == "acier inoxydable"
    assert lexicon.value("Steppvelours", "de") == "Steppvelours"
    assert lexicon.value("Steppvelours", "fr") is None


def test_a_word_names_the_key_it_fits_best() -> None:
    lexicon = load_lexicon(None, "en")
    assert (
        lexicon.rank("attribute", "Width")
        < lexicon.rank("attribute", "how wide")
        < lexicon.rank("attribute", "zzz")
    )


def test_the_catalogue_may_add_words_but_not_take_the_first_place() -> None:
    lexicon = load_lexicon(None, "en").declaring(
        "attribute", [Entry("width", {"en": ("girth",)}), Entry("spin", {"en": ("spin",)})]
    )
    assert lexicon.attribute("width", "en") == "width"
    assert "girth" in lexicon.synonyms("attribute", "width", "en")
    assert lexicon.attribute("spin", "en") == "spin"
    assert "spin" in lexicon.keys("attribute")


def test_keys_and_comparison_forms() -> None:
    assert key_of("attribute", "Can be cut?") == "can_be_cut"
    assert key_of("category", "Küchengeräte") == "kuechengeraete"
    assert plain("Stainless-Steel ") == plain("stainless steel") == "stainless steel"
    assert plain("㎝") == "cm"


@pytest.mark.parametrize(
    ("language", "nylon", "polyamide"),
    [
        ("en", "nylon", "polyamide"),
        ("es", "nailon", "poliamida"),
        ("fr", "nylon", "polyamide"),
        ("de", "Nylon", "Polyamid"),
        ("ar", "نايلون", "بولي أميد"),
        ("ja", "ナイロン", "ポリアミド"),
    ],
)
def test_two_choices_that_mean_one_thing_keep_the_shops_two_words(
    tmp_path: Path, language: str, nylon: str, polyamide: str
) -> None:
    """The page wrote `polyamide` for a product of `Nylon`, though words.csv said `Nylon,en,nylon`."""
    rows = f"source,lang,text\nPolyamid,{language},{polyamide}\nNylon,{language},{nylon}\n"
    (tmp_path / "words.csv").write_text(rows, encoding="utf-8")
    lexicon = load_lexicon(tmp_path / "words.csv", "de")
    assert (lexicon.value("Nylon", language), lexicon.value("Polyamid", language)) == (nylon, polyamide)
    assert lexicon.find("value", "Nylon") == lexicon.find("value", "Polyamid") == "nylon"
    assert {nylon, polyamide} <= set(lexicon.synonyms("value", "nylon", language))


def test_a_word_to_prefer_goes_before_the_others_of_its_source(tmp_path: Path) -> None:
    rows = "source,lang,text,use\nNylon,en,polyamide,\nNylon,en,nylon,prefer\n"
    (tmp_path / "words.csv").write_text(rows, encoding="utf-8")
    assert load_lexicon(tmp_path / "words.csv", "de").value("Nylon", "en") == "nylon"


@pytest.mark.parametrize(
    ("label", "language", "said"),
    [
        ("Regenjacken", "de", "Regenjacken"),
        ("Länge geschlossen", "de", "Länge geschlossen"),
        ("Wasserdicht", "de", "wasserdicht"),
        ("Maschinenwaschbar", "de", "maschinenwaschbar"),
        ("Rain jackets", "en", "rain jackets"),
        ("UV protection", "en", "UV protection"),
    ],
)
def test_a_header_stands_in_a_sentence_as_its_language_writes_it(
    label: str, language: str, said: str
) -> None:
    assert mid_sentence(label, language) == said


def test_the_word_of_a_header_is_written_before_ours_and_never_before_the_shops_own(tmp_path: Path) -> None:
    bundled = load_lexicon(None, "fr")
    assert bundled.attribute("waterproof", "fr") == "imperméable"
    said = bundled.putting_first({"waterproof": "Étanche", "capacity": "Contenance"})
    assert said.attribute("waterproof", "fr") == "étanche"
    assert said.synonyms("attribute", "waterproof", "fr") == ("étanche", "imperméable")
    assert said.attribute("waterproof", "en") == "waterproof"
    certified = load_lexicon(None, "en").putting_first({"oeko_tex": "Oeko-Tex"})
    assert certified.attribute("oeko_tex", "en") == "OEKO-TEX certified"
    assert said.attribute("capacity", "fr") == bundled.attribute("capacity", "fr")  # no claim is in a name
    (tmp_path / "words.csv").write_text("source,lang,text\nÉtanche,fr,soudé\n", encoding="utf-8")
    own = load_lexicon(tmp_path / "words.csv", "fr").putting_first({"waterproof": "Étanche"})
    assert own.attribute("waterproof", "fr") == "soudé"


def test_a_word_for_a_column_names_no_choice_of_the_same_name(tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("source,lang,text\nIron,ja,アイロンがけできる\nIron,ja,アイロン\n", encoding="utf-8")
    own = load_lexicon(words, "en")
    assert own.synonyms("value", "iron", "ja") == load_lexicon(None, "en").synonyms("value", "iron", "ja")
    assert "アイロン" in own.synonyms("attribute", "iron", "ja")
    words.write_text("source,lang,text\nIron,ja,鋳鉄\n", encoding="utf-8")
    assert load_lexicon(words, "en").value("iron", "ja") == "鋳鉄"


@pytest.mark.parametrize(
    ("language", "header", "key"),
    [
        ("es", "Apta para secadora", "tumble_dry"),
        ("es", "Apta para exterior", "weatherproof"),
        ("es", "Lavables a máquina", "machine_washable"),
        ("en", "Washing", None),  # no adjective that agrees: "wash" would make it a yes or no
        ("fr", "Avec pied", None),
    ],
)
def test_a_header_that_agrees_with_what_is_sold_is_the_same_attribute(
    language: str, header: str, key: str | None
) -> None:
    assert load_lexicon(None, language).find("attribute", header) == key


def test_another_form_of_a_header_stands_as_the_shop_writes_it() -> None:
    lexicon = load_lexicon(None, "es").putting_first({"tumble_dry": "Apta para secadora"})
    assert lexicon.attribute("tumble_dry", "es") == "apta para secadora"


@pytest.mark.parametrize(
    ("language", "written", "own"),
    [
        ("es", "lana hervida", "lana hervida"),
        ("fr", "grès", "grès"),
        ("de", "Steinzeug", "Steinzeug"),
        ("en", "Mulberry silk", "mulberry silk"),
        ("ja", "黒", "黒"),
        ("es", "Negro", "negro"),
    ],
)
def test_a_choice_is_said_in_the_shops_own_language_as_the_shop_says_it(
    language: str, written: str, own: str
) -> None:
    """A Spanish page said "lana cocida" where the shop's list says "lana hervida"."""
    assert load_lexicon(None, language).value(written, language) == own


def test_raw_white_is_no_natural_colour() -> None:
    lexicon = load_lexicon(None, "es")
    assert [lexicon.value("crudo", language) for language in ("es", "fr", "en")] == ["crudo", "écru", "ecru"]


@pytest.mark.parametrize(("use", "name"), [("", "zapatillas de lana"), ("prefer", "pantuflas")])
def test_another_word_of_the_shops_own_language_renames_no_line_unless_it_is_preferred(
    tmp_path: Path, use: str, name: str
) -> None:
    rows = (
        f"source,lang,text,use\nZapatillas de lana,es,pantuflas,{use}\nZapatillas de lana,en,wool slippers,\n"
    )
    (tmp_path / "words.csv").write_text(rows, encoding="utf-8")
    lexicon = load_lexicon(tmp_path / "words.csv", "es").calling({"zapatillas-de-lana": "Zapatillas de lana"})
    assert lexicon.category("zapatillas-de-lana", "es") == name
    assert lexicon.category("zapatillas-de-lana", "en") == "wool slippers"
    assert "pantuflas" in lexicon.synonyms("category", "zapatillas-de-lana", "es")


@pytest.mark.parametrize(
    ("language", "label", "name"),
    [
        ("es", "Pantuflas", "pantuflas"),
        ("en", "Slipper", "slippers"),  # our plural of the same noun
        ("en", "House shoes", "house shoes"),
    ],
)
def test_a_line_is_called_as_the_catalogue_calls_it(language: str, label: str, name: str) -> None:
    lexicon = load_lexicon(None, language).calling({"slippers": label})
    assert lexicon.category("slippers", language) == name
