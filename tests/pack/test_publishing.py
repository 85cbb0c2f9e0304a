"""Editions that went out stay; old ones go; a run that is cut off leaves the log whole."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import ferryport
import pytest

from generator import api
from generator.model import FactpackError, UsageError
from generator.pack.publishing.log import published_editions


def editions_of(root: Path, *years: int) -> Path:
    """Ferryport with an edition for each of these years."""
    ferryport.make(root)
    for year in years:
        api.build(root, as_of=date(year, 6, 30))
    return root


def publish(root: Path, edition: str, reason: str = "the town meeting"):
    return api.publish(root, edition, by="A. Keeper", reason=reason)


def names(root: Path) -> list[str]:
    return [str(row["edition"]) for row in api.editions(root)]


def log_of(root: Path) -> Path:
    return root / "output" / ".state" / "published.jsonl"


def test_a_published_edition_is_noted_with_digest_name_reason_and_moment(tmp_path):
    editions_of(tmp_path, 2030)
    done = publish(tmp_path, "2030-06-30")
    entry = json.loads(log_of(tmp_path).read_text(encoding="utf-8"))
    assert entry == done.entry.as_json()
    assert entry | {"at": "", "sha256": ""} == {
        "edition": "2030-06-30", "sha256": "", "by": "A. Keeper", "reason": "the town meeting", "at": "",
    }  # fmt: skip
    row = api.editions(tmp_path)[0]
    assert row["published"] == {"by": "A. Keeper", "at": entry["at"], "reason": "the town meeting"}


def test_publishing_twice_leaves_the_first_note_as_it_is(tmp_path):
    editions_of(tmp_path, 2030)
    publish(tmp_path, "2030-06-30")
    before = log_of(tmp_path).read_bytes()
    assert publish(tmp_path, "2030-06-30", "another").already
    assert log_of(tmp_path).read_bytes() == before


def test_an_altered_edition_is_not_published(tmp_path):
    editions_of(tmp_path, 2030)
    (tmp_path / "output/2030-06-30/town/provenance.json").write_text("{}")
    with pytest.raises(FactpackError, match="not the one that was made"):
        publish(tmp_path, "2030-06-30")
    assert not log_of(tmp_path).exists()


def test_an_unknown_edition_and_an_empty_reason_are_wrong_calls(tmp_path):
    editions_of(tmp_path, 2030)
    with pytest.raises(UsageError) as refused:
        api.publish(tmp_path, "2031-06-30", by="A. Keeper", reason=" ")
    assert [one.problem for one in refused.value.problems] == [
        "There is no reason.",
        "There is no edition “2031-06-30”.",
    ]


def test_the_name_of_a_published_edition_is_never_given_again(tmp_path):
    editions_of(tmp_path, 2030)
    publish(tmp_path, "2030-06-30")
    (tmp_path / "output/2030-06-30").rename(tmp_path / "elsewhere")
    api.build(tmp_path, as_of=date(2030, 6, 30))
    assert names(tmp_path) == ["2030-06-30-2"]


def test_a_changed_base_makes_a_second_edition_beside_the_published_one(tmp_path):
    editions_of(tmp_path, 2030)
    publish(tmp_path, "2030-06-30")
    before = (tmp_path / "output/2030-06-30/edition.json").read_bytes()
    ferryport.make(tmp_path, "Now {{ ferries }} run, and {{ passengers }} came.")
    api.build(tmp_path, as_of=date(2030, 6, 30))
    assert names(tmp_path) == ["2030-06-30-2", "2030-06-30"]
    assert (tmp_path / "output/2030-06-30/edition.json").read_bytes() == before


def test_the_newest_the_published_and_the_latest_are_kept(tmp_path):
    editions_of(tmp_path, 2030, 2031, 2032, 2033)
    publish(tmp_path, "2030-06-30")
    done = api.prune(tmp_path, keep=1)
    assert done.deleted == ("2032-06-30", "2031-06-30")
    assert done.kept == {"2033-06-30": "the latest", "2030-06-30": "published by A. Keeper"}
    assert names(tmp_path) == ["2033-06-30", "2030-06-30"]
    assert not list((tmp_path / "output").glob(".draft-*"))


def test_a_dry_run_says_what_would_go_and_deletes_nothing(tmp_path):
    editions_of(tmp_path, 2030, 2031)
    done = api.prune(tmp_path, keep=1, dry_run=True)
    assert done.rows() == [
        {"edition": "2031-06-30", "what": "kept: the latest"},
        {"edition": "2030-06-30", "what": "would be deleted"},
    ]
    assert names(tmp_path) == ["2031-06-30", "2030-06-30"]


def test_keeping_nothing_is_a_wrong_call(tmp_path):
    ferryport.make(tmp_path)
    with pytest.raises(UsageError, match="would keep nothing"):
        api.prune(tmp_path, keep=0)


def test_what_a_pruning_that_was_cut_off_left_is_swept_by_the_next(tmp_path):
    editions_of(tmp_path, 2030, 2031)
    output = tmp_path / "output"
    (output / "2030-06-30").rename(output / ".draft-pruned-2030-06-30")
    assert api.prune(tmp_path, keep=1).deleted == ()
    assert not list(output.glob(".draft-*"))


def test_a_folder_that_only_looks_like_an_edition_is_left_alone_and_told(tmp_path):
    editions_of(tmp_path, 2031)
    (tmp_path / "output/2030-01-01").mkdir()
    done = api.prune(tmp_path, keep=1)
    assert [one.level for one in done.problems] == ["warning"]
    assert (tmp_path / "output/2030-01-01").is_dir()


PUBLISH = "from generator.api import publish\nimport sys\nprint('ready', flush=True)\nfor number in range(2030, 2034):\n    publish(sys.argv[1], f'{number}-06-30', by='B', reason='r')\n"


def kill_at_random_moments(root: Path, times: int) -> None:
    """After each kill the log holds whole lines for editions that are there, in their order."""
    chance = random.Random(5)
    wanted = [f"{year}-06-30" for year in range(2030, 2034)]
    for _ in range(times):
        log_of(root).unlink(missing_ok=True)
        environment = {**os.environ, "PYTHONPATH": str(ferryport.ROOT)}
        command = [sys.executable, "-c", PUBLISH, str(root)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as run:
            assert run.stdout is not None
            run.stdout.readline()
            time.sleep(chance.random() * 0.12)
            run.send_signal(signal.SIGKILL)
        known, _ = published_editions(root / "output")
        assert list(known) == wanted[: len(known)]
        publish(root, "2033-06-30")
        again, problems = published_editions(root / "output")
        assert list(again) == list(dict.fromkeys([*known, "2033-06-30"]))
        assert problems == []


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_a_publish_killed_at_a_random_moment_leaves_the_log_whole(tmp_path):
    kill_at_random_moments(editions_of(tmp_path, 2030, 2031, 2032, 2033), 20)


@pytest.mark.benchmark
def test_a_publish_killed_two_hundred_times_leaves_the_log_whole(tmp_path):
    kill_at_random_moments(editions_of(tmp_path, 2030, 2031, 2032, 2033), 200)
