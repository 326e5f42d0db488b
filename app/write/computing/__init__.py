"""Works out what a question asks for from figures of quoted text."""
