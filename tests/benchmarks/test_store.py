"""What a big fact base costs: 100,000 statements in 200 files, all invented."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.store import Index, Report, last_check, remember
from generator.store.article import Article
from generator.workspace import Workspace

FILES, A_FILE = 200, 500
SUBJECTS, MEASURES = 500, 40

pytestmark = pytest.mark.benchmark

# Run in a process of its own, so that the peak of memory is the job's alone.
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from generator.store import Index, read_store
from generator.workspace import Workspace
workspace = Workspace(Path(sys.argv[2]))
started = time.perf_counter()
if sys.argv[1] == "index":
    with Index(workspace) as index:
        count = index.refresh()
else:
    store, problems = read_store(workspace)
    assert not problems, problems[:3]
    count = len(store.statements)
seconds = time.perf_counter() - started
status = Path("/proc/self/status")
if status.exists():  # ru_maxrss would count what the parent held when it forked
    peak = int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "peak": peak, "count": count}))
"""


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with 20,000 subjects and measures on which five sources each speak."""
    root = tmp_path_factory.mktemp("big")
    (root / "templates").mkdir()
    folder = root / "facts" / "statements"
    folder.mkdir(parents=True)
    write(folder.parent / "sources.yaml", (source(number) for number in range(FILES)))
    write(folder.parent / "subjects.yaml", (subject(number) for number in range(SUBJECTS)))
    write(folder.parent / "measures.yaml", (measure(number) for number in range(MEASURES)))
    for number in range(FILES):
        rows = (statement(number * A_FILE + row) for row in range(A_FILE))
        write(folder / f"s{number:03}.yaml", [f"source: s{number:03}\nstatements:\n", *rows])
    return Workspace(root)


def write(path: Path, parts) -> None:
    path.write_text("".join(parts), encoding="utf-8")


def source(number: int) -> str:
    return (
        f"s{number:03}:\n  title: Northmarsh Yearbook {number}\n  publisher: Northmarsh Office\n"
        "  published: 2025-12\n  language: zh-Hans\n  kind: official\n"
    )


def subject(number: int) -> str:
    return f"town-{number:03}:\n  name: {{zh: 北泽第{number}镇, en: Northmarsh {number}}}\n  kind: town\n"


def measure(number: int) -> str:
    return (
        f"grants-{number:02}:\n  name: {{zh: 第{number}类资金, en: grants {number}}}\n"
        "  unit: CNY\n  kind: cumulative\n  shelf_life: 18\n  at_least: 0\n"
    )


def statement(number: int) -> str:
    town, kind = number % SUBJECTS, number // SUBJECTS % MEASURES
    printed = f"{number / 100:.2f}亿元"
    return (
        f"  n{number:06}:\n    subject: town-{town:03}\n    measure: grants-{kind:02}\n"
        f"    value: {printed}\n    period: 1992..\n    as_of: 2025-{1 + number % 12:02}\n"
        f"    said_by: 北泽办公室\n    evidence: 无偿捐赠资金{printed}\n"
    )


def measured(what: str, workspace: Workspace) -> dict[str, float]:
    command = [sys.executable, "-c", MEASURED, what, str(workspace.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak of memory")
@pytest.mark.parametrize("what", ["memory", "index"])
def test_a_hundred_thousand_statements_are_read_within_a_minute_and_a_gigabyte(
    what: str, big: Workspace
):
    took = measured(what, big)
    print(f"\n{what}: {took['seconds']:.1f} s, peak {took['peak']:.0f} MB")
    assert took["count"] == (FILES if what == "index" else FILES * A_FILE)
    assert took["seconds"] < 60
    assert took["peak"] < 1024


def test_the_statements_of_500_facts_are_chosen_in_a_moment(big: Workspace):
    topics = [(f"town-{n:03}", f"grants-{n % MEASURES:02}") for n in range(SUBJECTS)]
    with Index(big) as index:
        index.refresh()
        index.about_all(topics[:1])
        times = []
        for _ in range(5):
            started = time.perf_counter()
            found = index.about_all(topics)
            times.append(time.perf_counter() - started)
    print(f"\n500 topics, {sum(map(len, found.values()))} statements: {min(times) * 1000:.1f} ms")
    assert sum(map(len, found.values())) == 5 * SUBJECTS
    assert min(times) < 0.25


def test_a_second_start_finds_the_index_up_to_date(big: Workspace):
    with Index(big) as index:
        index.refresh()
    started = time.perf_counter()
    with Index(big) as index:
        found = index.about("town-001", "grants-00")
    print(f"\nsecond start: {(time.perf_counter() - started) * 1000:.0f} ms")
    assert len(found) == 5


def test_three_hundred_clauses_are_proved_in_five_broken_texts_in_a_moment():
    texts = [broken_page(number) for number in range(5)]
    clauses = [(number % 5, f"第{number}号工程投入资金{number}.25亿元") for number in range(300)]
    started = time.perf_counter()
    articles = [Article(text) for text in texts]
    pieces = [len(articles[text].find(clause)) for text, clause in clauses]
    took = time.perf_counter() - started
    whole, cut = pieces.count(1), pieces.count(2)
    print(
        f"\n{whole} whole and {cut} cut clauses in 5 texts of {len(texts[0]):,}: {took * 1000:.0f} ms"
    )
    assert (whole, cut) == (240, 60)
    assert took < 0.3


def broken_page(page: int) -> str:
    """10,000 characters of prose; every fifth clause is cut, and goes on at the page's end."""
    column, rest = [], []
    for number in range(page, 300, 5):
        before, after = f"北泽的街坊都记得,第{number}号工程投入资", f"金{number}.25亿元,惠及全镇。"
        cut = number // 5 % 5 == 0
        column.append(before if cut else before + after)
        column.append("镇上的人说,路修好了,桥也架起来了,日子一年比一年好。" * 6)
        rest += [after] if cut else []
    return "\n\n".join(column + rest)


def test_a_check_in_which_nothing_changed_takes_digests_alone(big: Workspace):
    inputs = [big.facts, big.templates]
    remember(big, inputs, Report(()))
    started = time.perf_counter()
    assert last_check(big, inputs) == Report(())
    took = time.perf_counter() - started
    print(f"\n{FILES} files unchanged: {took * 1000:.0f} ms")
    assert took < 1
