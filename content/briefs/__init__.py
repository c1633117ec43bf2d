"""What an article is to do, on one page that a person can read and change before a word of it is written."""
