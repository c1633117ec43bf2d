"""Markdown files in a git repository, for the static site generators of `generators.toml`."""
