"""The shop's own pictures, once each; what cannot be had is named."""

from pathlib import Path

import httpx
import pytest

from content.publishers.pictures import LARGEST, Pictures, media_type

PNG = b"\x89PNG\r\n\x1a\nrest"
asked: list[str] = []


def site(request: httpx.Request) -> httpx.Response:
    asked.append(request.url.path)
    if request.url.path == "/gross.png":
        return httpx.Response(200, content=PNG + b"0" * LARGEST)
    if request.url.path == "/text.png":
        return httpx.Response(200, content=b"<html>")
    return (
        httpx.Response(200, content=PNG)
        if request.url.path == "/p/Blauer Vorhang.PNG"
        else httpx.Response(404)
    )


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    (tmp_path / "shop" / "images").mkdir(parents=True)
    (tmp_path / "shop" / "images" / "a.png").write_bytes(PNG)
    (tmp_path / "geheim.png").write_bytes(PNG)
    asked.clear()
    return Pictures(tmp_path / "shop", tmp_path / "kept", httpx.Client(transport=httpx.MockTransport(site)))


def test_a_picture_of_the_site_is_fetched_once(pictures: Pictures) -> None:
    first = pictures.find("https://shop.example/p/Blauer%20Vorhang.PNG", "Blau")
    assert first is not None
    assert (first.name, first.media_type, first.alt, first.data) == (
        "blauer-vorhang.png",
        "image/png",
        "Blau",
        PNG,
    )
    assert pictures.find("https://shop.example/p/Blauer%20Vorhang.PNG", "Blau") == first
    assert len(asked) == 1


def test_a_picture_of_the_folder_is_read(pictures: Pictures) -> None:
    found = pictures.find("images/a.png", "A")
    assert found is not None and found.source == "images/a.png"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("https://shop.example/weg.png", "cannot be had (HTTPStatusError)"),
        ("https://shop.example/gross.png", "is larger than 10 MB"),
        ("https://shop.example/text.png", "is no JPEG, PNG, WebP or GIF"),
        ("images/weg.png", "is no file of the shop's folder"),
        ("../geheim.png", "is no file of the shop's folder"),
    ],
)
def test_what_cannot_be_had_is_named(pictures: Pictures, source: str, why: str) -> None:
    assert pictures.find(source, "") is None
    assert pictures.lacking == {source: why}


def test_bytes_say_what_they_are() -> None:
    assert media_type(b"RIFF0000WEBPxx") == ("image/webp", "webp")
    assert media_type(b"<svg/>") is None
