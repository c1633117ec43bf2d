"""Two small shops for tests of numbers, and how a right and a wrong number are judged."""

from collections.abc import Callable

Asked = Callable[..., list[tuple[str, str]]]
Rows = list[tuple[str, str, str, str]]  # language, sentence, the right number, a wrong one

LANGUAGES = "title,title@es,title@fr,title@de,title@ar,title@ja,category,availability"
PRICES = "price@US,price@ES,price@FR,price@DE,price@AE,price@JP"

PRODUCTS = f"""\
sku,group,{LANGUAGES},{PRICES},Weight [g],Luminous flux [lm],Power [W],Length [m],Width [cm],Height from [cm],Height to [cm],Diameter [mm],Noise [dB]
GR-1,,Gresko bike light,Luz Gresko,Feu Gresko,Fahrradlicht Gresko,ضوء غريسكو,グレスコ ライト,Bike lights,in_stock,24.50,24.50,24.50,24.50,90,3600,85,400,,,,,,,
DA-1,,Dalmo bookend,Sujetalibros Dalmo,Serre-livres Dalmo,Buchstütze Dalmo,مسند دالمو,ダルモ ブックエンド,Bookends,in_stock,18.00,18.00,18.00,18.00,66,2700,1150,,,,,,,,
HE-1,,Hevik standing desk,Escritorio Hevik,Bureau Hevik,Schreibtisch Hevik,مكتب هيفيك,ヘヴィク 昇降デスク,Desks,in_stock,389.00,389.00,389.00,389.00,1430,58000,,,,,,62,127,,
LU-1,,Lumbra light strip,Tira de luz Lumbra,Ruban lumineux Lumbra,Lichtband Lumbra,شريط لومبرا,ルンブラ ライトテープ,Light strips,in_stock,29.50,29.50,29.50,29.50,108,4200,,4000,45,5,,,,,
TO-1,,Tolva sideboard,Aparador Tolva,Buffet Tolva,Sideboard Tolva,خزانة تولفا,トルヴァ サイドボード,Sideboards,in_stock,240.00,240.00,240.00,240.00,880,34000,,,,,110,,,,
OR-1,,Orlik round brush,Cepillo Orlik,Brosse Orlik,Rundbürste Orlik,فرشاة أورليك,オルリク ブラシ,Brushes,in_stock,16.90,16.90,16.90,16.90,62,2300,95,,,,,,,45,
FE-1,ferru,Ferru fan small,Ventilador Ferru pequeño,Ventilateur Ferru petit,Ventilator Ferru klein,مروحة فيرو صغيرة,フェル 扇風機 小,Fans,in_stock,49.00,49.00,49.00,49.00,180,6900,,,,,,,,,31
FE-2,ferru,Ferru fan large,Ventilador Ferru grande,Ventilateur Ferru grand,Ventilator Ferru groß,مروحة فيرو كبيرة,フェル 扇風機 大,Fans,in_stock,79.00,79.00,79.00,79.00,290,10900,,,,,,,,,44
"""

BESIDE = f"""\
sku,{LANGUAGES},{PRICES},Voltage [V],Weight [kg],Luminous flux [lm],Cable length [m],Charging time [h],Battery life [h]
NE-1,Nerval travel kettle,Hervidor Nerval,Bouilloire Nerval,Reisekocher Nerval,غلاية نيرفال,ネルヴァル ケトル,Kettles,in_stock,39.00,39.00,39.00,39.00,145,5600,230,1.1,,0.8,,
KL-1,Kleibo steel stool,Taburete Kleibo de acero,Tabouret Kleibo en acier,Stahlhocker Kleibo,كرسي كلايبو,クライボ スツール,Stools,in_stock,59.00,59.00,59.00,59.00,218,8600,,4.9,,,,
KU-1,Kuvanto oak stool,Taburete Kuvanto de roble,Tabouret Kuvanto en chêne,Eichenhocker Kuvanto,كرسي كوفانتو,クヴァント スツール,Stools,in_stock,69.00,69.00,69.00,69.00,255,9900,,3.9,,,,
SO-1,Sotavi reading lamp,Lámpara Sotavi,Lampe Sotavi,Leselampe Sotavi,مصباح سوتافي,ソタヴィ ライト,Lamps,in_stock,27.00,27.00,27.00,27.00,99,3900,,0.4,120,,6,8
"""


def judged(asked: Asked, products: str, row: tuple[str, str, str, str], facts: str = "") -> None:
    lang, body, right, wrong = row
    assert asked(products, lang, body.format(right), "number.", "price.", facts=facts) == []
    found = asked(products, lang, body.format(wrong), "number.", "price.", facts=facts)
    assert wrong in [said for _, said in found]
