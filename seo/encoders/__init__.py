"""Encoders: text in, vectors out. The protocol is in `encoder.py`; which one is real is chosen in
`flows/bootstrap.py`.
"""
