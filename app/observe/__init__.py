"""Logs, metrics and traces of what the service does. Knows nothing of HTTP, nor of how answers are made."""
