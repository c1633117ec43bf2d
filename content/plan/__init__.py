"""Which topics deserve a page, and why: topics meet the ledger and the inventory."""
