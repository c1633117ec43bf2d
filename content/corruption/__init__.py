"""Known lies: honest articles, the ways to spoil them, and how many of them the checks and the score see."""
