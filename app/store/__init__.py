"""Keeps what must outlive a process: conversations, feedback, the audit log, keys. Knows nothing of HTTP."""
