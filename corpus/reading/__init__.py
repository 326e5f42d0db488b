"""Turns files of any usual format into the Markdown that reports are parsed from. Knows nothing of sections."""
