"""Captchas and consent walls are told from honest pages, in six languages."""

import pytest

from seo.web.blocked import opts_out, wall
from tests.servers.shapes import captcha

URL = "https://shop.example/"
WORDS = "The rail should reach twenty centimetres past the window on both sides. "


def page(title: str, body: str) -> str:
    """A page."""
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment...", "Attention Required! | Example", "Access Denied", "Are you a robot?", "Before you continue to Example Search", "Robot Check",
        "Un momento…", "Acceso denegado", "¿Eres un robot?", "Antes de continuar a Example",
        "Un instant…", "Accès refusé", "Avant d’accéder à Example", "Vérification de sécurité",
        "Nur einen Moment…", "Zugriff verweigert", "Bevor Sie zu Google weitergehen", "Sicherheitsüberprüfung",
        "لحظة من فضلك...", "تم رفض الوصول", "قبل المتابعة إلى البحث", "هل أنت روبوت؟",
        "しばらくお待ちください...", "アクセスが拒否されました", "続行する前に", "Ｇｏｏｇｌｅ にアクセスする前に",
    ],
)  # fmt: skip
def test_a_short_page_with_such_a_title_is_a_wall(title: str) -> None:
    assert wall(page(title, "<p>…</p>"), URL, {}) == "its title is that of a captcha or consent page"


@pytest.mark.parametrize(
    "words",
    [
        "Verify you are human", "Our systems have detected unusual traffic from your computer network.", "Type: enter the characters you see below",
        "No soy un robot", "Hemos detectado tráfico inusual", "Je ne suis pas un robot", "Saisissez les caractères affichés",
        "Ich bin kein Roboter", "Geben Sie die Zeichen ein", "أنا لست روبوت", "أدخل الأحرف الظاهرة",
        "私はロボットではありません", "画像の文字を入力してください",
    ],
)  # fmt: skip
def test_a_very_short_page_with_a_form_that_asks_for_a_human_is_a_wall(words: str) -> None:
    assert wall(page("Example", f"<form><p>{words}</p></form>"), URL, {})
    assert wall(page("Example", f"<form><p>{words}</p></form><p>{WORDS * 12}</p>"), URL, {}) == ""
    assert wall(page("Example", f"<p>{words}</p>"), URL, {}) == ""


@pytest.mark.parametrize(
    ("body", "url", "headers"),
    [
        ("<script src=/cdn-cgi/challenge-platform/x.js></script><p>Wait", URL, {}),
        ("<script src=https://ct.captcha-delivery.com/c.js></script>", URL, {}),
        ("<div class=g-recaptcha></div>", URL, {}),
        ("<div class=cf-turnstile></div>", URL, {}),
        ("<p>Accept all", "https://consent.google.de/ml?continue=x", {}),
        ("<p>Sorry", "https://www.google.com/sorry/index?continue=x", {}),
        (f"<p>{WORDS * 40}", URL, {"cf-mitigated": "challenge"}),
    ],
)
def test_challenges_are_told_by_their_parts_their_address_or_their_header(
    body: str, url: str, headers: dict[str, str]
) -> None:
    assert wall(page("Example", body), url, headers)


def test_the_recorded_captcha_is_one() -> None:
    assert wall(bytes(captcha().body).decode(), URL, {})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Measuring curtains", f"<p>{WORDS * 3}"),
        ("Just a moment: how we sew", f"<p>{WORDS * 3}"),  # an honest title that begins so
        ("Un moment de détente", "<p>Nos rideaux"),
        ("Einen Moment Ruhe", "<p>Unsere Vorhänge"),
        ("Security check for curtain rails", f"<p>{WORDS}"),
        ("Just a moment...", f"<p>{WORDS * 40}"),  # too much is said for a wall
        ("Contact", f"<form><div class=g-recaptcha></div></form><p>{WORDS * 4}"),
        ("Are robots good at cleaning?", f"<p>{WORDS}"),
        ("しばらく", "<p>お待たせしました"),
        ("", ""),
    ],
)
def test_honest_pages_pass(title: str, body: str) -> None:
    assert wall(page(title, body), URL, {}) == ""


@pytest.mark.parametrize(
    ("source", "headers", "is_out"),
    [
        ("", {"tdm-reservation": "1"}, True),
        ("<meta name='tdm-reservation' content='1'>", {}, True),
        ('<META  name="TDM-Reservation"\n content="1" />', {}, True),
        ("<meta name='tdm-reservation' content='1'>", {"tdm-reservation": "0"}, False),
        ("<meta name='tdm-reservation' content='0'>", {}, False),
        ("<p>tdm-reservation</p>", {}, False),
    ],
)
def test_an_owner_may_keep_mining_to_themselves(source: str, headers: dict[str, str], is_out: bool) -> None:
    assert opts_out(source, headers) is is_out
