"""The two things that a tool does with a person: say a line and ask for one. Knows nothing of what is said."""

import sys
from typing import Protocol


class Terminal(Protocol):
    """Where a tool talks to a person: the console, or a script in tests."""

    def tell(self, text: str) -> None:
        """Show a text and end the line."""
        ...

    def ask(self, prompt: str) -> str:
        """Show a prompt and return the line typed; EOFError where the input has ended."""
        ...


class Console:
    """Standard input and output."""

    def tell(self, text: str) -> None:
        """Show a text and end the line."""
        sys.stdout.write(text + "\n")

    def ask(self, prompt: str) -> str:
        """Show a prompt and return the line typed; EOFError where the input has ended."""
        return input(prompt)
