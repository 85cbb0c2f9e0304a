"""The tables of the index: which files were read, and the statements found in them.

Plain SQL in the words of SQLAlchemy's core, so that SQLite and PostgreSQL serve alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from generator.model import Statement
from generator.store.rows import from_row, to_row

Topic = tuple[str, str]  # subject, measure

# A new form of the tables gets new names, and the old ones are simply not looked at.
TABLES = MetaData()
_FILES = Table(
    "factpack_files_1",
    TABLES,
    Column("file", String(500), primary_key=True),
    Column("digest", String(64), nullable=False),
)
_STATEMENTS = Table(
    "factpack_statements_1",
    TABLES,
    Column("file", String(500), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("topic", String(500), nullable=False, index=True),
    Column("statement", Text, nullable=False),
)
_AT_ONCE = 5_000  # below the number of parameters that every database takes


def make_tables(connection: Connection) -> None:
    """Make the tables that are not there."""
    TABLES.create_all(connection)


def indexed_files(connection: Connection) -> dict[str, str]:
    """The digest of each file as it was when it was read."""
    return {row.file: row.digest for row in connection.execute(select(_FILES))}


def forget_files(connection: Connection, names: Sequence[str]) -> None:
    """Take out files and their statements."""
    for part in _parts(names):
        connection.execute(delete(_STATEMENTS).where(_STATEMENTS.c.file.in_(part)))
        connection.execute(delete(_FILES).where(_FILES.c.file.in_(part)))


def keep_file(
    connection: Connection, name: str, digest: str, statements: Iterable[Statement]
) -> None:
    """Put in a file and its statements."""
    connection.execute(insert(_FILES), [{"file": name, "digest": digest}])
    rows = [
        {
            "file": name,
            "position": position,
            "topic": _topic(statement.subject, statement.measure),
            "statement": to_row(statement),
        }
        for position, statement in enumerate(statements)
    ]
    if rows:
        connection.execute(insert(_STATEMENTS), rows)


def statements_about(
    connection: Connection, topics: Iterable[Topic]
) -> dict[Topic, tuple[Statement, ...]]:
    """The statements of each topic, in order of files and of places in them."""
    wanted = {_topic(*topic): topic for topic in topics}
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    order = (_STATEMENTS.c.file, _STATEMENTS.c.position)
    for part in _parts(list(wanted)):
        query = select(_STATEMENTS.c.topic, _STATEMENTS.c.statement)
        query = query.where(_STATEMENTS.c.topic.in_(part)).order_by(*order)
        for topic, row in connection.execute(query):
            found[topic].append(from_row(row))
    return {topic: tuple(found[key]) for key, topic in wanted.items()}


def _topic(subject: str, measure: str) -> str:
    """Subject and measure in one column, which every database can look up in one go."""
    return f"{subject}\t{measure}"


def _parts(values: Sequence[str]) -> Iterable[list[str]]:
    rest = iter(values)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
