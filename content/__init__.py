"""What we tell them: truth, plan, writing, checks, score, pages."""
