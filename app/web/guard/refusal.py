"""Answers a request with a problem before any route has seen it. Knows ASGI, not why."""

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from app.web.headers import fixed_headers
from app.web.problems import ApiProblem, problem_response

TURNED_AWAY = "turned_away"
"""Where the scope's state keeps the code of the problem that the edge answered with."""


async def refuse(problem: ApiProblem, scope: Scope, receive: Receive, send: Send) -> None:
    """Send the problem in the client's language."""
    scope.setdefault("state", {})[TURNED_AWAY] = problem.code
    response = problem_response(Request(scope), problem)
    response.headers.update(fixed_headers())
    await response(scope, receive, send)
