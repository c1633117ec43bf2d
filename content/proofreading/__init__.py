"""The proofreader: a model that says which row each statement speaks of, with numbers and rows hidden from it; code
holds what it says against the ledger."""
