"""Writes answers with their sources as text, Markdown, Word and PDF. Knows nothing of how they are made."""
