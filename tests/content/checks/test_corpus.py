"""Ten plain-prose articles in each language, written by hand for the shop beside them; then spoiled one place at a time.

A clean article must have no block. A changed number, unit, price or negation must be blocked where it stands.
The spoiling knows nothing of the checker: it swaps characters. `python tests/content/checks/test_corpus.py` prints the
shares; the floors below may rise and never sink.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Finding, Severity
from content.shop import load_shop
from seo.records import LANGUAGES, Market

HERE = Path(__file__).parent
ARTICLES = 10
FLOORS = {"number": 0.97, "unit": 0.97, "price": 0.99, "negation": 0.95}
NEAR = 40  # letters from a changed word within which its clause may be marked

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
DIGITS = re.compile(r"(?<![\d٠-٩A-Za-z.,٫])(?:[\d٠-٩]+(?:[.,٫ \u202f][\d٠-٩]+)*)(?![\d٠-٩A-Za-z]*\d)")

UNITS = {
    "en": [("cm", "in"), (" g", " kg"), (" grams", " pounds"), ("kg", "g"), ("°C", "°F"), (" W", " kW"), (" watts", " kilowatts"),
           ("litres", "millilitres"), ("liters", "gallons"), (" m", " cm"), ("working days", "weeks"), ("years", "months"),
           ("mm", "cm"), ("lumens", "watts"), ("dB", "W")],
    "de": [("cm", "Zoll"), (" g", " kg"), (" Gramm", " Kilogramm"), ("kg", "g"), ("°C", "°F"), (" W", " kW"), (" Watt", " Kilowatt"),
           ("Liter", "Milliliter"), (" m ", " cm "), ("Werktage", "Wochen"), ("Werktagen", "Wochen"), ("Jahre", "Monate"),
           ("mm", "cm"), ("Lumen", "Watt"), ("Dezibel", "Watt")],
    "es": [("cm", "pulgadas"), (" g", " kg"), (" gramos", " kilos"), ("kg", "g"), ("°C", "°F"), (" W", " kW"), (" vatios", " kilovatios"),
           ("litros", "mililitros"), (" m", " cm"), ("días laborables", "semanas"), ("años", "meses"), ("mm", "cm"), ("lúmenes", "vatios"),
           ("dB", "W")],
    "fr": [("cm", "pouces"), (" g", " kg"), (" grammes", " kilos"), ("kg", "g"), ("°C", "°F"), (" W", " kW"), (" watts", " kilowatts"),
           ("litre", "millilitre"), (" m", " cm"), ("jours ouvrés", "semaines"), ("ans", "mois"), ("mm", "cm"), ("lumens", "watts"),
           ("dB", "W")],
    "ar": [("سم", "بوصة"), ("غرامات", "كجم"), ("غرام", "كجم"), ("كجم", "غرام"), ("درجة مئوية", "درجة فهرنهايت"), ("واط", "كيلوواط"),
           ("لتر", "مل"), ("متر", "سم"), ("أيام عمل", "أسابيع"), ("سنوات", "أشهر"), ("ملم", "سم"), ("لومن", "واط"), ("ديسيبل", "واط")],
    "ja": [("cm", "インチ"), ("kg", "g"), ("g", "kg"), ("℃", "°F"), ("W", "kW"), ("リットル", "ミリリットル"), ("m", "cm"),
           ("営業日", "週間"), ("年", "か月"), ("mm", "cm"), ("ルーメン", "ワット"), ("dB", "W")],
}  # fmt: skip
CURRENCIES = {
    "en": [("£", "€"), ("$", "£")], "de": [("€", "$"), ("Euro", "Dollar")], "es": [("€", "$"), ("euros", "dólares")],
    "fr": [("€", "$"), ("euros", "dollars")], "ar": [("درهمًا", "ريالًا")], "ja": [("円", "ドル")],
}  # fmt: skip
MONEY = re.compile(r"[£$€円]|[Ee]uros?\b|درهم")
FLIPS = {
    "en": [("cannot be cut", "can be cut"), ("can be cut", "cannot be cut"), ("is machine washable", "is not machine washable"),
           ("is not machine washable", "is machine washable"), ("must not be tumble dried", "may be tumble dried"),
           ("may also be tumble dried", "must not be tumble dried"), ("You can iron it", "You cannot iron it"),
           ("isn't dishwasher-safe", "is dishwasher-safe"), ("do not put it in the dishwasher; it isn't", "put it in the dishwasher; it is"),
           ("switches itself off", "does not switch itself off"), ("has no auto power off", "has auto power off"),
           ("are dishwasher safe", "are not dishwasher safe"), ("is not dishwasher safe", "is dishwasher safe"),
           ("is non-slip", "is not non-slip"), ("is oven-safe", "is not oven-safe"), ("works on induction", "does not work on induction"),
           ("is not waterproof", "is waterproof"), ("is dimmable", "is not dimmable"), ("Both are machine washable", "Neither is machine washable"),
           ("Neither should be tumble dried", "Both can be tumble dried"), ("can be washed at", "cannot be washed at"),
           ("Brisa can be cut, Norrvik cannot", "Brisa cannot be cut, Norrvik can")],
    "de": [("darf nicht gekürzt werden", "darf gekürzt werden"), ("ist maschinenwaschbar", "ist nicht maschinenwaschbar"),
           ("In den Trockner darf er nicht", "In den Trockner darf er"), ("gebügelt werden", "nicht gebügelt werden"),
           ("Sie können ihn mit", "Sie können ihn nicht mit"), ("schaltet er sich automatisch ab", "schaltet er sich nicht automatisch ab"),
           ("Für die Spülmaschine ist er nicht geeignet", "Für die Spülmaschine ist er geeignet"),
           ("Eine automatische Abschaltung hat sie nicht", "Eine automatische Abschaltung hat sie"),
           ("sind spülmaschinenfest", "sind nicht spülmaschinenfest"), ("spülmaschinenfest ist die Ferra nicht", "spülmaschinenfest ist die Ferra"),
           ("Rückseite ist rutschfest", "Rückseite ist nicht rutschfest"), ("Waschbar ist der Teppich nicht", "Waschbar ist der Teppich"),
           ("kann bei 60 °C gewaschen", "kann nicht bei 60 °C gewaschen"), ("darf auch in den Trockner", "darf nicht in den Trockner"),
           ("ist induktionsgeeignet", "ist nicht induktionsgeeignet"), ("ist ofenfest", "ist nicht ofenfest"),
           ("Wasserdicht ist die Leuchte nicht", "Wasserdicht ist die Leuchte"), ("Sie ist dimmbar", "Sie ist nicht dimmbar"),
           ("Brisa lässt sich kürzen, Norrvik nicht", "Brisa lässt sich nicht kürzen, Norrvik schon"),
           ("Beide sind waschbar", "Beide sind nicht waschbar"), ("darf keiner von beiden", "dürfen beide")],
    "es": [("no se puede cortar", "se puede cortar"), ("es lavable a máquina", "no es lavable a máquina"), ("no debe ir a la secadora", "puede ir a la secadora"),
           ("Se puede planchar", "No se puede planchar"), ("Se puede cortar con", "No se puede cortar con"), ("se apaga automáticamente", "no se apaga automáticamente"),
           ("No es apto para lavavajillas", "Es apto para lavavajillas"), ("no tiene apagado automático", "tiene apagado automático"),
           ("son aptos para el lavavajillas", "no son aptos para el lavavajillas"), ("es antideslizante", "no es antideslizante"),
           ("la alfombra no es lavable", "la alfombra es lavable"), ("se puede lavar a 60", "no se puede lavar a 60"),
           ("también puede ir a la secadora", "no puede ir a la secadora"), ("es apta para inducción", "no es apta para inducción"),
           ("es apta para horno", "no es apta para horno"), ("la Ferra no es apta", "la Ferra es apta"), ("no es resistente al agua", "es resistente al agua"),
           ("Es regulable", "No es regulable"), ("Brisa se puede cortar; Norrvik, no", "Brisa no se puede cortar; Norrvik, sí"),
           ("Ambas son lavables", "Ninguna es lavable"), ("Ninguna debe ir a la secadora", "Ambas pueden ir a la secadora")],
    "fr": [("ne peut pas être coupé", "peut être coupé"), ("est lavable en machine", "n'est pas lavable en machine"), ("Il ne passe pas au sèche-linge", "Il passe au sèche-linge"),
           ("peut être repassé", "ne peut pas être repassé"), ("Il peut être coupé", "Il ne peut pas être coupé"), ("elle s'arrête automatiquement", "elle ne s'arrête pas automatiquement"),
           ("Elle ne va pas au lave-vaisselle", "Elle va au lave-vaisselle"), ("elle n'a pas d'arrêt automatique", "elle a un arrêt automatique"),
           ("passent au lave-vaisselle", "ne passent pas au lave-vaisselle"), ("est antidérapant", "n'est pas antidérapant"),
           ("n'est pas lavable en machine", "est lavable en machine"), ("peut aussi passer au sèche-linge", "ne peut pas passer au sèche-linge"),
           ("est compatible avec l'induction", "n'est pas compatible avec l'induction"), ("passe au four", "ne passe pas au four"),
           ("la Ferra ne passe pas", "la Ferra passe"), ("n'est pas étanche", "est étanche"), ("Son intensité est réglable", "Son intensité n'est pas réglable"),
           ("Brisa peut être coupé, Norrvik ne le peut pas", "Brisa ne peut pas être coupé, Norrvik le peut"),
           ("Les deux sont lavables", "Les deux ne sont pas lavables"), ("Ni l'un ni l'autre ne va au sèche-linge", "L'un et l'autre vont au sèche-linge")],
    "ar": [("لا يمكن قص ستارة نورفيك", "يمكن قص ستارة نورفيك"), ("نورفيك قابلة للغسل في الغسالة", "نورفيك غير قابلة للغسل في الغسالة"),
           ("لا يجوز وضعها في المجفف", "يجوز وضعها في المجفف"), ("يمكن كيها", "لا يمكن كيها"), ("يمكن قصها بمقص", "لا يمكن قصها بمقص"),
           ("تنطفئ تلقائيًا", "لا تنطفئ تلقائيًا"), ("غير مناسبة لغسالة الصحون", "مناسبة لغسالة الصحون"), ("لا يوجد فيها إيقاف تلقائي", "يوجد فيها إيقاف تلقائي"),
           ("صالحان لغسالة الصحون", "غير صالحين لغسالة الصحون"), ("مانع للانزلاق", "غير مانع للانزلاق"), ("غير قابلة للغسل في الغسالة لأن", "قابلة للغسل في الغسالة لأن"),
           ("يمكن غسل ليدو", "لا يمكن غسل ليدو"), ("ويمكن أيضًا وضعها في المجفف", "ولا يمكن وضعها في المجفف"), ("وهي مناسبة للمواقد الحثية", "وهي غير مناسبة للمواقد الحثية"),
           ("تتحمل حرارة الفرن", "لا تتحمل حرارة الفرن"), ("فيرا غير صالحة لغسالة", "فيرا صالحة لغسالة"), ("غير مقاوم للماء", "مقاوم للماء"),
           ("أما نورفيك فلا يمكن قصها", "أما نورفيك فيمكن قصها"), ("بريسا يمكن قصها", "بريسا لا يمكن قصها"), ("كلتاهما قابلة للغسل", "كلتاهما غير قابلة للغسل"),
           ("ولا توضع أي منهما في المجفف", "ويمكن وضع كلتيهما في المجفف")],
    "ja": [("ノルヴィクは切れません", "ノルヴィクは切れます"), ("洗濯機で洗えます", "洗濯機では洗えません"), ("乾燥機は使えません", "乾燥機が使えます"),
           ("アイロンをかけられます", "アイロンはかけられません"), ("裁ちばさみで切れますので", "裁ちばさみでは切れませんので"), ("自動で電源が切れます", "自動で電源は切れません"),
           ("食洗機には対応していません", "食洗機に対応しています"), ("自動電源オフ機能はありません", "自動電源オフ機能があります"), ("食洗機で洗えます", "食洗機では洗えません"),
           ("滑り止めが付いているので", "滑り止めは付いていないので"), ("洗濯機では洗えません", "洗濯機で洗えます"), ("60℃で洗えます", "60℃では洗えません"),
           ("乾燥機も使えます", "乾燥機は使えません"), ("IHに対応しています", "IHに対応していません"), ("オーブンに対応しています", "オーブンには対応していません"),
           ("フェラは食洗機では洗えません", "フェラは食洗機で洗えます"), ("防水ではありません", "防水です"), ("ブリーザは切れますが、ノルヴィクは切れません", "ブリーザは切れませんが、ノルヴィクは切れます"),
           ("どちらも洗濯できます", "どちらも洗濯できません"), ("調光できます", "調光できません")],
}  # fmt: skip


@dataclass(frozen=True)
class Spoiled:
    """A text with one place changed."""

    kind: str
    text: str
    start: int
    end: int
    was: str


@cache
def shop() -> tuple[Ledger, dict[str, Market]]:
    loaded = load_shop(HERE / "shop")
    return read_ledger(loaded), {market.locale: market for market in loaded.markets}


def articles(language: str) -> list[Path]:
    return sorted((HERE / "corpus" / language).glob("*.md"))


def blocks(text: str) -> list[Finding]:
    ledger, markets = shop()
    draft = parse_draft(text, "article.md")
    found = check(draft, ledger, markets[draft.market])
    return [finding for finding in found if finding.severity == Severity.BLOCK]


def body_at(text: str) -> int:
    return text.index("\n---\n") + 5


def spoiled(text: str, language: str) -> Iterator[Spoiled]:
    yield from _numbers(text)
    yield from _swaps(text, UNITS[language], "unit")
    yield from _swaps(text, CURRENCIES[language], "price")
    yield from _flips(text, FLIPS[language])


def _places(text: str) -> Iterator[re.Match[str]]:
    """Numbers of the body, outside quotations; not those in a product's name."""
    for match in DIGITS.finditer(text, body_at(text)):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        is_counted = re.match("種類|セット|枚の|枚1|平方", text[match.end() :])  # of nothing the ledger states
        if not line.startswith((">", "#")) and not is_counted:
            yield match


