"""What a sentence claims, and whether quoted text bears it out. Knows nothing of who wrote the sentence."""
