"""The index gives what the files say, and no state of its database stops anything."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from northmarsh import BASE, make, statement

from generator.language import read_printed
from generator.model import Period, Place, Statement, UsageError
from generator.store import Index, read_store
from generator.store.rows import from_row, to_row
from generator.workspace import Workspace

VISIT = "subject: northmarsh\nmeasure: visits\nvalue: {}\nevidence: 来访{}\n"


def visit(printed: str) -> dict[str, str]:
    return statement(VISIT.format(printed, printed))


@pytest.fixture
def town(tmp_path: Path) -> Workspace:
    return make(tmp_path, visit("近2.4万人次"))


def printed(workspace: Workspace, measure: str = "visits") -> list[str]:
    """What a new index finds."""
    with Index(workspace) as index:
        return [statement.printed for statement in index.about("northmarsh", measure)]


def test_the_index_gives_the_statements_of_the_files(town: Workspace):
    store, _ = read_store(town)
    with Index(town) as index:
        for measure in ("grants", "projects", "visits", "founding"):
            assert index.about("northmarsh", measure) == store.about("northmarsh", measure)


def test_many_subjects_and_measures_are_answered_at_once(town: Workspace):
    store, _ = read_store(town)
    topics = [("northmarsh", "grants"), ("south", "grants")]
    with Index(town) as index:
        assert index.about_all(topics) == {
            ("northmarsh", "grants"): store.about("northmarsh", "grants"),
            ("south", "grants"): (),
        }


def test_it_is_built_into_the_cache(town: Workspace):
    assert printed(town) == ["近2.4万人次"]
    assert [path.name for path in town.cache.iterdir()] == ["index.sqlite"]


def test_only_what_changed_is_read_again(town: Workspace):
    with Index(town) as index:
        assert index.refresh() == 2
        assert index.refresh() == 0
        make(town.root, visit("近2.5万人次"))
        assert index.refresh() == 1
        assert [one.printed for one in index.about("northmarsh", "visits")] == ["近2.5万人次"]


def test_a_new_process_sees_a_change(town: Workspace):
    printed(town)
    make(town.root, visit("近2.6万人次"))
    assert printed(town) == ["近2.6万人次"]


def test_a_file_that_went_is_forgotten(town: Workspace):
    printed(town)
    (town.facts / "statements" / "new.yaml").unlink()
    assert printed(town) == []


def test_a_new_unit_of_a_measure_has_all_read_again(tmp_path: Path):
    town = make(tmp_path, visit("81"))
    assert printed(town) == ["81"]
    with Index(town) as index:
        assert index.about("northmarsh", "visits")[0].quantity == read_printed("81", "person-time")
    make(tmp_path, {**visit("81"), "measures.yaml": BASE["measures.yaml"].replace("-time", "")})
    with Index(town) as index:
        assert index.about("northmarsh", "visits")[0].quantity == read_printed("81", "person")


def test_a_deleted_database_is_built_again(town: Workspace):
    printed(town)
    (town.cache / "index.sqlite").unlink()
    assert printed(town) == ["近2.4万人次"]


@pytest.mark.parametrize(
    "data", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_broken_database_is_built_again(town: Workspace, data: bytes):
    town.cache.mkdir()
    (town.cache / "index.sqlite").write_bytes(data)
    assert printed(town) == ["近2.4万人次"]
    assert sqlite_integrity(town) == "ok"


def test_a_database_cut_short_is_built_again(town: Workspace):
    printed(town)
    path = town.cache / "index.sqlite"
    os.truncate(path, path.stat().st_size // 2)
    assert printed(town) == ["近2.4万人次"]


def test_a_row_that_is_no_statement_has_the_index_built_again(town: Workspace):
    printed(town)
    with sqlite3.connect(town.cache / "index.sqlite") as database:
        database.execute("update factpack_statements_1 set statement = '[1, 2'")
    database.close()
    assert printed(town) == ["近2.4万人次"]
    assert printed(town, "grants") == ["5.10亿元"]


def test_a_database_that_another_program_holds_is_done_without(
    town: Workspace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("generator.store.index.PATIENCE", 0)
    printed(town)
    make(town.root, visit("近2.7万人次"))
    with sqlite3.connect(town.cache / "index.sqlite") as holder:
        holder.execute("begin exclusive")
        assert printed(town) == ["近2.7万人次"]
    holder.close()
    assert printed(town) == ["近2.7万人次"]


def test_a_cache_that_cannot_be_made_is_done_without(town: Workspace):
    town.cache.write_bytes(b"a file where the folder should be")
    assert printed(town) == ["近2.4万人次"]


def test_another_database_is_named_by_its_url(town: Workspace, tmp_path: Path):
    url = f"sqlite:///{(tmp_path / 'elsewhere.sqlite').as_posix()}"
    with Index(town, url) as index:
        assert len(index.about("northmarsh", "visits")) == 1
    assert (tmp_path / "elsewhere.sqlite").exists()
    assert not town.cache.exists()


def test_the_environment_may_name_the_database(
    town: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    url = f"sqlite:///{(tmp_path / 'office.sqlite').as_posix()}"
    monkeypatch.setenv("FACTPACK_DATABASE", url)
    assert printed(town) == ["近2.4万人次"]
    assert (tmp_path / "office.sqlite").exists()


@pytest.mark.parametrize("url", ["no address", "nosuchdatabase://host/base"])
def test_an_address_that_is_none_is_told(town: Workspace, url: str):
    with (
        Index(town, url) as index,
        pytest.raises(UsageError, match="FACTPACK_DATABASE: The database"),
    ):
        index.refresh()


def test_postgresql_is_asked_in_its_own_words():
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateIndex, CreateTable

    from generator.store import tables

    dialect = postgresql.dialect()
    for table in tables.TABLES.sorted_tables:
        assert "CREATE TABLE factpack_" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def sqlite_integrity(workspace: Workspace) -> str:
    database = sqlite3.connect(workspace.cache / "index.sqlite")
    try:
        return database.execute("pragma integrity_check").fetchone()[0]
    finally:
        database.close()


figures = st.sampled_from(
    [
        "5.10亿元",
        "近2.4万人次",
        "500多亿元",
        "三年多",
        "1/3",
        "37%",
        "两三个",
        "超600亿元",
        "1200个",
    ]
)
names = st.text(max_size=12)


def readable(text: str):
    try:
        return read_printed(text)
    except ValueError:
        return None


@given(
    st.builds(
        Statement,
        id=names,
        subject=names,
        measure=names,
        source=names,
        evidence=names,
        place=st.builds(Place, names, st.none() | st.integers(1, 999)),
        quantity=st.none() | figures.map(readable),
        dimensions=st.lists(st.tuples(names, names)).map(tuple),
        modality=st.sampled_from(["actual", "plan"]),
        period=st.none()
        | st.sampled_from(["1992..", "2025-01..2025-10", "1996~2004.."]).map(Period.parse),
        as_of=st.none() | st.just("2025-12"),
        said_by=names,
        scope=names,
        rank=st.sampled_from(["normal", "preferred"]),
        note=names,
    )
)
def test_a_row_gives_its_statement_back(one: Statement):
    assert from_row(to_row(one)) == one
