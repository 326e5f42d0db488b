"""The page /docs: endpoints, fields and problem codes read from the application's own OpenAPI document.

Loads nothing from other hosts, unlike the page that the framework ships. Knows nothing of what the endpoints do.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.messages import say
from app.web.pages import page_html
from app.web.problems import STATUS

Schema = Mapping[str, Any]
"""A part of an OpenAPI document, which is JSON of no fixed shape."""


def _type_name(schema: Schema) -> str:
    """Name a JSON type in a few characters: "string", "array of TurnIn", "integer | null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_type_name(option) for option in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f"“{value}”" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"array of {_type_name(schema.get('items', {}))}"
    return str(schema.get("type", "any"))


def _description(schema: Schema) -> str:
    """Return a description escaped, without the quotes that mark code in docstrings."""
    return escape(str(schema.get("description", "")).replace("``", ""))


def _limits(schema: Schema) -> str:
    names = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
    found = [f"{name} {part[name]}" for part in (schema, *schema.get("anyOf", ())) for name in names if name in part]
    return ", ".join(found)


def _model(name: str, schema: Schema) -> Iterator[str]:
    """Render the fields of a model as a table."""
    required = schema.get("required", ())
    yield f'<section id="model-{escape(name)}"><h3>{escape(name)}</h3><p>{_description(schema)}</p>'
    yield "<table><tbody>"
    for field, part in schema.get("properties", {}).items():
        star = "" if field in required else " ?"
        note = "; ".join(filter(None, (escape(_limits(part)), _description(part))))
        cells = (f"<code>{escape(field)}{star}</code>", escape(_type_name(part)), note)
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></section>"


def _first_example(contents: Schema, schemas: Schema) -> tuple[str, object] | None:
    """Return the media type and the first example of a body, from the body itself or from its model."""
    for media_type, content in contents.items():
        model = schemas.get(str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2], {})
        for found in (content.get("example"), *model.get("examples", ())):
            if found is not None:
                return media_type, found
    return None


def _examples(operation: Schema, schemas: Schema) -> str:
    """Render an example of what is sent and of what comes back, folded away."""
    contents = [operation.get("requestBody", {}).get("content", {})]
    contents += [r.get("content", {}) for status, r in operation["responses"].items() if status.startswith("2")][:1]
    blocks = []
    for found in (_first_example(content, schemas) for content in contents):
        if found:
            media_type, value = found
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
            blocks.append(f"<p>{escape(media_type)}</p><pre><code>{escape(text)}</code></pre>")
    if not blocks:
        return ""
    return f"<details><summary>{escape(say('reference.example'))}</summary>{''.join(blocks)}</details>"


def _operation(path: str, method: str, operation: Schema, schemas: Schema) -> str:
    """Render one endpoint: method, address, what it does, which statuses it answers with, examples."""
    statuses = ", ".join(operation.get("responses", {}))
    return (
        f'<li><p><code class="verb">{escape(method.upper())}</code> <code>{escape(path)}</code> – '
        f"{escape(operation.get('summary', ''))}</p><p>{_description(operation)} "
        f'<span class="muted">→ {escape(statuses)}</span></p>{_examples(operation, schemas)}</li>'
    )


def render_reference(openapi: Schema) -> str:
    """Return the body of the reference page for an OpenAPI document."""
    operations = [
        _operation(path, method, operation, openapi["components"]["schemas"])
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    models = [line for name, schema in openapi["components"]["schemas"].items() for line in _model(name, schema)]
    codes = [
        f'<tr id="{code}"><td><code>{code}</code></td><td>{status}</td><td>{escape(say(f"problem.{code}"))}</td></tr>'
        for code, status in STATUS.items()
    ]
    example = "curl -s http://127.0.0.1:7860/api/v1/ask -H 'Content-Type: application/json' -d '{\"question\": \"…\"}'"
    return (
        f'<article class="reference"><h2>{escape(say("reference.title"))}</h2>'
        f'<p>{escape(say("reference.lead"))} <a href="/openapi.json">/openapi.json</a></p>'
        f"<p>{escape(say('reference.keys'))}</p><pre><code>{escape(example)}</code></pre><ul>{''.join(operations)}</ul>"
        f"<h2>{escape(say('reference.models'))}</h2>{''.join(models)}"
        f"<h2>{escape(say('reference.problems'))}</h2><table><tbody>{''.join(codes)}</tbody></table></article>"
    )


def reference_routes() -> APIRouter:
    """Return the route GET /docs."""
    router = APIRouter(include_in_schema=False)

    @router.get("/docs")
    def reference(request: Request) -> HTMLResponse:
        return HTMLResponse(page_html(say("reference.title"), render_reference(request.app.openapi())))

    return router
