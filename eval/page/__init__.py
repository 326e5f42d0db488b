"""The HTML page of an evaluation: one file, no network. Knows nothing of how anything was judged."""
