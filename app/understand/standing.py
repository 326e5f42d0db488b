"""A question as it stands in a conversation: what it is about, and what is asked of that. Knows words, no report."""

from dataclasses import dataclass, field, replace

from app.understand.topic import aside_of, topic_of, under


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that stands alone; ``focus`` is the part that is asked now, the rest only says about what.

    ``topic`` is that rest alone, and ``earlier`` the question that it leans on; "" and None where it leans on none.
    """

    text: str
    focus: str
    topic: str = field(default="", compare=False)
    earlier: "Standalone | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """``asked`` is what is asked now of what the question ``root`` is about; "" as root where it stands by itself.

    ``within`` is a question asked of the root in between, which tells more of what it is about; often "".
    ``elliptic`` where only the root tells what is wanted: what is asked now has no question word, or compares.
    """

    asked: str
    root: str = ""
    within: str = ""
    elliptic: bool = False

    @property
    def subject(self) -> str:
        """The questions before the one that is asked now, as they were put."""
        return " ".join(filter(None, (self.root, self.within)))

    @property
    def text(self) -> str:
        """All that was asked, as it was put."""
        return " ".join(filter(None, (self.root, self.within, self.asked)))

    @property
    def whole(self) -> str:
        """The question in one sentence, to be asked more about."""
        return self.standalone().text

    def with_asked(self, asked: str) -> "Standing":
        """Return it with something else asked of the same."""
        return replace(self, asked=sentence(asked), elliptic=False)

    def standalone(self) -> Standalone:
        """Return it as one question that stands alone."""
        if not self.root:
            return Standalone(self.asked, self.asked)
        if self.elliptic:
            return Standalone(sentence(f"{self.subject} {_opened(self.asked)}"), self.asked)
        topic = topic_of(self.root)
        if self.within:
            topic = under(topic, aside_of(self.within)).rstrip("?")
            topic = topic.replace(": ", ", ", 1)
        return Standalone(under(topic, self.asked), self.asked, topic)


def sentence(text: str) -> str:
    """Return a text with a mark at its end."""
    stripped = text.strip()
    return stripped if stripped.endswith(("?", ".", "!")) else f"{stripped}?"


def _opened(text: str) -> str:
    said = text.strip()
    return said[:1].upper() + said[1:]
