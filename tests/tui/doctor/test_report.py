"""The report: aligned, in both languages, without colour, also where no sign can be shown."""

from __future__ import annotations

import json

import jsonschema
import pytest
from rich.cells import cell_len

from course.catalogue import LANGUAGES, Catalogue, read_entries
from course.message import Message
from tui.doctor.document import doctor_schema
from tui.doctor.examination import Look, carefully
from tui.doctor.finding import Finding, note, ok, problem
from tui.doctor.report import report_document, report_lines

FINDINGS = [
    ok("python", "doctor-python", version="3.11.7", path="/bin/python"),
    note("python", "doctor-environment-shared", path="/usr"),
    problem("torch", "doctor-torch-missing", python="/bin/python"),
]


def lines(language: str = "en", width: int = 80, encoding: str = "utf-8") -> list[str]:
    return list(report_lines(FINDINGS, Catalogue.load(language), width, encoding))


def test_topics_signs_advice_and_sum() -> None:
    told = lines()
    assert told[0] == "Python  ✓ Python 3.11.7 (/bin/python)"
    assert told[1].startswith("        ! In no virtual environment")
    assert any(line.startswith("          → When versions") for line in told)
    assert any(line.startswith("torch   ✗ torch is not installed") for line in told)
    assert told[-1] == "One problem and one note."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [30, 80, 300])
def test_lines_stay_within_the_terminal_and_stand_below_each_other(language: str, width: int) -> None:
    told = lines(language, width)
    assert max(map(cell_len, told)) <= min(width, 100)
    signs = [cell_len(line[: line.index(sign)]) for line in told for sign in "✓!✗" if f" {sign} " in line]
    assert len(set(signs)) == 1


def test_an_encoding_without_signs_gets_others() -> None:
    told = "\n".join(lines(encoding="ascii"))
    assert told.isascii()
    assert "+ Python" in told
    assert "x torch" in told


def test_the_document_follows_its_schema_and_speaks() -> None:
    document = report_document(FINDINGS, Catalogue.load("zh"), "0.1.0")
    jsonschema.validate(json.loads(json.dumps(document)), doctor_schema())
    assert document["healthy"] is False
    first, second, third = document["findings"]
    assert (first["code"], first["advice"]) == ("python", None)
    assert second["advice"].startswith("如果")
    assert third["message"].startswith("这个环境没有安装 torch")


def test_a_look_that_fails_is_a_finding() -> None:
    def fail() -> list[Finding]:
        raise PermissionError(13, "denied")

    (finding,) = carefully(Look("state", fail))
    assert (finding.topic, finding.state, finding.message.key) == ("state", "problem", "doctor-failed")
    assert "denied" in str(finding.message.values["why"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_no_good_has_its_advice(language: str) -> None:
    """A finding's advice has the same variables as its message at the most."""
    entries = read_entries(language)
    advised = [key for key in entries if key.endswith("-fix") and key.startswith(("doctor-", "sandbox-"))]
    assert len(advised) > 30
    words = Catalogue.load(language)
    for key in advised:
        assert key.removesuffix("-fix") in entries
        assert "{" not in words.render(Message(key, dict.fromkeys(VALUES, "7")))


VALUES = (
    "why",
    "wanted",
    "packages",
    "python",
    "version",
    "seconds",
    "needed",
    "cuda",
    "variable",
    "name",
    "path",
)
