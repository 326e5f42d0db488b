"""Opens what answers, at the start and whenever the index has changed. Knows the parts, not who asks them."""

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.config import Config
from app.observe.asker import Observed
from app.observe.audited import Audited, Recorder
from app.observe.metrics import Metrics
from app.observe.tracing import Tracer
from app.suggest.suggesting import Suggesting
from app.web.current import Serving
from app.web.run.turns import InTurn, Turns

if TYPE_CHECKING:
    from app.assistant import Assistant
    from app.write.writer import Writer
    from corpus.library import Library
    from index.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Opener:
    """What outlasts an index: the settings, the models, the figures."""

    config: Config
    encoder: "Encoder"
    writer: "Writer | None"
    metrics: Metrics
    tracer: Tracer
    turns: Turns
    recorder: Recorder | None = None  # where the audit log is on

    def assistant(self) -> "Assistant":
        """Read the reports and the index from disk. Raises ``ReportError``, ``ShelfError`` or an index error."""
        from app.assistant import Assistant
        from app.shelf.opening import open_shelf
        from corpus.kept import kept_beside

        library, index = open_shelf(self.config.corpus, self.config.index, self.encoder, self.config.milvus)
        return Assistant(library, index, self.writer, kept=kept_beside(self.config.index))

    def open(self) -> Serving:
        """Return what is to serve from now on. Raises as ``assistant`` does."""
        assistant = self.assistant()
        return self.around(assistant, assistant.library)

    def around(self, assistant: "Assistant", library: "Library") -> Serving:
        """Return an opened assistant as the service needs it."""
        suggesting = Suggesting(InTurn(assistant, self.turns), library)
        threading.Thread(target=suggesting.prepare, name="suggestions", daemon=True).start()
        observed = Observed(suggesting, self.metrics, self.tracer)
        return Serving(Audited(observed, self.recorder) if self.recorder else observed, library)
