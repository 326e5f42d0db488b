"""Why a language model cannot be made ready, as a typed error; the words for it are in ``app.messages``."""

from dataclasses import dataclass
from typing import Literal

ModelFault = Literal["not-installed", "parts-missing", "parts-wrong", "unwritable", "no-file", "cannot-start"]


@dataclass
class ModelError(Exception):
    """A model that cannot be used. ``name`` is what is missing or the file at fault, ``detail`` the system's reason."""

    fault: ModelFault
    name: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.name}{f' ({self.detail})' if self.detail else ''}"
