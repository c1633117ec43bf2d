"""What is true of the shop's products: read from its files, with the row that says so, never guessed."""
