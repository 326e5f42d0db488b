"""The JSON of OpenAI's chat completions, as far as it is spoken here. Knows nothing of HTTP.

Fields and their meaning: OpenAI API reference, "Chat Completions". What is not named here is ignored in requests.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.errors import QuestionError
from app.models import Answer, Mode, Turn
from app.understand.cleaning import QUESTION_LENGTH
from app.web.api.examples import COMPLETION_REQUEST
from app.web.api.schemas import HISTORY_LENGTH, CitationOut, Which, whole

MODELS: dict[str, Mode] = {
    "hoidap-auto": "auto",
    "hoidap-extractive": "extractive",
    "hoidap-generative": "generative",
}
_MARK = re.compile(r"\[(\d{1,3})\]")


class Part(BaseModel):
    """A part of a message; only those of type "text" are read."""

    model_config = ConfigDict(strict=True)

    type: str
    text: str = ""


class MessageIn(BaseModel):
    """A message of the conversation. Those of the system and of tools are passed over."""

    model_config = ConfigDict(strict=True)

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """The words of the message."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class StreamOptions(BaseModel):
    """Whether a stream ends with a chunk that counts words."""

    model_config = ConfigDict(strict=True)

    include_usage: bool = False


class CompletionRequest(Which):
    """A conversation whose last message of the user is the question.

    Which reports are asked is no field of OpenAI's; its clients send it as ``extra_body``.
    """

    model_config = ConfigDict(strict=True, json_schema_extra={"examples": [COMPLETION_REQUEST]})

    model: str
    messages: list[MessageIn] = Field(min_length=1, max_length=1000)
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    n: Annotated[int, Field(ge=1, le=1), BeforeValidator(whole)] | None = None

    def question(self) -> str:
        """Return what the user asks last. Raises ``QuestionError`` where that is nothing, or too long."""
        asked = self.messages[-1].text.strip() if self.messages[-1].role == "user" else ""
        if not asked:
            raise QuestionError("empty")
        if len(asked) > QUESTION_LENGTH:
            raise QuestionError("too-long", str(len(asked)))
        return asked

    def history(self) -> tuple[Turn, ...]:
        """Return the newest turns before the question, oldest first."""
        turns = [
            Turn("user" if message.role == "user" else "assistant", message.text)
            for message in self.messages[:-1]
            if message.role in ("user", "assistant")
        ]
        return tuple(turns[-HISTORY_LENGTH:])


class UrlCitation(BaseModel):
    """Where a mark of the content leads; the mark is ``content[start_index:end_index]``."""

    url: str
    title: str
    start_index: int
    end_index: int


class Annotation(BaseModel):
    """A mark of the content."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class MessageOut(BaseModel):
    """The answer; a refusal to answer is content as well, ``refusal`` stays null as it is about policies there."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: list[Annotation]


class Choice(BaseModel):
    """The one answer."""

    index: Literal[0] = 0
    message: MessageOut
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Usage(BaseModel):
    """Words of the question and of the answer, in place of tokens: quoting takes none."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int

    @classmethod
    def of(cls, question: str, answer: Answer) -> Self:
        """Count the words between spaces."""
        asked, said = len(question.split()), len(answer.text.split())
        return cls(prompt_tokens=asked, completion_tokens=said, total_tokens=asked + said)


class Completion(BaseModel):
    """An answer as OpenAI's clients read it; ``id`` ends with the ``answer_id`` that feedback takes."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str
    choices: list[Choice]
    usage: Usage
    citations: list[CitationOut]


class Model(BaseModel):
    """A mode of answering under the name of a model."""

    id: str
    object: Literal["model"] = "model"
    created: int = 1767225600
    owned_by: Literal["hoidap"] = "hoidap"


class ModelList(BaseModel):
    """All modes."""

    object: Literal["list"] = "list"
    data: list[Model]


def annotations(answer: Answer, origin: str) -> list[Annotation]:
    """Return one annotation for every mark of an answer; ``origin`` comes before the path of each link."""
    cited = {citation.marker: CitationOut.of(citation) for citation in answer.citations}
    found = []
    for match in _MARK.finditer(answer.text):
        if source := cited.get(int(match[1])):
            title = f"{source.label} – {source.report_title}"
            url = UrlCitation(url=origin + source.url, title=title, start_index=match.start(), end_index=match.end())
            found.append(Annotation(url_citation=url))
    return found
