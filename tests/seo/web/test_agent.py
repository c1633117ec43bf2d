"""We say who we are, truthfully."""

import re

import pytest

from seo.web.agent import user_agent
from seo.web.robots import product


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("shop@example.org", " (+mailto:shop@example.org)"),
        ("https://shop.example/contact", " (+https://shop.example/contact)"),
        ("mailto:shop@example.org", " (+mailto:shop@example.org)"),
        ("", ""),
        (" \r\n", ""),
        ("a@b.example\r\nX-Evil: 1)", " (+a@b.exampleX-Evil:1)"),
    ],
)
def test_name_version_and_contact(contact: str, shown: str) -> None:
    agent = user_agent(contact)
    assert re.fullmatch(r"Acreage(/[\w.]+)?" + re.escape(shown), agent)
    assert product(agent) == "Acreage"
