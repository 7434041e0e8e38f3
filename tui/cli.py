"""The command line: one group, whose commands are modules of `tui.commands`, imported when they are used.

Owns the languages of help texts, the exit codes of usage and of bad courses, and the finding of commands:
a module `tui/commands/NAME.py` with a click command called `command` is `blitz-course NAME`. Commands and
options are described in the catalogue, under `cli-NAME`, or `cli-GROUP-NAME` in a group, and
`cli-option-OPTION`; an option may name another entry as its `help`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from course.catalogue import Catalogue

PROGRAM = "blitz-course"
USAGE = 2
"""The exit code of bad usage and of a bad course."""
GRADER_FAULT = 3
"""The exit code of a grader that fails, or cannot be had as it was asked for."""
ISOLATIONS = ("none", "limits", "seatbelt", "landlock", "bubblewrap")
"""The levels of confinement, the weakest first."""

PLAIN_VARIABLE = "BLITZ_COURSE_PLAIN"
"""Set to anything but 0, it stands for `--plain`."""

_LANGUAGE = "tui.language"
_PLAIN = "tui.plain"
_COMMANDS = Path(__file__).parent / "commands"

F = TypeVar("F", bound=Callable[..., Any])


def asked_language(context: click.Context) -> str | None:
    """The language asked for with `--lang`; None when none was."""
    chosen = context.meta.get(_LANGUAGE)
    return chosen if isinstance(chosen, str) else None


def language(context: click.Context) -> str:
    """The language asked for with `--lang`, or the one that the environment suggests."""
    from course.catalogue import guess_language

    return asked_language(context) or guess_language(os.environ)


def words(context: click.Context) -> Catalogue:
    """The sentences, in the language of the command."""
    from course.catalogue import Catalogue

    return Catalogue.load(language(context))


class SpokenCommand(click.Command):
    """A command whose help comes from the catalogue."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description."""
        formatter.write_paragraph()
        with formatter.indentation():
            for line in words(ctx).text(_key(ctx)).splitlines():
                formatter.write_text(line)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        write_options(self, ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """What the shell offers, described as in the help."""
        items = super().shell_complete(ctx, incomplete)
        keys = {name: _help_key(option) for option in _options(self, ctx) for name in option.opts}
        for item in items:
            described = words(ctx).text(keys.get(item.value) or _key(ctx, item.value))
            item.help = described.splitlines()[0]
        return items


class SpokenGroup(SpokenCommand, click.Group):
    """A command with commands of its own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with the first lines of their help."""
        write_options(self, ctx, formatter)
        catalogue = words(ctx)
        rows = [(name, catalogue.text(_key(ctx, name)).splitlines()[0]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class Program(SpokenGroup):
    """The program: finds its commands by the names of modules, and imports the one that is used."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments; options of `learn` may stand without its name."""
        try:
            return super().parse_args(ctx, list(args))
        except click.NoSuchOption:
            return super().parse_args(ctx, ["learn", *args])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return sorted(file.stem for file in _COMMANDS.glob("[a-z]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"tui.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a course that cannot be used is told one problem a line."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if not _is_course_error(error):
                raise
            click.echo(str(error), err=True)
            ctx.exit(USAGE)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words(ctx).text("cli-group"))


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Writes the options of a command with their help from the catalogue."""
    catalogue = words(ctx)
    rows = []
    for option in _options(command, ctx):
        record = option.get_help_record(ctx)
        if record is not None:
            rows.append((record[0], catalogue.text(_help_key(option))))
    with formatter.section("Options"):
        formatter.write_dl(rows)


def _options(command: click.Command, ctx: click.Context) -> list[click.Option]:
    return [parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)]


def _key(ctx: click.Context, *below: str) -> str:
    """The catalogue's key of a command's help, or of one below it: the names that lead there."""
    names = list(below)
    while ctx.parent is not None:
        names.insert(0, ctx.command.name or "")
        ctx = ctx.parent
    return f"cli-{'-'.join(names)}"


def _help_key(option: click.Option) -> str:
    """The catalogue's key of what an option does: its own `help` when that is a key, or one made of its name."""
    if option.help is not None and option.help.startswith("cli-"):
        return option.help
    return f"cli-option-{max(option.opts, key=len).lstrip('-')}"


def speaks(command: F) -> F:
    """Gives a command the option `--lang`."""

    def choose(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        if value is not None:
            ctx.meta[_LANGUAGE] = value

    option = click.option(
        "--lang", type=click.Choice(["en", "zh"]), callback=choose, expose_value=False, is_eager=True
    )
    return option(command)


def can_be_plain(command: F) -> F:
    """Gives a command the option `--plain`."""

    def choose(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            ctx.meta[_PLAIN] = True

    return click.option("--plain", is_flag=True, callback=choose, expose_value=False)(command)


def wants_plain(context: click.Context) -> bool:
    """Whether lines of text were asked for, with `--plain` or in the environment."""
    return _PLAIN in context.meta or os.environ.get(PLAIN_VARIABLE, "0") not in ("", "0")


@click.group(PROGRAM, cls=Program, invoke_without_command=True)
@click.version_option(package_name=PROGRAM, prog_name=PROGRAM)
@can_be_plain
@speaks
@click.pass_context
def cli(context: click.Context) -> None:
    """Without a command, learns."""
    if context.invoked_subcommand is None:
        command = cli.get_command(context, "learn")
        assert command is not None
        context.invoke(command)


def main() -> None:
    """The entry point."""
    cli.main(prog_name=PROGRAM)


def _is_course_error(error: Exception) -> bool:
    """Whether an exception is a CourseError, without importing what nothing imported."""
    module = sys.modules.get("course.problem")
    return module is not None and isinstance(error, module.CourseError)
