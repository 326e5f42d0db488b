"""Rebuilds the weights by which the product decides: ``python -m eval.fit``. Knows gold questions and signals."""
