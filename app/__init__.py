"""Answers questions with citations, on the command line, over HTTP and in the chat. Knows nothing of gold questions."""
