"""Writing without a model: facts, the shop's own words and its customers', put together and never added to."""
