"""The only door to the web: polite, bounded, to public addresses alone. Everything that asks goes through it."""
