"""The program, its packages and Python, on machines where something of it does not fit."""

from __future__ import annotations

import pytest

from tui.doctor.finding import Finding
from tui.doctor.program import (
    Environment,
    Package,
    Program,
    Python,
    installed_program,
    needed_packages,
    program_findings,
    python_findings,
)

FITTING = Package("click", ">=8.1", "8.5.1", True)
OLD = Package("textual", "<9,>=8.2", "7.0", False)
MISSING = Package("psutil", ">=6.0", None, False)
TORCHLESS = Package("torch", ">=2.6", None, False)


def program(*packages: Package) -> Program:
    return Program("0.1.0", ">=3.11", ("3.11", "3.12"), packages)


def python(version: str, environment: Environment = "virtual") -> Python:
    return Python(version, "/bin/python", environment, "/env")


def keys(findings: object) -> list[str]:
    return [f"{f.state} {f.message.key}" for f in findings if isinstance(f, Finding)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("packages", "expected"),
    [
        ([FITTING], ["ok doctor-packages-fit"]),
        ([FITTING, MISSING], ["problem doctor-packages-missing"]),
        ([OLD, MISSING], ["problem doctor-packages-missing", "problem doctor-packages-unfit"]),
        ([FITTING, TORCHLESS], ["ok doctor-packages-fit"]),
    ],
)
def test_packages(packages: list[Package], expected: list[str]) -> None:
    assert keys(program_findings(program(*packages))) == ["ok doctor-program", *expected]


def test_what_to_install_is_written_for_a_shell() -> None:
    *_, unfit = program_findings(program(OLD))
    assert unfit.message.values == {"packages": "textual 7.0", "wanted": '"textual<9,>=8.2"'}


def test_a_checkout_that_was_not_installed_is_worth_a_note() -> None:
    assert installed_program("no-such-distribution") is None
    assert keys(program_findings(None)) == ["note doctor-not-installed"]
    assert keys(python_findings(python("3.14.0"), None))[0] == "ok doctor-python"


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("3.11.7", "ok doctor-python"),
        ("3.14.0", "note doctor-python-untested"),
        ("3.10.2", "problem doctor-python-unfit"),
    ],
)
def test_versions_of_python(version: str, expected: str) -> None:
    assert keys(python_findings(python(version), program()))[0] == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ("virtual", "ok doctor-environment-virtual"),
        ("conda", "ok doctor-environment-conda"),
        ("shared", "note doctor-environment-shared"),
    ],
)
def test_environments(environment: Environment, expected: str) -> None:
    assert keys(python_findings(python("3.11.7", environment), program()))[1] == expected


def test_requirements_are_held_against_what_is_installed() -> None:
    wanted = [
        "click>=8.1",
        "pytest<1",
        "no-such-package>=2",
        'no-such-extra; extra == "test"',
        'no-such-system; sys_platform == "plan9"',
    ]
    assert [(each.name, each.installed is not None, each.fits) for each in needed_packages(wanted)] == [
        ("click", True, True),
        ("pytest", True, False),
        ("no-such-package", False, False),
    ]
