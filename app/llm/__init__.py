"""Writes fluent answers with a language model. Knows nothing of how evidence is found or how answers are checked."""
