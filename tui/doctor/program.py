"""The program itself and the Python under it: versions, packages, environment."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from tui.cli import PROGRAM
from tui.doctor.finding import Finding, note, ok, problem

Environment = Literal["virtual", "conda", "shared"]
"""`shared` is the one of the whole system or user, in which other programs keep their packages, too."""

_PYTHON_CLASSIFIER = "Programming Language :: Python :: "


@dataclass(frozen=True, slots=True)
class Package:
    """A package that the program needs."""

    name: str
    wanted: str
    """The range of versions."""
    installed: str | None
    """None when it is missing."""
    fits: bool


@dataclass(frozen=True, slots=True)
class Program:
    """The program as it is installed."""

    version: str
    python: str
    """The range of Pythons that it runs on."""
    tested: tuple[str, ...]
    """The Pythons that it was tested on, as `3.11`."""
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class Python:
    """The running Python."""

    version: str
    executable: str
    environment: Environment
    prefix: str
    """Where the environment lies."""


def installed_version(distribution: str) -> str | None:
    """The version of a package; None when it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def installed_program(distribution: str = PROGRAM) -> Program | None:
    """The program as the installed metadata describe it; None for a checkout that was not installed."""
    try:
        told = metadata.metadata(distribution)
    except metadata.PackageNotFoundError:
        return None
    tested = [line.removeprefix(_PYTHON_CLASSIFIER) for line in told.get_all("Classifier") or ()]
    return Program(
        str(told["Version"]),
        str(told["Requires-Python"] or ""),
        tuple(version for version in tested if version[:1].isdigit()),
        tuple(needed_packages(metadata.requires(distribution) or [])),
    )


def needed_packages(requirements: list[str]) -> Iterator[Package]:
    """The packages that requirements ask for on this machine, extras left out."""
    from packaging.requirements import Requirement

    for requirement in map(Requirement, requirements):
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        found = installed_version(requirement.name)
        fits = found is not None and requirement.specifier.contains(found, prereleases=True)
        yield Package(requirement.name, str(requirement.specifier), found, fits)


def running_python() -> Python:
    """The Python that runs this."""
    is_conda = Path(sys.prefix, "conda-meta").is_dir()
    is_virtual = sys.prefix != sys.base_prefix
    environment: Environment = "virtual" if is_virtual else "conda" if is_conda else "shared"
    return Python(platform.python_version(), sys.executable, environment, sys.prefix)


def program_findings(program: Program | None) -> Iterator[Finding]:
    """What is to be said of the program; torch has findings of its own when it is missing."""
    if program is None:
        yield note("program", "doctor-not-installed")
        return
    yield ok("program", "doctor-program", version=program.version)
    missing = [each.name for each in program.packages if each.installed is None and each.name != "torch"]
    unfit = [each for each in program.packages if each.installed is not None and not each.fits]
    if missing:
        yield problem("program", "doctor-packages-missing", packages=", ".join(missing))
    if unfit:
        found = ", ".join(f"{each.name} {each.installed}" for each in unfit)
        wanted = " ".join(f'"{each.name}{each.wanted}"' for each in unfit)
        yield problem("program", "doctor-packages-unfit", packages=found, wanted=wanted)
    if not missing and not unfit:
        yield ok("program", "doctor-packages-fit", count=len(program.packages))


def python_findings(python: Python, program: Program | None) -> Iterator[Finding]:
    """What is to be said of Python."""
    from packaging.specifiers import SpecifierSet

    told = {"version": python.version, "path": python.executable}
    minor = ".".join(python.version.split(".")[:2])
    if program is not None and not SpecifierSet(program.python).contains(python.version, prereleases=True):
        yield problem("python", "doctor-python-unfit", wanted=program.python, **told)
    elif program is not None and program.tested and minor not in program.tested:
        yield note("python", "doctor-python-untested", tested=", ".join(program.tested), **told)
    else:
        yield ok("python", "doctor-python", **told)
    if python.environment == "shared":
        yield note("python", "doctor-environment-shared", path=python.prefix)
    else:
        kind = "doctor-environment-conda" if python.environment == "conda" else "doctor-environment-virtual"
        yield ok("python", kind, path=python.prefix)
