"""All that is asked of the machine: the folders of a workspace, the clock, the environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.model import FactpackError, Place, Problem, error


@dataclass(frozen=True)
class Workspace:
    """A folder with `facts/` and `templates/`; packs are written to `output/`."""

    root: Path

    @property
    def facts(self) -> Path:
        return self.root / "facts"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def cache(self) -> Path:
        """What can be made again at any time, and is safe to delete."""
        return self.root / ".factpack"

    def relative(self, path: Path) -> str:
        """The path as its user knows it: from the workspace on, with forward slashes."""
        absolute = Path(os.path.abspath(path))
        if absolute.is_relative_to(self.root):
            return absolute.relative_to(self.root).as_posix()
        return absolute.as_posix()


def open_workspace(root: Path | str = ".") -> Workspace:
    """The workspace at `root`. Raises FactpackError naming each folder that is missing."""
    workspace = Workspace(Path(os.path.abspath(root)))
    missing = [
        _missing(folder, workspace)
        for folder in (workspace.facts, workspace.templates)
        if not folder.is_dir()
    ]
    if missing:
        raise FactpackError(missing)
    return workspace


def _missing(folder: Path, workspace: Workspace) -> Problem:
    return error(
        Place(folder.as_posix()),
        f"The folder {folder.name}/ is missing, so this is no workspace: {workspace.root}.",
        "Go to the folder that holds facts/ and templates/, or make one with “factpack init”.",
    )


def today() -> date:
    """The day on the machine's clock: only ever a default, never an input that is kept."""
    return date.today()


def now() -> datetime:
    """The moment on the machine's clock, in UTC: when something is due, or was done."""
    return datetime.now(UTC)


def environment(name: str, default: str = "") -> str:
    """A variable of the environment."""
    return os.environ.get(name, default)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def template_cache() -> Path | None:
    """Where this user's compiled templates are kept; None where they are not.

    ``FACTPACK_CACHE`` is ``off``, or another folder.
    """
    said = environment("FACTPACK_CACHE")
    if said:
        return None if said.lower() == "off" else Path(os.path.abspath(said))
    caches = _user_caches()
    return None if caches is None else caches / "factpack" / "templates"


def _user_caches() -> Path | None:
    """The folder that the system has for what a user's programs keep."""
    if sys.platform == "win32":
        said = environment("LOCALAPPDATA")
        return Path(said) if os.path.isabs(said) else None
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return Path(home, "Library", "Caches") if os.path.isabs(home) else None
    said = environment("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return Path(said) if os.path.isabs(said) else None


@dataclass(frozen=True)
class Ended:
    """How another program ended: what it printed, and whether it had to be stopped."""

    code: int
    out: str
    late: bool = False


def find_program(name: str, *elsewhere: str) -> str | None:
    """The path of a program on the search path, or in one of the places it is known to take."""
    import shutil

    return shutil.which(name) or next((path for path in elsewhere if os.path.isfile(path)), None)


def own_command() -> list[str]:
    """How this program is called again, from anywhere."""
    import sys

    return [sys.executable, "-m", "generator.cli"]


def run_program(command: list[str], seconds: float) -> Ended:
    """Run a program to its end, or stop it and all that it has started when the time is over."""
    import subprocess

    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            out, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _stop(process.pid)
            process.kill()
            out, _ = process.communicate()
            return Ended(process.returncode, out.decode(errors="replace"), late=True)
    return Ended(process.returncode, out.decode(errors="replace"))


def _stop(pid: int) -> None:
    """End a program that was started as the head of a group, with its group."""
    if hasattr(os, "killpg"):
        import signal

        os.killpg(pid, signal.SIGKILL)
