"""A server with the product's edge and an asker that takes its time, for tests that need a real one.

Usage: small_server.py PORT SECONDS_AN_ANSWER SECONDS_FOR_HEADERS FOLDER
"""

import sys
import time
from pathlib import Path

from app.hosting import Hosting
from app.models import Answer
from app.observe.logs import set_up_logs
from app.observe.metrics import Metrics
from app.store.models import Key
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from app.web.run.listening import listen
from app.web.run.patience import PatientProtocol
from app.web.run.server import serve_until_stopped
from corpus.library import open_library
from tests.fakes import ScriptedAsker, answered


class SlowAsker(ScriptedAsker):
    """Answers anything after a while."""

    seconds = 0.0

    def ask(self, *asked: object, **options: object) -> Answer:
        """Answer."""
        time.sleep(self.seconds)
        return answered("Có.")


class NoKeys:
    """A key ring without keys."""

    def check(self, secret: str) -> Key | None:
        """Return no key."""
        return None

    def list(self) -> tuple[Key, ...]:
        """Return no keys."""
        return ()


def main() -> None:
    """Serve until stopped."""
    port, SlowAsker.seconds, PatientProtocol.SECONDS = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    set_up_logs("json")
    current = Current(Serving(SlowAsker([]), open_library()))
    app = put_around(create_api(current), current, Guard(NoKeys(), Metrics(), Hosting(address_limits="")))

    @app.get("/gradio_api/heartbeat/x")
    async def heartbeat() -> None:
        """Never end, as the stream of an open page does."""
        import asyncio

        await asyncio.sleep(3600)

    ready = Path(sys.argv[4]) / "ready"
    with listen("127.0.0.1", port) as bound:
        serve_until_stopped(app, [bound], lambda: ready.touch())


if __name__ == "__main__":
    main()
