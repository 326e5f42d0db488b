"""One metric per file, each with its definition, range and source. Knows nothing of how questions are run or shown."""
