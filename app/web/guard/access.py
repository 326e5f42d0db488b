"""Lets only those in who may do what an endpoint does. Knows the key that the edge found, not how it is checked."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.store.models import Key, Scope
from app.web.problems import plain_problem

_bearer = HTTPBearer(auto_error=False, scheme_name="key", description="hoidap keys create")


def require(scope: Scope) -> Callable[..., Key]:
    """Return a dependency that gives the key of a request, which must have a scope; also where no keys are in use."""

    def allowed(request: Request, _: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]) -> Key:
        key = request.scope.get("state", {}).get("key")
        if not isinstance(key, Key):
            raise plain_problem("unauthorized", {"WWW-Authenticate": "Bearer"})
        if scope not in key.scopes:
            raise plain_problem("forbidden")
        return key

    return allowed
