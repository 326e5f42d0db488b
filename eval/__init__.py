"""Judges answers against gold questions. Nothing imports it; it knows nothing of HTTP or of the chat page."""

import os

# As the command does: measured beside other work, threads that spin while they wait cost ten times what they do.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
