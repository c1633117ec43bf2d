"""A text that somebody else wrote, tied to the ledger again: references for its values, and what it rests on."""
