"""What the web already says on a topic: read, cut, ranked, quoted; and what it leaves open. `research.py` is the
whole of it.
"""
