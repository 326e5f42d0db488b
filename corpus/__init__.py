"""Reads reports: source file in, canonical text with sections, footnotes and sentences out. Knows nothing of search."""
