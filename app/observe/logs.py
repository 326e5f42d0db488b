"""Log lines, one JSON object each where an operator wants them. Knows neither requests nor answers.

A question, an answer, a key or an address of a page never stands in a line: they are in the audit log, if anywhere.
"""

import contextvars
import logging
import sys
from typing import TextIO

from pythonjsonlogger.json import JsonFormatter

from app.hosting import LogFormat

REQUEST_ID: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="")
"""The id of the request that a task or thread works for, "" outside any."""

requests = logging.getLogger("hoidap.requests")
"""One line for each request, written in the JSON format only."""


class _RequestIdFilter(logging.Filter):
    """Gives every line the id of the request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = REQUEST_ID.get()
        return True


def _handler(form: LogFormat, stream: TextIO) -> logging.Handler:
    handler = logging.StreamHandler(stream)
    handler.addFilter(_RequestIdFilter())
    if form == "json":
        fields = "%(levelname)s %(name)s %(process)d %(request_id)s %(message)s"
        names = {"levelname": "level", "name": "logger", "process": "process"}
        handler.setFormatter(JsonFormatter(fields, rename_fields=names, timestamp="at", json_ensure_ascii=False))
    else:
        handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    return handler


def set_up_logs(form: LogFormat, stream: TextIO = sys.stderr) -> None:
    """Send the log of this process to a stream: warnings, and in JSON each request as well.

    The libraries' own loggers pass theirs on; what uvicorn would say of each request is left out, since addresses of
    pages may carry a question.
    """
    root = logging.getLogger()
    root.handlers = [_handler(form, stream)]
    root.setLevel(logging.WARNING)
    requests.setLevel(logging.INFO if form == "json" else logging.WARNING)
    logging.getLogger("hoidap").setLevel(logging.INFO if form == "json" else logging.WARNING)
    logging.getLogger("httpx").setLevel(logging.WARNING)
