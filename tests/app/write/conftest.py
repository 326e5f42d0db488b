"""A citation whose quote tests exchange for their own."""

import pytest

from app.models import Citation
from corpus.library import Library
from tests.fakes import cite
from tests.small_library import COOPERATION_ID


@pytest.fixture
def quoted(small: Library) -> Citation:
    return cite(small.report(COOPERATION_ID), "115 ha")
