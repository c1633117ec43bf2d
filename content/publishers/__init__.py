"""Places where articles appear, in two explicit tables.

`PUBLISHERS` are folders of the shop's own, built whole (`publisher.py`). `PLACES` are run by others and get
their articles one by one (`place.py`). Both may stand as `kind` in a `[[publish]]` table of shop.toml.
"""

from content.publishers.ghost import Ghost
from content.publishers.place import Place
from content.publishers.publisher import Publisher
from content.publishers.repository.repository import Repository
from content.publishers.shopify import Shopify
from content.publishers.static import NAME as STATIC
from content.publishers.static import StaticSite
from content.publishers.webhook import Webhook
from content.publishers.wordpress import WordPress

PUBLISHERS: dict[str, type[Publisher]] = {STATIC: StaticSite}

PLACES: dict[str, type[Place]] = {
    WordPress.kind: WordPress,
    Repository.kind: Repository,
    Webhook.kind: Webhook,
    Shopify.kind: Shopify,
    Ghost.kind: Ghost,
}
