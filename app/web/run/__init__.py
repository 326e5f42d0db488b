"""Runs the service: one process or several behind one port. Knows nothing of answers, pages or routes."""
