"""`completion`: the script by which a shell completes this program's commands."""

from __future__ import annotations

import click

from tui.cli import PROGRAM, SpokenCommand, cli, speaks

SHELLS = ("bash", "zsh", "fish")

VARIABLE = f"_{PROGRAM.upper().replace('-', '_')}_COMPLETE"
"""The environment variable by which the script asks the program, as click names it."""


@click.command("completion", cls=SpokenCommand)
@click.argument("shell", type=click.Choice(SHELLS))
@speaks
def command(shell: str) -> None:
    """Prints the script of one shell."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(cli, {}, PROGRAM, VARIABLE).source().encode(), nl=False)
