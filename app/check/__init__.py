"""Checks written sentences against quoted text: what they claim, and whether the quotes bear it out."""
