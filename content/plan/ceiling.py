"""How many articles a week can hold: the least of what is asked for, what people can review, and the evidence.

The evidence has the last word by itself: only topics that deserve a page are ever picked.
"""

MINUTES_EACH = 6  # a person's look at one page: the preview with its facts beside the text


def places(articles: int, review_minutes: int | None) -> int:
    """The most articles of a week; None minutes is a shop that has not said."""
    return articles if review_minutes is None else min(articles, review_minutes // MINUTES_EACH)
