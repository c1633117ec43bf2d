"""What people want. Knows no article."""
