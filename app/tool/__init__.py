"""The product as a tool for language models."""
