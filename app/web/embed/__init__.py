"""The chat as an element for the pages of others."""
