"""Several reports at once: which of them a question means, what they are called, what two of them say together."""
