"""The door to a Shopify store: GraphQL, paid for by cost, whose errors come with status 200.

https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits · https://shopify.dev/docs/api/usage/response-codes
"""

import re
from typing import Any

from content.errors import PublishDown, PublishRefused, ShopError
from content.publishers.calls import Caller, Json
from content.publishers.place import Setting
from content.publishers.shopify_queries import VERSION

TRIES = 6
SCOPES = ("write_content", "read_locales", "write_translations")
REDIRECTS = "write_online_store_navigation"
STORE = re.compile(r"[a-z0-9][a-z0-9-]*\.myshopify\.com")
LOCAL = re.compile(r"http://(127\.0\.0\.1|localhost)(:\d+)?")
NAME = re.compile(r"(query|mutation) (\w+)")


class ShopifyDoor:
    """A store under one app's token. The token is in no message and no repr."""

    def __init__(self, setting: Setting, timeout_s: float) -> None:
        store = setting.target.text("store")
        if not STORE.fullmatch(store) and not LOCAL.fullmatch(store):
            raise ShopError(
                f"[[publish]] {setting.target.name}: store must be name.myshopify.com, not {store!r}."
            )
        base = store if "://" in store else f"https://{store}"
        self._url = f"{base}/admin/api/{VERSION}/graphql.json"
        self._sleep = setting.sleep
        self._caller = Caller(
            store.removeprefix("http://"),
            lambda: {"X-Shopify-Access-Token": setting.secret},
            setting.now,
            timeout_s,
        )
        self._available, self._restored_per_s, self._costs = 1e9, 100.0, dict[str, float]()

    @property
    def name(self) -> str:
        """The store, for messages."""
        return self._caller.name

    def close(self) -> None:
        """Give the connections back."""
        self._caller.close()

    def ask(self, query: str, **variables: Any) -> Json:  # Any: whatever JSON the query takes
        """The data; PublishRefused with Shopify's own words, userErrors among them."""
        found = NAME.match(query)
        assert found is not None  # all of ours have a name
        kind, name = found.groups()
        for _ in range(TRIES):
            self._wait(self._costs.get(name, 0.0))
            body = {"query": query, "operationName": name, "variables": variables}
            reply = self._caller.ask(
                "POST", self._url, body, (401, 402, 403, 404, 423), is_write=kind == "mutation"
            )
            self._refuse_status(reply.status)
            needed = self._note_cost(name, reply.data)
            errors = reply.data.get("errors") or []
            if not _is_throttled(errors):
                return self._data(reply.data, errors)
            self._available = min(self._available, needed - 1)
        raise PublishDown(
            f"{self.name}: its limit on requests is used up by others: it goes on with the next run."
        )

    def _refuse_status(self, status: int) -> None:
        said = {
            401: "does not accept the token: make a new one for the app and set it in the environment",
            403: f"does not let the app do this: it needs the scopes {', '.join(SCOPES)}",
            404: "is no store: check store in shop.toml",
            402: "is frozen: its bill is not paid",
            423: "is locked by Shopify",
        }
        if status in said:
            raise PublishRefused(f"{self.name} {said[status]}.")

    def _wait(self, needed: float) -> None:
        """Until the bucket holds what the request will cost."""
        if self._available < needed:
            pause = (needed - self._available) / self._restored_per_s
            self._sleep(pause)
            self._available += pause * self._restored_per_s

    def _note_cost(self, name: str, data: Json) -> float:
        cost = (data.get("extensions") or {}).get("cost") or {}
        state = cost.get("throttleStatus") or {}
        needed = float(cost.get("requestedQueryCost") or 0)
        self._costs[name] = needed
        self._restored_per_s = float(state.get("restoreRate") or self._restored_per_s)
        self._available = float(state.get("currentlyAvailable", self._available))
        return needed

    def _data(self, reply: Json, errors: list[Json]) -> Json:
        if errors:
            words = "; ".join(str(each.get("message", each)) for each in errors)
            raise PublishRefused(f"{self.name} refuses it: {' '.join(words.split())[:300]}")
        for answer in reply["data"].values():
            wrong = answer.get("userErrors") if isinstance(answer, dict) else None
            if wrong:
                said = "; ".join(
                    f"{'.'.join(each.get('field') or [])} {each['message']}".strip() for each in wrong
                )
                raise PublishRefused(f"{self.name} refuses it: {said}")
        return reply["data"]


def _is_throttled(errors: list[Json]) -> bool:
    return any(
        (each.get("extensions") or {}).get("code") == "THROTTLED" for each in errors if isinstance(each, dict)
    )
