"""The whole examination: everything is looked at at once, within time limits, and whatever fails is a finding, too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tui.doctor.finding import Finding, Topic, problem


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at."""

    topic: Topic
    findings: Callable[[], Iterable[Finding]]
    """Looks, and tells what it found."""


def examine(environ: Mapping[str, str], language: str) -> list[Finding]:
    """Everything found on this machine, topic by topic, for somebody who reads a language."""
    looks = [
        Look("program", _program),
        Look("python", _python),
        Look("torch", lambda: asyncio.run(_compute(environ))),
        Look("terminal", lambda: _terminal(environ, language)),
        Look("state", lambda: _state(environ)),
    ]
    return [finding for look in looks for finding in carefully(look)]


def carefully(look: Look) -> list[Finding]:
    """What a look found; one that fails, as looks at sick machines do, found just that."""
    try:
        return list(look.findings())
    except Exception as error:
        return [problem(look.topic, "doctor-failed", why=f"{type(error).__name__}: {error}")]


def _program() -> Iterable[Finding]:
    from tui.doctor.program import installed_program, program_findings

    return program_findings(installed_program())


def _python() -> Iterable[Finding]:
    from tui.doctor.program import installed_program, python_findings, running_python

    return python_findings(running_python(), installed_program())


async def _compute(environ: Mapping[str, str]) -> Iterable[Finding]:
    from grader.drivers import find_hardware
    from grader.examining import examine as examine_grader
    from tui.doctor.compute import confinement_findings, device_findings, this_system, torch_findings

    system = this_system(environ)
    examined, hardware = await asyncio.gather(examine_grader(), asyncio.to_thread(find_hardware))
    return [
        *torch_findings(system, examined),
        *device_findings(system, hardware, examined),
        *confinement_findings(examined),
    ]


def _terminal(environ: Mapping[str, str], language: str) -> Iterable[Finding]:
    from tui.doctor.terminal import terminal_findings, this_terminal

    return terminal_findings(this_terminal(environ), language)


def _state(environ: Mapping[str, str]) -> Iterable[Finding]:
    from tui.doctor.keeping import look, state_findings

    return state_findings(look(environ))
