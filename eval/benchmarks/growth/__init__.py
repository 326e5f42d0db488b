"""Measures what a library costs as it grows: building, adding, opening, searching."""
