"""Understands questions: spelling, abbreviations, follow-ups, what is asked for. Knows nothing of answers."""
