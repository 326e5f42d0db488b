"""What the page's script may ask for, read from the JSON that a browser sends. Knows nothing of how it is done."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from app.export.files import Form
from app.models import Mode

Place = Annotated[int, Field(ge=0, lt=10_000)]
"""Which exchange of the conversation, counted from 0."""
Typed = Annotated[str, Field(max_length=20_000)]
"""A question as typed; how long it may be is for the asker to say, in words."""


class _Action(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Ask(_Action):
    """Ask a question at the end of the conversation."""

    kind: Literal["ask"] = "ask"
    question: Typed


class Edit(_Action):
    """Put another question in the place of one; what followed it is dropped, since it followed from it."""

    kind: Literal["edit"]
    at: Place
    question: Typed


class Again(_Action):
    """Answer a question again in a mode; what followed it stays."""

    kind: Literal["again"]
    at: Place
    mode: Mode


class Fresh(_Action):
    """Begin a new conversation."""

    kind: Literal["new"]


class Open(_Action):
    """Go on with a conversation that the browser kept."""

    kind: Literal["open"]
    kept: dict[str, Any]


class Fetch(_Action):
    """Go on with a conversation that the server kept for this browser."""

    kind: Literal["fetch"]
    id: str = Field(max_length=64)


class Rate(_Action):
    """Say what an answer is worth; ``passage_id`` is the sentence of ``report_id`` that a reader says is right."""

    kind: Literal["rate"]
    at: Place
    rating: Literal[-1, 1]
    reason: Literal["wrong-figure", "wrong-source", "incomplete", "off-question", "other"] | None = None
    comment: str = Field(default="", max_length=4_000)
    report_id: str = Field(default="", max_length=400)
    passage_id: str = Field(default="", max_length=400)


class Export(_Action):
    """Give one answer, or with ``at`` None the whole conversation, as a file."""

    kind: Literal["export"]
    form: Form
    at: Place | None = None


class Rename(_Action):
    """Give a conversation a title of its own."""

    kind: Literal["rename"]
    id: str = Field(max_length=64)
    title: str = Field(max_length=200)


class Delete(_Action):
    """Take a conversation away where it is kept on the server."""

    kind: Literal["delete"]
    id: str = Field(max_length=64)


class Hello(_Action):
    """Say by which random name this browser goes; what is kept for it is told back."""

    kind: Literal["hello"]
    owner: str = Field(pattern="^[0-9a-f]{32}$")


Asking = Ask | Edit | Again
Leaving = Fresh | Open | Fetch
Noting = Rate | Export | Rename | Delete | Hello

_ASKING: TypeAdapter[Asking] = TypeAdapter(Annotated[Asking, Field(discriminator="kind")])
_LEAVING: TypeAdapter[Leaving] = TypeAdapter(Annotated[Leaving, Field(discriminator="kind")])
_NOTING: TypeAdapter[Noting] = TypeAdapter(Annotated[Noting, Field(discriminator="kind")])


def read_asking(sent: object) -> Asking:
    """Read what asks a question; raises ``pydantic.ValidationError``."""
    return _ASKING.validate_python(sent)


def read_leaving(sent: object) -> Leaving:
    """Read what leaves the conversation for another; raises ``pydantic.ValidationError``."""
    return _LEAVING.validate_python(sent)


def read_noting(sent: object) -> Noting:
    """Read what notes or gives something beside the conversation; raises ``pydantic.ValidationError``."""
    return _NOTING.validate_python(sent)
