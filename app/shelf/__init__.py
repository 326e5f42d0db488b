"""Takes reports into the corpus and out of it, in any format, together with the index. Knows nothing of HTTP."""
