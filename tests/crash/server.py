"""The API behind its edge over a store in a file, with the audit log on. Meant to be killed.

Usage: server.py PORT DATABASE_URL READY_FILE
"""

import sys
from pathlib import Path

from app.hosting import Hosting
from app.models import Answer
from app.observe.audited import Audited
from app.observe.metrics import Metrics
from app.store.store import open_store
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from app.web.run.listening import listen
from app.web.run.server import serve_until_stopped
from tests.fakes import ScriptedAsker, answered
from tests.small_library import small_library


class Parrot(ScriptedAsker):
    """Answers anything at once."""

    def ask(self, *asked: object, **options: object) -> Answer:
        """Answer."""
        return answered("Có.")


def main() -> None:
    """Serve until killed."""
    store = open_store(sys.argv[2])
    current = Current(Serving(Audited(Parrot([]), store.audit), small_library()))
    guard = Guard(store.keys, Metrics(), Hosting(address_limits="", key_limits=""))
    app = put_around(create_api(current, store.feedback), current, guard)
    with listen("127.0.0.1", int(sys.argv[1])) as bound:
        serve_until_stopped(app, [bound], Path(sys.argv[3]).touch)


if __name__ == "__main__":
    main()
