"""Tells what a measurement was made on. Knows nothing of what is measured."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """What it was measured on."""

    processor: str
    cores: int  # that this process may use
    python: str

    def __str__(self) -> str:
        return f"{self.processor} · {self.cores} CPU · Python {self.python}"


def machine() -> Machine:
    """Return what this process runs on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine((names or [platform.processor() or platform.machine()])[0], cores, platform.python_version())
