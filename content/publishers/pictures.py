"""The shop's own pictures, from its folder or its site, for places that hold pictures themselves."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx

from content.publishers.place import Image

LARGEST = 10_000_000
SIGNS: Mapping[bytes, tuple[str, str]] = {
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"GIF8": ("image/gif", "gif"),
}
WEBP = slice(8, 12)


class Pictures:
    """Pictures by address or path; each is fetched once and kept. What cannot be had is named in `lacking`."""

    def __init__(self, folder: Path, kept: Path, client: httpx.Client) -> None:
        self._folder, self._kept, self._client = folder.resolve(), kept, client
        self.lacking: dict[str, str] = {}

    def find(self, source: str, alt: str) -> Image | None:
        """The picture; None when it cannot be had, with the reason in `lacking`."""
        data = self._fetched(source) if source.startswith(("https://", "http://")) else self._read(source)
        if data is None:
            return None
        kind = media_type(data)
        if kind is None:
            self.lacking[source] = "is no JPEG, PNG, WebP or GIF"
            return None
        stem = (
            re.sub(r"[^a-z0-9]+", "-", Path(unquote(urlsplit(source).path)).stem.lower()).strip("-")
            or "picture"
        )
        return Image(f"{stem}.{kind[1]}", kind[0], alt, data, source)

    def _read(self, source: str) -> bytes | None:
        path = (self._folder / source).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            self.lacking[source] = "is no file of the shop's folder"
            return None
        return path.read_bytes()

    def _fetched(self, url: str) -> bytes | None:
        kept = self._kept / sha256(url.encode()).hexdigest()[:32]
        if kept.is_file():
            return kept.read_bytes()
        if url in self.lacking:
            return None
        try:
            with self._client.stream("GET", url) as answer:
                answer.raise_for_status()
                data = b""
                for piece in answer.iter_bytes():
                    data += piece
                    if len(data) > LARGEST:
                        self.lacking[url] = f"is larger than {LARGEST // 1_000_000} MB"
                        return None
        except httpx.HTTPError as error:
            self.lacking[url] = f"cannot be had ({type(error).__name__})"
            return None
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
        return data


def media_type(data: bytes) -> tuple[str, str] | None:
    """What the bytes are, whatever they are called; None for anything a CMS would refuse."""
    if data[:4] == b"RIFF" and data[WEBP] == b"WEBP":
        return "image/webp", "webp"
    return next((kind for sign, kind in SIGNS.items() if data.startswith(sign)), None)
