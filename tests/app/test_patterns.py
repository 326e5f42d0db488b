"""No pattern of the product takes for ever on a hostile text: each is run over some, in a process with a time limit.

Knows where patterns stand (module globals, class attributes, the sources' own calls), not what they are for.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT_SECONDS = 240
"""For everything, modules' imports included, on a busy machine; a pattern that explodes takes years."""

HUNT = r"""
import ast, gc, importlib, pathlib, re, sys, time

length = 1000  # half of the longest question: what grows with the square takes a quarter of its time
gathered = {}

def gather(pattern, place):
    if isinstance(pattern.pattern, str):
        gathered.setdefault((pattern.pattern, pattern.flags), place)

compiled = re.compile
def noted(pattern, flags=0):
    made = compiled(pattern, flags)
    gather(made, sys._getframe(1).f_globals.get("__name__", "?"))
    return made
re.compile = noted

for folder in ("app", "corpus", "index"):
    for path in sorted(pathlib.Path(folder).rglob("*.py")):
        if "migrations" in path.parts:
            continue
        name = ".".join(path.with_suffix("").parts)
        importlib.import_module(name.removesuffix(".__init__"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re":
                if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                    gather(compiled(node.args[0].value), name)
for thing in gc.get_objects():
    if isinstance(thing, re.Pattern):
        gather(thing, "memory")

own = {key: place for key, place in gathered.items() if place.split(".")[0] in ("app", "corpus", "index")}
units = ["a", "1", " ", "\n", ",", ".", "-", "(", "[", "<", "#", "*", "|", "ơ", "A", "1.", "a ", "1 ", "a,", "(a", "[1", "](", "<a", "&a", "a.a",
         "ha ", "năm 2022 ", "15/3/", "1.000", "%27", "- ", "**a", "\t \n", "I.", "A a ", "huyện ", "a1 ", "\u0301"]

SLOW = 0.25
slow = []
for (text, flags), place in own.items():

    pattern = compiled(text, flags)
    literals = [part for part in re.findall(r"[\w\s,./-]{2,12}", text) if not part.isspace()][:6]
    for unit in units + literals:
        hostile = (unit * length)[:length] + "!"
        began = time.process_time()
        pattern.search(hostile)
        pattern.fullmatch(hostile)
        if time.process_time() - began > SLOW:
            slow.append((round(time.process_time() - began, 2), place, text[:120], repr(unit)))
            break
print(len(own), "patterns")
for line in sorted(slow, reverse=True)[:40]:
    print(*line)
sys.exit(bool(slow))
"""


def test_no_pattern_explodes_on_hostile_text() -> None:
    run = [sys.executable, "-c", HUNT]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert int(done.stdout.split()[0]) > 60
