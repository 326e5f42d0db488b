"""Answers from the rows of tables: which table, which rows, which cells, and how they are told."""
