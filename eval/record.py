"""Writes a run to a JSON file, every outcome of it. Knows nothing of the terminal."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from eval.models import Outcome
from eval.summary import Summary


def _record(outcome: Outcome) -> dict[str, object]:
    """Return the JSON object of an outcome; hits by id, place and score, since the report holds their text."""
    attempt = outcome.attempt
    return {
        "question": asdict(attempt.question),
        "right": outcome.right,
        "scores": {score.metric: score.value for score in outcome.scores},
        "missing": outcome.missing,
        "unsupported": outcome.unsupported,
        "answer": asdict(attempt.answer) if attempt.answer else None,
        "hits": [
            {
                "rank": hit.rank,
                "id": hit.passage.id,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "score": hit.score,
            }
            for hit in attempt.hits
        ],
        "milliseconds": round(attempt.milliseconds, 3),
        "error": attempt.error,
    }


def write_outcomes(path: Path, gold: str, mode: str, summary: Summary, outcomes: Sequence[Outcome]) -> None:
    """Write the figures and all outcomes, in the order of the gold set. Raises ``OSError`` where it cannot."""
    run = {"gold": gold, "mode": mode, "summary": asdict(summary), "outcomes": [_record(o) for o in outcomes]}
    path.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