def _numbers(text: str) -> Iterator[Spoiled]:
    for match in _places(text):
        kind = "price" if MONEY.search(text[max(0, match.start() - 2) : match.end() + 6]) else "number"
        for wrong in _wrong(match.group()):
            yield Spoiled(kind, text[: match.start()] + wrong + text[match.end() :], match.start(), match.start() + len(wrong), match.group())


def _wrong(number: str) -> Iterator[str]:
    """About a tenth more, and half of it, written the same way."""
    digits = re.sub(r"\D", "", number.translate(WESTERN))
    for value in (max(int(digits) + 1, round(int(digits) * 1.1)), max(1, int(digits) * 2)):
        fresh = str(value).zfill(len(digits))
        if len(fresh) != len(digits):
            fresh = fresh[: len(digits)] if len(digits) > 1 else fresh
        if fresh == digits:
            continue
        replaced = iter(fresh)
        out = "".join(next(replaced, "") if letter.isdigit() else letter for letter in number) + "".join(replaced)
        yield out.translate(ARABIC) if re.search("[٠-٩]", number) else out


def _swaps(text: str, pairs: list[tuple[str, str]], kind: str) -> Iterator[Spoiled]:
    for match in _places(text):
        for old, new in pairs:
            at = match.end() + (1 if text[match.end()] in " \u202f\u00a0" and not old.startswith(" ") else 0)
            whole = not re.match(r"[A-Za-z]", text[at + len(old) : at + len(old) + 1])
            if text.startswith(old, at) and whole:
                yield Spoiled(kind, text[:at] + new + text[at + len(old) :], match.start(), at + len(new), match.group() + old)
                break
            if kind == "price" and text[match.start() - 1] == old:
                yield Spoiled(kind, text[: match.start() - 1] + new + text[match.start() :], match.start() - 1, match.end(), old + match.group())
                break


