"""Proposes what to ask next, from what the reports say."""
