"""Notices reach real servers of this machine; a secret stays in the environment, whatever fails."""

from __future__ import annotations

import json
import logging
import socket
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from simulated import MONTHLY, Edition, FakeClock, Office, Watch, ferries_on

from generator import cli
from generator.schedule.channels import check_channel, kinds, send
from generator.schedule.jobs import Channel
from generator.schedule.notices import Notice, ordinal

SECRET = "hunter2hunter2"
MAIL = Channel("mail", "FACTPACK_MAIL")
NEWS = Notice("Factpack: monthly: edition 2026-01-31 is made", "33 → 34\n")
TELLING = MONTHLY.replace("as_of: end of last month", "as_of: end of last month, tell: [mail]")
TELLING += "notify:\n  mail: {url_env: FACTPACK_MAIL}\n"


class Postbox:
    """Keeps the letters that the mail server takes."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []

    async def handle_DATA(self, _server, _session, envelope) -> str:
        self.letters.append(envelope.content)
        return "250 taken"


@contextmanager
def mail_server() -> Iterator[tuple[Postbox, int]]:
    postbox = Postbox()
    port = free_port()
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield postbox, port
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def webhook(status: int = 200) -> Iterator[tuple[list[dict[str, object]], int]]:
    taken: list[dict[str, object]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield taken, server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def mail_to(port: int) -> str:
    return f"mailto://127.0.0.1:{port}?from=pack@ferryport.example&to=town@ferryport.example"


def test_a_notice_goes_out_as_mail(monkeypatch):
    with mail_server() as (postbox, port):
        monkeypatch.setenv("FACTPACK_MAIL", mail_to(port))
        assert send(MAIL, NEWS) == ""
    letter = message_from_bytes(postbox.letters[0], policy=default)
    assert (letter["Subject"], letter["To"]) == (NEWS.title, "town@ferryport.example")
    assert "33 → 34" in letter.get_body().get_content()


def test_a_notice_goes_to_a_webhook(monkeypatch):
    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}/{SECRET}")
        assert send(MAIL, NEWS) == ""
    assert [(post["title"], post["message"].strip()) for post in taken] == [(NEWS.title, "33 → 34")]


def test_the_chat_programs_of_an_office_are_understood(monkeypatch):
    key = "a" * 64
    addresses = (
        f"wecombot://{key} dingtalk://{key} feishu://{key} mailtos://me:{SECRET}@mail.example"
    )
    monkeypatch.setenv("FACTPACK_MAIL", addresses)
    assert kinds(MAIL) == ["WeCom Bot", "DingTalk", "Feishu", "E-Mail"]
    assert check_channel(MAIL) == []


def test_the_notice_of_a_run_says_what_changed_since_the_jobs_last_edition(tmp_path, monkeypatch):
    workspace = ferries_on(tmp_path, TELLING)
    (tmp_path / "output/2026-01-31").mkdir(parents=True)
    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}")
        run = Watch(workspace, FakeClock("2026-01-31", "2026-03-02")).run()
    assert [post["title"] for post in taken] == [
        "Factpack: monthly: edition 2026-01-31 is made",
        "Factpack: monthly: edition 2026-02-28 is made",
    ]
    assert taken[0]["message"].strip() == (
        "Planned for 2026-02-01 07:00 (Europe/Berlin), made for: all.\n\n"
        f"Edition 2026-01-31: {tmp_path}/output/2026-01-31\n"
        "There is no earlier edition of this job to compare it with."
    )
    assert (
        taken[1]["message"]
        .strip()
        .endswith("What changed since edition 2026-01-31:\n2026-01-31 to 2026-02-28")
    )
    assert [(entry.channel, entry.outcome) for entry in run.entries if entry.kind == "told"] == [
        ("mail", "sent"), ("mail", "sent"),
    ]  # fmt: skip


def test_a_failure_is_told_once_with_its_problems(tmp_path, monkeypatch):
    office = Office(tmp_path, fails=lambda _audience: True)
    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}")
        run = Watch(
            ferries_on(tmp_path, TELLING), FakeClock("2026-01-31", "2026-02-01T06:20"), office
        ).run()
    assert len(run.runs) == 3
    assert [post["title"] for post in taken] == ["Factpack: monthly failed"]
    assert "tried again in 1 min" in taken[0]["message"]
    assert "facts/facts.yaml, line 3: It is wrong." in taken[0]["message"]


def test_an_anniversary_says_which_it_is(tmp_path, monkeypatch):
    schedule = TELLING.replace('cron: "0 7 1 * *"', "anniversary: {day: 03-27, since: 1992}")
    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}")
        Watch(ferries_on(tmp_path, schedule), FakeClock("2026-01-31", "2026-04-01")).run()
    assert "It is the 34th anniversary." in taken[0]["message"]
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21, 33, 100, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "33rd", "100th", "112th",
    ]  # fmt: skip


# -- what fails, and what is said of it -------------------------------------------------------


def test_while_the_mail_server_is_down_the_edition_stands_and_the_journal_warns(
    tmp_path, monkeypatch
):
    with mail_server() as (_, port):
        pass  # it was there, and is no more
    monkeypatch.setenv("FACTPACK_MAIL", mail_to(port))
    run = Watch(ferries_on(tmp_path, TELLING), FakeClock("2026-01-31", "2026-02-02")).run()
    assert run.runs == ["2026-02-01 06:00 monthly made"]
    told = [(entry.outcome, entry.reasons) for entry in run.entries if entry.kind == "told"]
    assert told == [("failed", ("the server refuses connections",))]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (403, "the server does not accept the password or key"),
        (404, "the server knows no such address"),
        (500, "the server has a fault of its own"),
        (418, "it did not take the notice"),
    ],
)
def test_a_webhook_that_refuses_says_why(monkeypatch, status, reason):
    with webhook(status) as (_, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}/{SECRET}")
        assert send(MAIL, NEWS) == reason


def test_an_address_that_is_not_set_or_not_understood_is_told_by_the_name_of_its_variable(
    monkeypatch,
):
    monkeypatch.delenv("FACTPACK_MAIL", raising=False)
    assert send(MAIL, NEWS) == "The environment variable FACTPACK_MAIL is not set"
    monkeypatch.setenv("FACTPACK_MAIL", f"pigeon://{SECRET}")
    assert send(MAIL, NEWS) == (
        "The environment variable FACTPACK_MAIL holds no address that is understood"
    )
    assert [problem.level for problem in check_channel(MAIL)] == ["warning"]


BAD_ADDRESSES = [
    f"mailto://me:{SECRET}@127.0.0.1:1?to=you@ferryport.example",
    f"json://me:{SECRET}@127.0.0.1:1/{SECRET}",
    f"wecombot://{SECRET}",
    f"pigeon://{SECRET}",
    f"{SECRET}",
    f"mailto://{SECRET}:{SECRET}@",
    f"dingtalk://{SECRET}",
]


@pytest.fixture
def no_network(monkeypatch):
    """Nothing leaves this machine, whatever an address says."""
    resolve = socket.getaddrinfo

    def here_alone(host, *rest, **named):
        if host not in ("127.0.0.1", "localhost"):
            raise socket.gaierror(socket.EAI_NONAME, f"Name or service not known: {SECRET}")
        return resolve(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", here_alone)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_a_secret_is_in_no_output_no_log_and_no_journal(
    tmp_path, monkeypatch, capfd, caplog, address
):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("FACTPACK_MAIL", address)
    run = Watch(ferries_on(tmp_path, TELLING), FakeClock("2026-01-31", "2026-02-02")).run()
    assert [entry.outcome for entry in run.entries if entry.kind == "told"] == ["failed"]
    kinds(MAIL)
    printed = "".join(capfd.readouterr())
    problems = " ".join(map(str, check_channel(MAIL)))
    written = "".join(path.read_text() for path in (tmp_path / "output/.state").iterdir())
    assert SECRET not in printed + caplog.text + repr(run.entries) + problems + written


def test_a_secret_is_in_no_traceback(monkeypatch):
    import apprise

    def quoting(*_words: object, **_named: object) -> bool:
        raise RuntimeError(f"cannot send to {SECRET}")

    monkeypatch.setattr(apprise.Apprise, "notify", quoting)
    monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:1/{SECRET}")
    assert send(MAIL, NEWS) == "it did not take the notice (RuntimeError)"
    monkeypatch.setattr(apprise.Apprise, "add", quoting)
    assert SECRET not in send(MAIL, NEWS)

    def sinking(*_words: object, **_named: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(apprise.Apprise, "add", sinking)
    try:
        send(MAIL, NEWS)
    except KeyboardInterrupt as stopped:
        lines = traceback.format_exception(stopped)
    assert SECRET not in "".join(lines)


def test_a_report_that_cannot_be_made_is_said_in_the_notice_and_stops_nothing(
    tmp_path, monkeypatch
):
    from generator.schedule.daemon import Daemon
    from generator.schedule.running import Works

    def no_report(_old: Path, _new: Path) -> str:
        raise ValueError("they are of different packs")

    workspace, office = ferries_on(tmp_path, TELLING), Office(tmp_path)
    (tmp_path / "output/2026-01-31").mkdir(parents=True)
    works = Works(office.build, no_report, lambda: "")
    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}")
        Daemon(workspace, works, FakeClock("2026-01-31", "2026-03-02"), lambda _news: None).run()
    assert "cannot be compared: they are of different packs" in taken[1]["message"]


def test_an_unchanged_edition_is_told_too(tmp_path, monkeypatch):
    class Same(Office):
        def build(self, *, audience, as_of, tell) -> Edition:
            made = super().build(audience=audience, as_of=as_of, tell=tell)
            return Edition(made.folder, unchanged=True)

    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}")
        clock = FakeClock("2026-01-31", "2026-02-02")
        Watch(ferries_on(tmp_path, TELLING), clock, Same(tmp_path)).run()
    assert [post["title"] for post in taken] == [
        "Factpack: monthly: nothing changed, edition 2026-01-31 stands"
    ]


def test_a_dry_run_shows_the_notice_and_the_kind_of_channel_and_sends_nothing(
    tmp_path, monkeypatch, capsys
):
    ferries_on(tmp_path, TELLING.replace("end of last month", "pack"))
    with webhook() as (taken, port):
        monkeypatch.setenv("FACTPACK_MAIL", f"json://127.0.0.1:{port}/{SECRET}")
        command = ["factpack", "schedule", "run", "--dry-run", "--job", "monthly"]
        monkeypatch.setattr("sys.argv", [*command, "-w", str(tmp_path)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    printed = capsys.readouterr()
    assert (ended.value.code, taken) == (0, [])
    assert printed.out.startswith("== Factpack: monthly: edition 2030-06-30 is made\nPlanned for ")
    assert "\nwould go to mail: JSON\n" in printed.out
    assert SECRET not in printed.out + printed.err
    assert not (tmp_path / "output").exists()
