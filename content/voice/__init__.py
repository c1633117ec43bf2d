"""How a shop speaks in each of its markets."""
