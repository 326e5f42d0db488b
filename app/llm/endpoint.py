"""Where a model is spoken to: an address with its key. Knows nothing of what is said there."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Address:
    """An OpenAI-compatible interface: ``url`` up to and with "/v1", the key ("" for none), the model's name there."""

    url: str
    key: str = field(repr=False)
    model: str


class Endpoint(Protocol):
    """Anything that has an address, now or after a while."""

    def open(self) -> Address:
        """Return the address, ready to be spoken to. Takes as long as loading the model does, the first time."""
        ...


@dataclass(frozen=True, slots=True)
class Remote:
    """An interface that somebody else runs; whether it is there shows when it is spoken to."""

    address: Address

    def open(self) -> Address:
        """Return the address at once."""
        return self.address