def _flips(text: str, pairs: list[tuple[str, str]]) -> Iterator[Spoiled]:
    for old, new in pairs:
        for match in re.finditer(re.escape(old), text):
            if match.start() >= body_at(text) and not text.startswith("か。", match.end()):
                yield Spoiled("negation", text[: match.start()] + new + text[match.end() :], match.start(), match.start() + len(new), old)


def is_caught(change: Spoiled) -> bool:
    near = NEAR if change.kind == "negation" else 0
    return any(f.span[0] < change.end + near and change.start - near < f.span[1] for f in blocks(change.text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_honest_articles_are_not_blocked(language: str) -> None:
    paths = articles(language)
    assert len(paths) == ARTICLES
    assert {path.stem: [(f.rule, f.quote) for f in blocks(path.read_text("utf-8"))] for path in paths} == {path.stem: [] for path in paths}


@pytest.mark.parametrize("language", LANGUAGES)
def test_spoiled_places_are_blocked_where_they_stand(language: str) -> None:
    seen: dict[str, list[bool]] = {kind: [] for kind in FLOORS}
    missed = []
    for path in articles(language):
        for change in spoiled(path.read_text("utf-8"), language):
            caught = is_caught(change)
            seen[change.kind].append(caught)
            if not caught:
                missed.append((path.stem, change.kind, change.was, change.text[max(0, change.start - 30) : change.end + 20]))
    shares = {kind: sum(found) / len(found) for kind, found in seen.items()}
    assert all(len(found) >= ARTICLES for found in seen.values())
    assert all(shares[kind] >= floor for kind, floor in FLOORS.items()), (shares, missed)


def report() -> None:
    for language in LANGUAGES:
        wrongly = sum(bool(blocks(path.read_text("utf-8"))) for path in articles(language))
        seen: dict[str, list[bool]] = {}
        for path in articles(language):
            for change in spoiled(path.read_text("utf-8"), language):
                caught = is_caught(change)
                seen.setdefault(change.kind, []).append(caught)
                if not caught:
                    print("   missed", path.stem, change.kind, repr(change.was), "->", repr(change.text[max(0, change.start - 30) : change.end + 25]))  # noqa: T201
        shares = " ".join(f"{kind} {sum(found)}/{len(found)}" for kind, found in sorted(seen.items()))
        print(f"{language}: clean blocked {wrongly}/{ARTICLES}; caught {shares}")  # noqa: T201


if __name__ == "__main__":
    report()
