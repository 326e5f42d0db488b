"""Words an answer with a language model. Knows the prompt and the tidying, not which model it is or who checks it."""

from collections.abc import Iterator, Sequence
from contextlib import closing

from app.llm.client import Client, Limits
from app.llm.prompt import ask_for
from app.llm.tidy import sentences
from app.models import Citation
from app.write.writer import Words, WriterError
from index.syllables import syllables

_ECHO = 6
"""Syllables from which on words of the question are an echo; fewer can be an answer: "Tam Đường hay Tân Uyên?"."""

_ANSWERING = Limits()
_PREPARING = Limits(tokens=1, first_words=300, whole=300)
"""Reading the instructions for the first time takes a busy machine up to a minute."""


class GenerativeWriter:
    """A ``Writer`` over one model. Safe to share between threads."""

    def __init__(self, client: Client, limits: Limits = _ANSWERING) -> None:
        self._client = client
        self._limits = limits

    def prepare(self) -> None:
        """Load the model and let it read the instructions, so that the first question finds it ready.

        Raises ``ModelError`` where there is no such model, ``WriterError`` where it does not answer.
        """
        for _piece in self._client.stream(ask_for("?", (), english=False), _PREPARING):
            pass

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[Words]:
        """Yield the answer sentence by sentence, and each as it begins; see ``app.write.writer.Writer``.

        Raises ``ModelError`` too, where the model was not prepared and cannot be.
        """
        only_mark = citations[0].marker if len(citations) == 1 else None
        written = False
        with closing(self._client.stream(ask_for(question, citations, english=english), self._limits)) as pieces:
            for words in sentences(pieces, only_mark):
                if words.whole and _is_echo(words.text, question):
                    continue
                yield words
                written = written or words.whole
        if not written:
            raise WriterError("empty")


def _is_echo(sentence: str, question: str) -> bool:
    """Tell whether a sentence only says the question again, as a small model at a loss does."""
    said = syllables(sentence.partition(" [")[0])
    return len(said) >= _ECHO and f" {' '.join(said)} " in f" {' '.join(syllables(question))} "
