"""The command line, thin over ``generator.api``.

Exit codes: 0 fine, 1 problems in the user's material, 2 wrong usage, 3 something is due.
"""

from __future__ import annotations

import atexit
import gc
import sys
from typing import NoReturn

from generator.model import FactpackError, Place, error

_GARBAGE = 50_000  # new objects between two searches for garbage, of which loading makes none


def main() -> NoReturn:
    """The command `factpack`: what is wrong with the user's material is said, never a traceback."""
    gc.set_threshold(_GARBAGE)
    atexit.register(gc.freeze)  # with the process all goes at once: no last search through it
    import click

    from generator.cli.commands import cli

    try:
        cli.main(standalone_mode=False)
    except FactpackError as trouble:
        report(trouble)
        sys.exit(trouble.exit_code)
    except OSError as trouble:
        report(unreadable(trouble))
        sys.exit(1)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("stopped; nothing was written", err=True)
        sys.exit(1)
    except click.ClickException as trouble:
        trouble.show()
        sys.exit(2)
    sys.exit(0)


def unreadable(trouble: OSError) -> FactpackError:
    """A file or folder that the machine does not give us, as a problem of its own."""
    place = Place(str(trouble.filename or "the disk"))
    reason = f"It cannot be read or written: {trouble.strerror or trouble}."
    return FactpackError([error(place, reason, "Mend that and run again.")])


def report(trouble: FactpackError) -> None:
    """All problems at once: as JSON where JSON was asked for, else in words."""
    import click

    from generator.cli.shown import show_json, show_problems

    if "--json" in sys.argv:
        show_json({"problems": [problem.as_json() for problem in trouble.problems]})
        return
    show_problems(trouble.problems)
    count = sum(problem.level != "notice" for problem in trouble.problems)
    click.echo(f"{count} problem{'s' if count != 1 else ''}; nothing was written", err=True)
