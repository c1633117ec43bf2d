"""Puts a text that others wrote between marks it cannot know: made from the shop's secret and the text itself.

Marks like ours, and the tokens with which servers tell the turns of a talk apart, are broken by a blank: llama.cpp and
others read `<|im_start|>` in a message as the token itself. Quotes are compared without blanks, so none is lost by it.
"""

import hashlib
import hmac
import re
import secrets
from pathlib import Path
from typing import Final

SECRET: Final = "secret"
_MARK: Final = 16
_TURNS: Final = re.compile(
    r"<(?=[<|｜/]|[A-Za-z_]+[|｜]?>)"  # `<|im_start|>`, `</s>`, `<<SYS>>`, `<start_of_turn>`, `<<<NAME`
    r"|\[(?=/?[A-Z_]{2,}\](?!\())"  # `[INST]`, `[TOOL_CALLS]`
    r"|[|｜](?=>)|>(?=>)"
)


def fenced(text: str, secret: bytes, name: str = "ARTICLE") -> str:
    """The text as data. Equal texts get equal marks, on every run."""
    text = _TURNS.sub(r"\g<0> ", text.strip())
    mark = hmac.new(secret, hashlib.sha256(text.encode()).digest(), hashlib.sha256).hexdigest()[:_MARK]
    return f"<<<{name} {mark}\n{text}\n{name} {mark}>>>"


def shop_secret(state: Path) -> bytes:
    """The shop's own secret, made once in its state folder and never printed."""
    path = state / SECRET
    if not path.is_file():
        state.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii").strip().encode()
