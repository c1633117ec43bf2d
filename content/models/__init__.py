"""Chat models behind one small protocol: `model.py` says what one is, `chat.py` speaks to any endpoint."""
