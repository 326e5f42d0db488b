"""Finds passages. Knows nothing of prompts, chats or gold questions."""
