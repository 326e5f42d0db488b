"""Writes answers: quotes, calculations, and fluent words where they pass the check. Decides nothing."""
