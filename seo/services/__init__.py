"""Who is asked what people want, over the web. One file per service; a new one is a class and a line in `SERVICES`."""

from typing import Final

from seo.services.service import Service

SERVICES: Final[dict[str, type[Service]]] = {}
"""In the order in which they are shown."""
