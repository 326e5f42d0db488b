"""The JSON in which a person corrects the metadata of a report. Knows nothing of where they are kept."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from app.web.api.examples import CORRECTIONS
from app.web.api.schemas import HAS_A_WORD
from corpus.card import Corrections

_LONGEST = 500
_DATE = r"^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$"


def _one_line(text: str) -> str:
    """Return a text on one line, without characters that cannot be seen."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


Line = Annotated[str, StringConstraints(max_length=_LONGEST), AfterValidator(_one_line)]
Title = Annotated[str, StringConstraints(max_length=_LONGEST, pattern=HAS_A_WORD), AfterValidator(_one_line)]


class CorrectionsIn(BaseModel):
    """Corrected metadata: "" says that the document leaves a field blank, null takes back an earlier correction.

    Fields that are not sent stay as they are.
    """

    model_config = ConfigDict(strict=True, extra="forbid", json_schema_extra={"examples": [CORRECTIONS]})

    title: Title | None = None
    number: Line | None = None
    sign: Line | None = None
    issuer: Line | None = None
    issued_on: Annotated[str, StringConstraints(pattern=_DATE)] | None = None
    period: Line | None = None
    signatory: Line | None = None

    def corrections(self) -> Corrections:
        """Return what was corrected."""
        return Corrections(**self.model_dump(exclude_none=True))

    def taken_back(self) -> frozenset[str]:
        """Return the fields whose earlier corrections are taken back."""
        return frozenset(name for name in self.model_fields_set if getattr(self, name) is None)
