"""The chain of a service account, with a real key: sign, be given a token, ask with it. No way out but the door."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from urllib.parse import parse_qs

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from seo.errors import SettingMissing, SourceChanged, SourceRefused
from seo.services.google_token import TOKEN_URL
from seo.services.search_console import SearchConsole
from seo.services.service import Ask, Errand, Heard
from seo.web.answers import Answer, Request, Web

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
MAIL = "reader@project.example"


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="module")
def credentials(key: rsa.RSAPrivateKey) -> str:
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    return json.dumps(
        {
            "type": "service_account",
            "client_email": MAIL,
            "private_key": pem,
            "private_key_id": "k1",
            "token_uri": "https://elsewhere.example/token",
        }
    )


class Google(Web):
    """A token for who signs rightly, rows for who bears it."""

    def __init__(self, public: rsa.RSAPublicKey) -> None:
        self.public = public
        self.asked: list[Request] = []

    async def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        said = self._token(request) if request.url == TOKEN_URL else self._rows(request)
        return Answer(request.url, 200, {}, json.dumps(said).encode(), NOW)

    def _token(self, request: Request) -> dict[str, object]:
        form = parse_qs(request.body.decode())
        assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
        signed = form["assertion"][0]
        claims = jwt.decode(
            signed,
            self.public,
            ["RS256"],
            audience=TOKEN_URL,
            options={"verify_exp": False, "verify_iat": False},
        )
        assert claims == {
            "iss": MAIL,
            "scope": "https://www.googleapis.com/auth/webmasters.readonly",
            "aud": TOKEN_URL,
            "iat": int(NOW.timestamp()),
            "exp": int(NOW.timestamp()) + 3600,
        }
        assert jwt.get_unverified_header(signed)["kid"] == "k1"
        return {"access_token": "ya29.opened", "expires_in": 3599, "token_type": "Bearer"}

    def _rows(self, request: Request) -> dict[str, object]:
        assert request.headers["Authorization"] == "Bearer ya29.opened"
        row = {
            "keys": ["gardinen", "https://shop.example/", "deu"],
            "clicks": 1,
            "impressions": 2,
            "position": 3,
        }
        return {"rows": [row], "responseAggregationType": "byPage"}


def walk(service: SearchConsole, asking: Ask, web: Web) -> Iterator[Heard]:
    todo = list(service.errands(asking))
    while todo:
        errand = todo.pop(0)
        heard = service.parse(asyncio.run(web.ask(errand.request)), errand)
        todo += heard.more
        yield heard


def asking(credentials: str, at: datetime | None = NOW) -> Ask:
    keys = {"SEARCH_CONSOLE_CREDENTIALS": credentials}
    return Ask(
        (),
        (),
        date(2026, 11, 16),
        NOW.date(),
        options=("sc-domain:a.example", "sc-domain:b.example"),
        keys=keys,
        at=at,
    )


def test_a_signed_request_opens_every_property_and_goes_nowhere_else(
    key: rsa.RSAPrivateKey, credentials: str
) -> None:
    web = Google(key.public_key())
    heard = list(walk(SearchConsole(), asking(credentials), web))
    assert [request.url.split("/searchAnalytics")[0].split("/")[-1] for request in web.asked] == [
        "token",
        "sc-domain%3Aa.example",
        "sc-domain%3Ab.example",
    ]
    assert [sighting.text for each in heard for sighting in each.sightings] == ["gardinen", "gardinen"]


def test_the_token_is_written_nowhere(key: rsa.RSAPrivateKey, credentials: str) -> None:
    (errand,) = SearchConsole().errands(asking(credentials))
    assert (errand.request.is_kept, errand.request.max_age_s) == (False, 0)
    web = Google(key.public_key())
    answered = asyncio.run(web.ask(errand.request))
    shown = repr([errand, answered, SearchConsole().parse(answered, errand), asking(credentials)])
    assert "ya29" not in shown
    assert "assertion" not in shown
    assert "PRIVATE KEY" not in shown


@pytest.mark.parametrize(
    "pem", ["not a key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_broken_private_key_is_a_setting_to_fill_and_is_not_repeated(pem: str) -> None:
    text = json.dumps({"client_email": MAIL, "private_key": pem})
    with pytest.raises(SettingMissing) as caught:
        list(SearchConsole().errands(asking(text)))
    assert MAIL in str(caught.value)
    assert pem not in str(caught.value)


def test_signing_without_a_clock_is_refused(credentials: str) -> None:
    with pytest.raises(SettingMissing, match="time"):
        list(SearchConsole().errands(asking(credentials, at=None)))


def test_a_refused_signature_names_the_cure() -> None:
    errand = Errand(Request(TOKEN_URL, method="POST"))
    refused = b'{"error": "invalid_grant", "error_description": "Invalid JWT Signature."}'
    with pytest.raises(SourceRefused, match="clock"):
        SearchConsole().parse(Answer(TOKEN_URL, 200, {}, refused, NOW), errand)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"access_token": 3}'])
def test_an_answer_that_is_no_token_is_a_change(body: bytes) -> None:
    with pytest.raises(SourceChanged):
        SearchConsole().parse(Answer(TOKEN_URL, 200, {}, body, NOW), Errand(Request(TOKEN_URL)))
