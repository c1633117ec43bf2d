"""Pages about curtains in six languages, as hosts of several kinds would have them; our own writing."""

from datetime import UTC, datetime

from content.dossier import StoredPage, from_web
from seo.records import Intent, Question, Topic
from seo.web.answers import Answer
from seo.web.stored import page_of

DAY = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
HTML = (
    "<!doctype html><html lang='{language}'><head><title>{title}</title></head><body>"
    "<nav><a href='/'>Home</a> <a href='/shop'>Shop</a></nav><main><article><h1>{title}</h1>{body}</article></main>"
    "<footer>Imprint and cookies</footer></body></html>"
)

Page = tuple[str, str, str]  # address, title, paragraphs

PAGES: dict[str, tuple[Page, ...]] = {
    "en": (
        ("https://sewing.example/hem", "How to shorten curtains",
         "Iron-on tape is the easiest way to hem a curtain without a sewing machine. Cut the curtain two centimetres below the "
         "mark and press the tape into the fold for ten seconds.\n\nSharp scissors leave a clean edge on coated fabric."),
        ("https://forum.curtains.example/threads/9", "Ironed my blackout curtain",
         "The backing of a blackout curtain melts under a hot iron. I ruined mine last week.\n\nWash coated curtains at 30 °C "
         "and hang them up damp."),
        ("https://www.gov.uk/textiles", "Care of coated textiles",
         "Coated curtains keep their shape when they are washed at 40 °C and hung up damp. The coating must never go into a tumble dryer."),
    ),
    "de": (
        ("https://naehen.example/saum", "Vorhänge kürzen",
         "Mit Bügelband lässt sich ein Vorhang ganz einfach ohne Nähmaschine säumen. Den Stoff zwei Zentimeter unter der Marke "
         "abschneiden und das Band zehn Sekunden andrücken.\n\nEine scharfe Schere hinterlässt bei beschichtetem Stoff eine saubere Kante."),
        ("https://forum.vorhang.example/threads/9", "Verdunkelungsvorhang gebügelt",
         "Die Beschichtung eines Verdunkelungsvorhangs schmilzt unter dem Bügeleisen. Ich habe meinen ruiniert.\n\nBeschichtete Vorhänge "
         "werden bei 30 °C gewaschen und feucht aufgehängt."),
        ("https://www.bund.example/textilien", "Beschichtete Textilien pflegen",
         "Beschichtete Vorhänge behalten ihre Form, wenn sie bei 40 °C gewaschen und feucht aufgehängt werden. Die Beschichtung darf nie in den Trockner."),
    ),
    "fr": (
        ("https://couture.example/ourlet", "Raccourcir des rideaux",
         "Le ruban thermocollant suffit pour faire un ourlet de rideau sans machine à coudre. Coupez le tissu deux centimètres sous la "
         "marque et pressez le ruban dix secondes.\n\nDes ciseaux bien aiguisés laissent un bord net sur un tissu enduit."),
        ("https://forum.rideaux.example/threads/9", "Rideau occultant repassé",
         "L'enduction d'un rideau occultant fond sous le fer à repasser. J'ai abîmé le mien.\n\nLes rideaux enduits se lavent à 30 °C et "
         "se suspendent humides."),
        ("https://www.textile.example/entretien", "Entretenir les textiles enduits",
         "Les rideaux enduits gardent leur forme quand on les lave à 40 °C et qu'on les suspend humides. L'enduction ne supporte jamais le sèche-linge."),
    ),
    "es": (
        ("https://costura.example/dobladillo", "Acortar cortinas",
         "La cinta termoadhesiva es lo más fácil para hacer el dobladillo de una cortina sin máquina de coser. Corta la tela dos centímetros por debajo "
         "de la marca y aprieta la cinta diez segundos.\n\nUnas tijeras afiladas dejan un borde limpio en la tela con revestimiento."),
        ("https://foro.cortinas.example/threads/9", "Planché mi cortina opaca",
         "El revestimiento de una cortina opaca se derrite bajo la plancha. Yo estropeé la mía.\n\nLas cortinas con revestimiento se lavan a 30 °C y se "
         "cuelgan húmedas."),
        ("https://www.textil.example/cuidado", "Cuidar los tejidos con revestimiento",
         "Las cortinas con revestimiento conservan la forma si se lavan a 40 °C y se cuelgan húmedas. El revestimiento nunca debe ir a la secadora."),
    ),
    "ar": (
        ("https://khiyata.example/hashiya", "تقصير الستائر",
         "يمكن ثني حاشية الستارة بشريط يلصق بالمكواة من دون ماكينة خياطة. قص القماش سنتيمترين تحت العلامة واضغط الشريط عشر ثوان.\n\n"
         "المقص الحاد يترك حافة نظيفة في القماش المبطن."),
        ("https://forum.sitara.example/threads/9", "كويت الستارة المعتمة",
         "الطبقة الخلفية في الستارة المعتمة تذوب تحت المكواة الساخنة.\n\nالستائر المبطنة تغسل على 30 °C وتعلق وهي رطبة."),
        ("https://www.nasij.example/inaya", "العناية بالأقمشة المبطنة",
         "الستائر المبطنة تحافظ على شكلها إذا كانت تغسل على 40 °C وتعلق وهي رطبة. الطبقة الخلفية لا توضع في المجفف أبدا."),
    ),
    "ja": (
        ("https://saihou.example/susoage", "カーテンの丈を短くする",
         "裾上げテープを使うと、ミシンなしでもカーテンの裾を簡単に上げられます。印の二センチ下で生地を切り、テープを十秒押さえます。\n\n"
         "よく切れるはさみなら、コーティングした生地でも端がきれいに仕上がります。"),
        ("https://forum.curtain.example/threads/9", "遮光カーテンにアイロン",
         "遮光カーテンの裏のコーティングは、熱いアイロンを当てると溶けます。\n\nコーティングのあるカーテンは30℃で洗い、湿ったまま吊るします。"),
        ("https://www.sen-i.example/teire", "コーティング生地の手入れ",
         "コーティングのあるカーテンは40℃で洗い、湿ったまま吊るすと形が崩れません。裏のコーティングは乾燥機に入れてはいけません。"),
    ),
}  # fmt: skip

