"""The words of the trade in six languages: attributes, choices, categories, and what people type for them."""
