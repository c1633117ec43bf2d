"""What may come with a product, in words made for its columns; words of titles that name nothing; ends and counts."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = (
    "sku,title,title@de,title@fr,title@es,title@ar,title@ja,category,Gloves included,Lid included,Size,Adjustable\n"
    "T1,Tern rake,Rechen Tern,Râteau Tern,Rastrillo Tern,مشط تيرن,ターン 熊手,Rakes,yes,,7,\n"
    "A1,Auk spade,Spaten Auk,Bêche Auk,Pala Auk,مجرفة أوك,モーク シャベル,Spades,no,no,,\n"
)


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "The Auk comes with gloves."),
        ("de", "Dem Auk liegen Handschuhe bei."),
        ("fr", "L'Auk est livrée avec des gants."),
        ("es", "La Auk incluye guantes."),
        ("ar", "تأتي مجرفة أوك مع قفازات."),
        ("ja", "モークには手袋が付属します。"),
    ],
)
def test_what_does_not_come_with_a_product_is_no_gift_in_any_language(
    asked: Asked, lang: str, body: str
) -> None:
    assert [rule for rule, _ in asked(PRODUCTS, lang, body, "capability")] == ["capability.contradicted"]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "The Tern comes with gloves."),
        ("de", "Dem Tern liegen Handschuhe bei."),
        ("fr", "Le Tern est livré avec des gants."),
        ("es", "El Tern incluye guantes."),
        ("en", "The Auk is easier to hold in gloves."),
        ("de", "Den Auk fasst man am besten an, wenn die Handschuhe trocken sind."),
        ("fr", "Les gants de ménage protègent mieux la main qui tient l'Auk."),
    ],
)
def test_gloves_that_come_with_it_and_gloves_that_are_only_spoken_of(
    asked: Asked, lang: str, body: str
) -> None:
    assert asked(PRODUCTS, lang, body, "capability") == []


def test_a_question_that_does_not_ask_what_is_in_the_box(asked: Asked) -> None:
    assert asked(PRODUCTS, "en", "## Can I hold the Auk in thick gloves?\n\nYes, easily.", "capability") == []
    found = asked(PRODUCTS, "en", "## Does the Auk come with gloves?\n\nYes.", "capability")
    assert [rule for rule, _ in found] == ["capability.contradicted"]


def test_what_is_adjusted_between_two_ends_is_held_to_its_numbers(asked: Asked) -> None:
    told = asked(PRODUCTS, "fr", "Le Tern se règle de 70 à 125 cm.", "capability.unsupported")
    assert told == []
    bare = asked(PRODUCTS, "fr", "Le Tern est réglable.", "capability.unsupported")
    assert [rule for rule, _ in bare] == ["capability.unsupported"]


TITLES = (
    "sku,title,title@de,title@ar,category,price@US,price@DE,price@AE\n"
    "S1,Sencha Brume de Mai,Sencha Brume de Mai,سنشا بروم 150 مل,Teas,9,9,30\n"
    "P1,Merlette kettle,Kessel Merlette,غلاية ميرليت,Kettles,40,40,150\n"
)


def test_a_small_word_and_a_unit_of_a_title_are_no_names(opened: Callable[..., object]) -> None:
    from content.checks.names import Names  # noqa: PLC0415

    german, arabic = (Names(opened(TITLES), language) for language in ("de", "ar"))  # type: ignore[arg-type]
    page = german.nouns(["s1", "p1"])
    assert [m.handle for m in german.stand_ins("in den usa hilft nur der kessel.", page, [])] == ["p1"]
    assert arabic.mentions("سعة الواحد منها 250 مل") == []


SIZES = (
    "sku,title,category,group,Size\nG7,Robin gloves 7,Gloves,robin,7\nG8,Robin gloves 8,Gloves,robin,8\n"
    "G9,Robin gloves 9,Gloves,robin,9\n"
)


@pytest.mark.parametrize(("number", "rules"), [("three", []), ("five", ["number.contradicted"])])
def test_the_number_of_values_a_family_comes_in(asked: Asked, number: str, rules: list[str]) -> None:
    found = asked(SIZES, "en", f"The Robin gloves come in {number} sizes.", "number")
    assert [rule for rule, _ in found if rule == "number.contradicted"] == rules
