"""The writer that asks a model: from a brief to a draft, and from a draft's findings to a better one."""
