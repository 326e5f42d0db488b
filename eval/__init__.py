"""Judges answers against gold questions. Nothing imports it; it knows nothing of HTTP or of the chat page."""
