"""A Google service account signs a request and is given a token: the key that opens the requests after it.

https://developers.google.com/identity/protocols/oauth2/service-account#httprest
"""

from dataclasses import replace
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

import jwt
from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError

from seo.errors import SettingMissing, SourceRefused
from seo.services.documented import Said, documented
from seo.services.service import Errand, Heard
from seo.web.answers import Answer, Request

TOKEN_URL: Final = "https://oauth2.googleapis.com/token"
"""Google's own; an address in the key file is not followed, or the file could send the signature elsewhere."""

_GRANT: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_HOUR_S: Final = 3600  # Google signs for no longer


class Account(BaseModel):
    """What of a service account's key file is needed."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    client_email: str
    private_key: SecretStr
    private_key_id: str = ""


class _Token(Said):
    access_token: str = ""
    error: str = ""  # `invalid_grant`: the clock is wrong, or the key was withdrawn


def account(text: str, variable: str) -> Account:
    """The key file's text as an account. SettingMissing when it is none, without repeating it."""
    try:
        return Account.model_validate_json(text)
    except ValidationError:
        pass
    raise SettingMissing(
        f"{variable} is not the JSON of a Google service account (client_email, private_key): "
        "create a key in the Google Cloud console and give the file's content."
    )


def token_errand(owner: Account, scope: str, at: datetime, then: tuple[Errand, ...]) -> Errand:
    """The signed request; `then` are the errands its answer opens."""
    issued = int(at.timestamp())
    claims = {
        "iss": owner.client_email,
        "scope": scope,
        "aud": TOKEN_URL,
        "iat": issued,
        "exp": issued + _HOUR_S,
    }
    headers = {"kid": owner.private_key_id} if owner.private_key_id else None
    try:
        signed = jwt.encode(claims, owner.private_key.get_secret_value(), algorithm="RS256", headers=headers)
    except (jwt.PyJWTError, ValueError, TypeError):
        signed = ""
    if not signed:
        raise SettingMissing(
            f"The private_key of the service account {owner.client_email!r} cannot be read: download its JSON again."
        )
    request = Request(
        TOKEN_URL,
        method="POST",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        body=urlencode({"grant_type": _GRANT, "assertion": signed}).encode(),
        max_age_s=0,
        is_kept=False,
    )
    return Errand(request, then=then)


def opened(answer: Answer, errand: Errand, name: str) -> Heard:
    """The errands after the token, each carrying it."""
    said = documented(_Token, answer, name)
    if not said.access_token:
        raise SourceRefused(
            f"{name!r}: Google gave no token. Is the computer's clock right, and is the service account's key "
            "still valid?"
        )
    return Heard(more=tuple(bearing(said.access_token, later) for later in errand.then))


def bearing(token: str, errand: Errand) -> Errand:
    """The errand with a bearer token."""
    headers = {**errand.request.headers, "Authorization": f"Bearer {token}"}
    return replace(errand, request=replace(errand.request, headers=headers))
