"""The index: statements in a database, found by what they are about.

Built from the files and safe to delete; a database that is gone, broken or held by another
program is built anew, if need be in memory, and never stops anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from generator.files import digest, digest_inputs
from generator.model import FactpackError, Place, Statement, UsageError, error
from generator.store.reading import Basics, read_basics, read_statement_file, statement_files
from generator.workspace import Workspace, environment

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from generator.store.tables import Topic

T = TypeVar("T")

DATABASE_SETTING = "FACTPACK_DATABASE"
PATIENCE = 2  # seconds to wait for another program that writes the same SQLite file
# What statements are read by: when one of these changes, every statement is read again.
_READ_BY = ("sources.yaml", "measures.yaml")


class Index:
    """The statements of one workspace, by subject and measure.

    The first question brings it up to date with the files, `refresh` does so again. `url` names
    another database than the file in the workspace's cache, such as ``postgresql+psycopg://…``;
    the environment variable FACTPACK_DATABASE does so for all. A database serves one workspace.
    """

    def __init__(self, workspace: Workspace, url: str = "") -> None:
        self._workspace = workspace
        self._file = workspace.cache / "index.sqlite"
        self._url = url or environment(DATABASE_SETTING)
        self._engine: Engine | None = None
        self._read = 0

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; a further question opens it again."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def about(self, subject: str, measure: str) -> tuple[Statement, ...]:
        """The statements on a subject and measure, in any dimensions, in order of files."""
        return self.about_all([(subject, measure)])[subject, measure]

    def about_all(self, topics: Iterable[Topic]) -> dict[Topic, tuple[Statement, ...]]:
        """The statements of many subjects and measures at once."""
        from generator.store.tables import statements_about

        wanted = list(topics)
        return self._ask(lambda connection: statements_about(connection, wanted))

    def refresh(self) -> int:
        """Bring the index up to date with the files; gives how many files were read again."""
        self._read = 0
        self._ask(self._update)
        return self._read

    def _ask(self, question: Callable[[Connection], T]) -> T:
        """Put a question to the database; to one made anew, or in memory, when it is broken."""
        from sqlalchemy.exc import OperationalError, SQLAlchemyError

        try:
            return self._ask_of(self._engine or self._open(), question)
        except (OperationalError, OSError):
            pass  # held by another program, or nobody may write there
        except (SQLAlchemyError, ValueError, TypeError):
            with suppress(SQLAlchemyError, OSError):
                return self._ask_of(self._make_anew(), question)
        self.close()
        return self._ask_of(self._in_memory(), question)

    def _ask_of(self, engine: Engine, question: Callable[[Connection], T]) -> T:
        with engine.begin() as connection:
            return question(connection)

    def _open(self) -> Engine:
        if self._url:
            return self._connect(self._url, {})
        self._workspace.cache.mkdir(exist_ok=True)
        url = f"sqlite:///{self._file.as_posix()}"
        return self._connect(url, {"timeout": PATIENCE})

    def _make_anew(self) -> Engine:
        self.close()
        if not self._url:
            self._file.unlink(missing_ok=True)
        return self._open()

    def _in_memory(self) -> Engine:
        from sqlalchemy import StaticPool, create_engine

        return self._bring_up(create_engine("sqlite://", poolclass=StaticPool))

    def _connect(self, url: str, options: Mapping[str, object]) -> Engine:
        from sqlalchemy import create_engine
        from sqlalchemy.exc import ArgumentError

        try:
            engine = create_engine(url, connect_args=dict(options))
        except (ArgumentError, ImportError) as wrong:
            problem = f"The database cannot be used: {wrong}."
            next = "Write its address as SQLAlchemy does, and install its driver."
            raise UsageError([error(Place(DATABASE_SETTING), problem, next)]) from wrong
        return self._bring_up(engine)

    def _bring_up(self, engine: Engine) -> Engine:
        """The engine with tables that are up to date, kept for further questions."""
        try:
            self._ask_of(engine, self._update)
        except BaseException:
            engine.dispose()
            raise
        self._engine = engine
        return engine

    def _update(self, connection: Connection) -> None:
        """Read what changed, file by file, so that no more than one is in memory."""
        from generator.store import tables

        tables.make_tables(connection)
        kept, wanted = tables.indexed_files(connection), self._digests()
        tables.forget_files(connection, [name for name in kept if kept[name] != wanted.get(name)])
        changed = [name for name in wanted if wanted[name] != kept.get(name)]
        if changed:
            basics, _ = read_basics(self._workspace)
            for name in changed:
                found = _statements(self._workspace, name, basics)
                tables.keep_file(connection, name, wanted[name], found)
        self._read += len(changed)

    def _digests(self) -> dict[str, str]:
        """The digest of each file of statements, together with what it is read by."""
        root, facts = self._workspace.root, self._workspace.facts
        basis = "".join(digest_inputs([facts / name for name in _READ_BY], root).values())
        files = digest_inputs(statement_files(self._workspace), root)
        return {name: digest((basis + own).encode()) for name, own in files.items()}


def _statements(workspace: Workspace, name: str, basics: Basics) -> list[Statement]:
    """What can be read of a file; what is wrong with it, the checks tell."""
    try:
        return read_statement_file(workspace.root / name, name, basics)[0]
    except FactpackError:
        return []
