"""What a draft points to beside its facts: other articles, pictures and charts, resolved when a page is built."""
