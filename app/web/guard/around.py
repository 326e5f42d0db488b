"""Puts every guard around the application, in the one right order. Knows the guards, not what they protect."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from app.hosting import Hosting
from app.observe.metrics import Metrics
from app.web.current import Current
from app.web.guard.admission import Admission, Rules
from app.web.guard.areas import UPLOAD_LIMIT, body_limit
from app.web.guard.bounds import Bodies, Deadline
from app.web.guard.client import Clients
from app.web.guard.figures import Figures
from app.web.guard.keys import KeyRing
from app.web.guard.pace import Pace
from app.web.guard.queue import Queue
from app.web.guard.readiness import Ready
from app.web.guard.watched import Watched


@dataclass(frozen=True, slots=True)
class Guard:
    """What the guards go by."""

    ring: KeyRing
    metrics: Metrics
    hosting: Hosting
    elsewhere: bool = False  # the server listens beyond this machine
    counts: Path | None = None  # where several workers count requests together
    upload: int = UPLOAD_LIMIT  # bytes that an uploaded file may have


def put_around(app: FastAPI, current: Current, guard: Guard) -> FastAPI:
    """Return the application guarded.

    From the outside in: each request gets its id and is counted; a browser of another origin is told what it may do;
    who may not enter goes no further; then the body must be there; then the wait for an answer is bounded; then there
    must be something to answer with.
    """
    hosting = guard.hosting
    pace = Pace(hosting.key_limits, hosting.address_limits, guard.counts)
    rules = Rules(guard.elsewhere, hosting.open_chat, hosting.origins)
    app.add_middleware(Ready, current=current)
    app.add_middleware(Queue, longest=hosting.queue, metrics=guard.metrics)
    app.add_middleware(Deadline, seconds=hosting.answer_seconds)
    app.add_middleware(Figures, metrics=guard.metrics)
    app.add_middleware(Bodies, limit_of=partial(body_limit, upload=guard.upload))
    app.add_middleware(Admission, ring=guard.ring, pace=pace, clients=Clients(hosting.proxies), rules=rules)
    if hosting.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=hosting.origins,
            allow_methods=["GET", "POST", "PATCH", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Accept", "Accept-Language", "X-API-Key", "X-Request-Id"],
            expose_headers=["X-Request-Id", "Retry-After"],
            max_age=600,
        )
    app.add_middleware(Watched, metrics=guard.metrics)
    return app
