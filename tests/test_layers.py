"""The shape of the code: who may import whom, how long a file may be, what may not be caught."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("corpus", "index", "app", "eval")
MAY_IMPORT = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "app": {"corpus", "index", "app"},
    "eval": {"corpus", "index", "app", "eval"},
}
WEB_LIBRARIES = {"fastapi", "starlette", "uvicorn", "gradio"}
GRADIO_MODULES = {Path("app/web/chat/page.py"), Path("app/web/chat/mount.py")}
DATABASE_LIBRARIES = {"sqlalchemy", "alembic", "psycopg"}
MAY_CATCH_ALL = {
    Path("app/web/chat/reply.py"),
    Path("app/web/routes.py"),
    Path("app/web/api/stream.py"),
    Path("eval/run.py"),
}
"""The edge of the chat, the edge of HTTP, and the run that counts what the judged product raises."""

NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "service", "misc"}
LONGEST_FILE = 250

MODULES = sorted(path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
SOURCES = [*MODULES, Path("hoidap.py"), *sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))]


def tree(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_all_four_folders_are_looked_at() -> None:
    assert {module.parts[0] for module in MODULES} == set(FOLDERS)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_go_one_way(module: Path) -> None:
    own = {name.partition(".")[0] for name in imported(module)} & {*FOLDERS, "tests", "hoidap"}
    assert own <= MAY_IMPORT[module.parts[0]]


@pytest.mark.parametrize("module", [module for module in MODULES if module.parts[0] == "eval"], ids=str)
def test_eval_knows_neither_the_http_nor_the_chat_module(module: Path) -> None:
    assert not any(name.startswith("app.web") or name == "app.cli" for name in imported(module))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_web_libraries_stay_in_the_web_folder(module: Path) -> None:
    libraries = {name.partition(".")[0] for name in imported(module)} & WEB_LIBRARIES
    if module.is_relative_to("app/web"):
        assert "gradio" not in libraries or module in GRADIO_MODULES
    else:
        assert not libraries


@pytest.mark.parametrize("module", [module for module in MODULES if module.parts[0] == "app"], ids=str)
def test_databases_are_known_to_the_store_alone_which_knows_nothing_of_the_web(module: Path) -> None:
    names = set(imported(module))
    if module.is_relative_to("app/store"):
        assert not any(name.startswith("app.web") for name in names)
    else:
        assert not {name.partition(".")[0] for name in names} & DATABASE_LIBRARIES


@pytest.mark.parametrize("module", SOURCES, ids=str)
def test_every_module_opens_with_a_sentence_on_what_it_knows(module: Path) -> None:
    assert ast.get_docstring(tree(module))


@pytest.mark.parametrize("module", SOURCES, ids=str)
def test_no_file_is_too_long_or_called_after_nothing(module: Path) -> None:
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert module.stem not in NAMES_OF_NOTHING


@pytest.mark.parametrize("module", [module for module in MODULES if module not in MAY_CATCH_ALL], ids=str)
def test_only_the_edges_catch_everything(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in ("everything", "Exception", "BaseException"), f"{module}:{node.lineno}"


@pytest.mark.parametrize("module", [module for module in MODULES if module.parts[0] != "app"], ids=str)
def test_only_the_edges_read_the_environment(module: Path) -> None:
    if module.name not in ("cli.py", "__main__.py"):
        assert not any(name in ("os.environ", "os.getenv") for name in imported(module))
        assert "environ" not in {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)}
