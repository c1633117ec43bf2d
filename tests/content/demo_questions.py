"""What is asked of the demo shop's curtains, in six languages."""

from pathlib import Path

from seo.records import Question, Topic
from tests.content.small_shop import heard

DEMO = Path(__file__).parents[2] / "flows" / "demo_shop"
QUESTIONS = {
    "en": (
        "Can blackout curtains be cut?",
        "Are blackout curtains machine washable?",
        "How long does delivery take?",
    ),
    "es": (
        "¿Se puede cortar la cortina opaca?",
        "¿Se pueden lavar las cortinas opacas a máquina?",
        "¿Cuánto tarda el envío?",
    ),
    "fr": (
        "Peut-on recouper le rideau occultant ?",
        "Le rideau occultant passe-t-il en machine ?",
        "Quel est le délai de livraison ?",
    ),
    "de": (
        "Kann man den Verdunkelungsvorhang kürzen?",
        "Ist der Verdunkelungsvorhang waschbar?",
        "Wie lange dauert der Versand?",
    ),
    "ar": ("هل يمكن قص الستارة المعتمة؟", "هل تغسل الستارة المعتمة في الغسالة؟", "كم يستغرق التوصيل؟"),
    "ja": ("遮光カーテンは切れますか？", "遮光カーテンは洗濯機で洗えますか？", "配送は何日かかりますか？"),
}


def demo_topics(*languages: str) -> list[Topic]:
    """A topic of each question; of all languages where none is named."""
    return [
        heard(language, [Question(question)], demand=50.0, count=1)
        for language in languages or QUESTIONS
        for question in QUESTIONS[language]
    ]