TOPICS: dict[str, tuple[str, tuple[str, ...]]] = {
    "en": ("shorten blackout curtains", ("How can I hem blackout curtains without sewing?", "Do blackout curtains keep the cold out in winter?")),
    "de": ("Verdunkelungsvorhänge kürzen", ("Wie säume ich Verdunkelungsvorhänge ohne zu nähen?", "Halten Verdunkelungsvorhänge im Winter die Kälte ab?")),
    "fr": ("raccourcir des rideaux occultants", ("Comment faire l'ourlet d'un rideau occultant sans couture ?", "Les rideaux occultants protègent-ils du froid en hiver ?")),
    "es": ("acortar cortinas opacas", ("¿Cómo hago el dobladillo de una cortina opaca sin coser?", "¿Las cortinas opacas protegen del frío en invierno?")),
    "ar": ("تقصير الستائر المعتمة", ("كيف أثني حاشية الستارة المعتمة دون خياطة؟", "هل تحمي الستائر المعتمة من البرد في الشتاء؟")),
    "ja": ("遮光カーテンの丈詰め", ("縫わずに遮光カーテンの裾上げをするには?", "遮光カーテンは冬の寒さを防ぎますか?")),
}  # fmt: skip


def html_of(page: Page, language: str, more: str = "") -> str:
    """A page as its server sends it."""
    _, title, text = page
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return HTML.format(language=language, title=title, body=body + more)


def stored(page: Page, language: str, more: str = "") -> StoredPage:
    """A page as the door stores it and the dossier reads it."""
    answer = Answer(
        page[0],
        200,
        {"content-type": "text/html; charset=utf-8"},
        html_of(page, language, more).encode(),
        DAY,
    )
    return from_web(page_of(answer, "grey"))


def topic(language: str) -> Topic:
    """Somebody wants to shorten a curtain, and somebody else asks about the cold."""
    name, asked = TOPICS[language]
    questions = tuple(Question(text, count) for count, text in enumerate(reversed(asked), 2))[::-1]
    return Topic("t1", language, name, Intent.INFORMATIONAL, 0.9, "rule", (), questions, 50.0)
