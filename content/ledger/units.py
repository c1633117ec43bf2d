"""Units as catalogues write them: one symbol each, its dimension, its exact size, and how people spell it.

Symbols are UCUM-like (`cm`, `kg`, `l`, `W`, `d`). Ours are `wd` (working days), `tog`, `g/m2` (gsm).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `symbol` in the ledger, `size` in the base unit of its dimension."""

    symbol: str
    dimension: str
    size: Decimal


# symbol | dimension | size in the base unit | spellings in the six languages, symbol itself left out
# Working days, months and years have no exact size in days, so each is a dimension of its own.
TABLE = """
µm    | length      | 0.001          | micron microns micrometer micrometers micrometre micrometres micra micras mikrometer micromètres ميكرون ミクロン
mm    | length      | 1              | millimeter millimeters millimetre millimetres milímetro milímetros millimètre millimètres مم ملم ملليمتر ミリ ミリメートル
cm    | length      | 10             | centimeter centimeters centimetre centimetres zentimeter centímetro centímetros centimètre centimètres cms سم سنتيمتر センチ センチメートル
m     | length      | 1000           | meter meters metre metres metro metros mètre mètres mtr م متر أمتار メートル
km    | length      | 1000000        | kilometer kilometers kilometre kilometres kilómetro kilómetros kilomètre kilomètres كم كيلومتر キロメートル
in    | length      | 25.4           | inch inches " ″ zoll pulgada pulgadas pouce pouces بوصة إنش インチ
ft    | length      | 304.8          | foot feet ′ pie pies pied pieds fuß قدم フィート
yd    | length      | 914.4          | yard yards yarda yardas ياردة ヤード
mg    | mass        | 0.001          | milligram milligrams milligramm miligramo miligramos milligramme milligrammes ملغ ミリグラム
g     | mass        | 1              | gr gram grams gramm gramo gramos gramme grammes غ جم غرام جرام グラム
kg    | mass        | 1000           | kgs kilo kilos kilogram kilograms kilogramm kilogramo kilogramos kilogramme kilogrammes كجم كغ كغم كيلوغرام كيلوجرام キロ キログラム
t     | mass        | 1000000        | tonne tonnes tonnen tonelada toneladas طن トン
oz    | mass        | 28.349523125   | ounce ounces unze unzen onza onzas once onces أونصة オンス
lb    | mass        | 453.59237      | lbs pound pounds pfund libra libras livre livres رطل ポンド
ml    | volume      | 1              | milliliter milliliters millilitre millilitres mililitro mililitros مل ملل ミリリットル
cl    | volume      | 10             | centiliter centilitre zentiliter centilitro centilitros centilitres
dl    | volume      | 100            | deciliter decilitre deziliter decilitro
l     | volume      | 1000           | ltr liter liters litre litres litro litros لتر ل ليتر リットル
fl oz | volume      | 29.5735295625  | fl-oz floz fl.oz fl.oz. fl-oz fluid-ounce fluid-ounces
gal   | volume      | 3785.411784    | gallon gallons galón galones
cm2   | area        | 100            | cm² qcm sqcm سم²
m2    | area        | 1000000        | m² qm sqm م² 平方メートル 平米
ft2   | area        | 92903.04       | ft² sqft sq.ft
cm3   | space       | 1              | cm³ ccm
m3    | space       | 1000000        | m³ cbm
g/m2  | fabric      | 1              | gsm g/m² g/qm gr/m2 غ/م² جم/م²
W     | power       | 1              | watt watts vatio vatios وات واط ワット
kW    | power       | 1000           | kilowatt kilowatts kilovatio kilovatios كيلوواط キロワット
Wh    | energy      | 1              | watt-hour watt-hours wattstunden واط-ساعة
kWh   | energy      | 1000           | kilowatt-hour kilowatt-hours kilowattstunden kWs/h
mV    | voltage     | 0.001          |
V     | voltage     | 1              | volt volts voltio voltios فولت ボルト
kV    | voltage     | 1000           |
mA    | current     | 0.001          |
A     | current     | 1              | amp amps ampere amperes amperio amperios ampère ampères أمبير アンペア
mAh   | charge      | 1              |
Ah    | charge      | 1000           |
Hz    | frequency   | 1              | hertz هرتز ヘルツ
kHz   | frequency   | 1000           |
MHz   | frequency   | 1000000        |
GHz   | frequency   | 1000000000     |
°C    | temperature | 1              | ºC ˚C degC celsius °celsius درجة-مئوية م° °م 度
°F    | temperature | 1              | ºF ˚F degF fahrenheit °fahrenheit
K     | colour-temperature | 1       | kelvin كلفن ケルビン
%     | share       | 1              | percent prozent pourcent ٪ パーセント
s     | time        | 1              | sec secs second seconds sek sekunde sekunden segundo segundos seconde secondes seg ثانية ثوان ثواني 秒
min   | time        | 60             | mins minute minutes minuten minuto minutos دقيقة دقائق 分 分間
h     | time        | 3600           | hr hrs hour hours std stunde stunden hora horas heure heures ساعة ساعات 時間
d     | time        | 86400          | day days tag tage tagen día días dia dias jour jours يوم أيام يوما 日 日間
wk    | time        | 604800         | week weeks woche wochen semana semanas semaine semaines أسبوع أسابيع أسبوعا 週 週間
mo    | months      | 1              | month months monat monate monaten mes meses mois شهر أشهر شهور شهرا か月 ヶ月 ヵ月 カ月
a     | years       | 1              | yr yrs year years jahr jahre jahren año años an ans année années سنة سنوات عام أعوام عاما 年 年間
wd    | working-days | 1             | workday workdays working-day working-days business-day business-days werktag werktage werktagen arbeitstag arbeitstage arbeitstagen día-laborable días-laborables día-hábil días-hábiles dias-laborables dias-habiles jour-ouvré jours-ouvrés jour-ouvrable jours-ouvrables يوم-عمل أيام-عمل 営業日
lx    | light       | 1              | lux لكس ルクス
lm    | light-output | 1             | lumen lumens لومن ルーメン
cd    | light-power | 1              | candela
dB    | sound       | 1              | db(a) dba decibel decibels dezibel decibelio decibelios décibel décibels ديسيبل デシベル
Pa    | pressure    | 1              | pascal
hPa   | pressure    | 100            |
kPa   | pressure    | 1000           |
MPa   | pressure    | 1000000        |
bar   | pressure    | 100000         | bars بار バール
psi   | pressure    | 6894.757293168 |
tog   | warmth      | 1              | togs
rpm   | turns       | 1              | u/min 1/min tr/min r/min r.p.m. دورة/دقيقة 回転/分
km/h  | speed       | 1              | kmh kph
Mbps  | data-rate   | 1              | mbit/s mb/s
Gbps  | data-rate   | 1000           | gbit/s gb/s
l/h   | flow        | 1              | lph ltr/h litres/hour litros/hora litres/heure liter/stunde لتر/ساعة
l/min | flow        | 60             | lpm ltr/min litres/minute litros/minuto liter/minute لتر/دقيقة
fps   | frames      | 1              |
bpm   | tempo       | 1              |
Ω     | resistance  | 1              | ohm ohms ohmios أوم オーム
momme | silk        | 1              | 匁
HRC   | hardness    | 1              |
g/min | steam       | 1              | g/minute
N     | force       | 1              | newton
kN    | force       | 1000           | kilonewton kilonewtons كيلونيوتن キロニュートン
Nm    | torque      | 1              |
MB    | memory      | 1              |
GB    | memory      | 1000           |
TB    | memory      | 1000000        |
px    | pixels      | 1              | pixel pixels
MP    | megapixels  | 1              | megapixel megapixels
kcal  | food-energy | 1              |
kJ    | food-energy-si | 1           |
den   | yarn        | 1              | denier
°     | angle       | 1              | deg degree degrees grad grados degrés درجة
"""  # noqa: E501  one row per unit


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its symbol."""
    return {symbol: Unit(symbol, dimension, Decimal(size)) for symbol, dimension, size, _ in _rows()}


def find_unit(text: str) -> str | None:
    """The symbol for a unit as somebody wrote it (`Werktage` -> `wd`); None when it is no unit we know."""
    written = _folded(text)
    if not written:
        return None
    return _exact().get(written) or _loose().get(written.casefold())


def convert(amount: Decimal, unit: str, to: str) -> Decimal | None:
    """The exact amount in another unit of the same dimension; None when there is no such conversion."""
    if unit == to:
        return amount
    source, target = units().get(unit), units().get(to)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    if source.dimension == "temperature":
        return amount * 9 / 5 + 32 if to == "°F" else (amount - 32) * 5 / 9
    return amount * source.size / target.size


def dimension(unit: str) -> str:
    """`length` for `cm`; an unknown unit is a dimension of its own."""
    known = units().get(unit)
    return known.dimension if known else unit


def _folded(text: str) -> str:
    """One way to write it: `㎝` and `cm`, `fl. oz` and `fl.oz`; words of a spelling joined by hyphens."""
    primes = text.strip().replace("''", '"').replace("″", '"').replace("”", '"')
    plain = unicodedata.normalize("NFKC", primes.replace("²", "2").replace("³", "3")).strip()
    plain = _VOWELS.sub("", plain)
    return re.sub(r"\s+", "-", plain.replace(". ", ".").replace("° ", "°"))


_VOWELS = re.compile("[\u064b-\u0652\u0640]")  # يومًا as يوما


def _rows() -> list[tuple[str, str, str, str]]:
    lines = [line.split("|") for line in TABLE.strip().splitlines()]
    return [(a.strip(), b.strip(), c.strip(), d.strip()) for a, b, c, d in lines]


@cache
def _exact() -> Mapping[str, str]:
    return {_folded(word): symbol for symbol, _, _, words in _rows() for word in (symbol, *words.split())}


@cache
def _loose() -> Mapping[str, str]:
    """Spellings whatever their case (`CM`, `KG`); where case matters (mV, MV) the first row wins."""
    found: dict[str, str] = {}
    for word, symbol in _exact().items():
        found.setdefault(word.casefold(), symbol)
    return found
