"""The command line: finds the command, runs it, turns what went wrong into one line and an exit code."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from content.errors import ContentError
from flows.commands import COMMANDS
from flows.errors import NotFinished, WrongUse
from flows.screen import one_line, tell
from seo.errors import SeoError

WRONG_USE = 2
NOT_FINISHED = 3
STOPPED = 130  # as shells report an interrupted command


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """One line and exit code 2."""
        tell(f"{self.prog}: {one_line(message)}. See {self.prog} --help")
        raise SystemExit(WRONG_USE)


def parser() -> Parser:
    """Every command with its options; none of them is imported further than that."""
    top = Parser(
        prog="acreage", description="Hears what consumers ask, writes what the shop can stand behind."
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name, module_name in COMMANDS.items():
        module = import_module(module_name)
        first = (module.__doc__ or "").splitlines()[0]
        command = commands.add_parser(name, help=first, description=module.__doc__, formatter_class=_Wide)
        module.add_options(command)
        command.set_defaults(run=module.run)
    return top


class _Wide(argparse.RawDescriptionHelpFormatter):
    """Help with its line breaks kept."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    top = parser()
    chosen = top.parse_args(arguments)
    if chosen.command is None:
        top.print_help()
        return 0
    try:
        return int(chosen.run(chosen))
    except (WrongUse, ContentError, SeoError) as error:
        tell(f"acreage {chosen.command}: {one_line(error)}")
        return WRONG_USE
    except NotFinished as error:
        tell(f"acreage {chosen.command}: {one_line(error)}")
        return NOT_FINISHED
    except BrokenPipeError:  # `acreage facts | head`
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        tell(f"acreage {chosen.command}: stopped; run it again and it goes on where it was.")
        return STOPPED
    except OSError as error:
        tell(f"acreage {chosen.command}: {error.filename or 'file'}: {error.strerror or one_line(error)}")
        return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
