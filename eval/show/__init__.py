"""How results look as text: on the terminal and in Markdown. Knows nothing of how they came about."""
