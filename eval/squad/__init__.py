"""Measures the product on questions of others, in the SQuAD format. Knows nothing of gold questions."""
