"""Product lists of other systems, read untouched: one small file per system, one table of them."""
