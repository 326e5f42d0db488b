"""The chat page: a conversation, its HTML, and the Gradio page around both. Knows nothing of how answers are found."""
