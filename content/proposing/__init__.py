"""Facts that the shop's own texts state and its ledger does not: proposed with the exact quote, never entered."""
