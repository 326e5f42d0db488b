"""Decides whether a report answers a question, and with which sentence. Knows nothing of how it is written."""
