"""Serves the HTTP API and the chat page over any ``Asker``. Knows nothing of how answers are found or written."""
