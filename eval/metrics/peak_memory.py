"""How much memory judging took. Knows nothing of answers."""

import resource
import sys


def peak_memory() -> float:
    """Return the most memory that this process has held at once, in MiB, models and index included; above 0.

    It is the resident set as the system counts it (``ru_maxrss`` of getrusage): it never falls, so it is that of the
    whole process so far. The packaged language model runs in this process and is in it, one elsewhere is not.
    """
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)  # bytes there, KiB elsewhere
