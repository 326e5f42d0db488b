"""Lets only those in who may do what an endpoint does. Knows the key that the edge found, not how it is checked."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.types import Scope as Connection

from app.store.models import Key, Scope
from app.web.problems import plain_problem

_bearer = HTTPBearer(auto_error=False, scheme_name="key", description="hoidap keys create")


def may(connection: Connection, scope: Scope) -> bool:
    """Tell whether a request may do what a scope stands for: by its key, or because it comes from this very machine
    while no keys are in use.
    """
    state = connection.get("state", {})
    key = state.get("key")
    return scope in key.scopes if isinstance(key, Key) else state.get("at_home") is True


def require(scope: Scope) -> Callable[..., None]:
    """Return a dependency that lets only those through who may do what a scope stands for."""

    def allowed(request: Request, _: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]) -> None:
        if may(request.scope, scope):
            return
        if isinstance(request.scope.get("state", {}).get("key"), Key):
            raise plain_problem("forbidden")
        raise plain_problem("unauthorized", {"WWW-Authenticate": "Bearer"})

    return allowed
