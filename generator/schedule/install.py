"""What an administrator installs so that the schedule runs: it is printed, never put in place."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

Kind = Literal["systemd", "cron", "windows"]


def install_text(kind: Kind, root: Path, command: Sequence[str]) -> str:
    """A systemd unit of the daemon; a crontab line or a Task Scheduler file that look in at times.

    `command` is how the program is called here.
    """
    return _KINDS[kind](root, command)


def _systemd(root: Path, command: Sequence[str]) -> str:
    start = " ".join(map(_unit_word, [*command, "schedule", "run", "--workspace", str(root)]))
    return f"""\
# Save as /etc/systemd/system/factpack.service, then:
#   systemctl daemon-reload && systemctl enable --now factpack
# Addresses of notices go into /etc/factpack.env (mode 600), one line each: FACTPACK_MAIL=mailtos://…
[Unit]
Description=Factpack: editions on schedule
After=network-online.target
Wants=network-online.target

[Service]
Type=simple
ExecStart={start}
EnvironmentFile=-/etc/factpack.env
Restart=on-failure
RestartSec=60
TimeoutStopSec=120

[Install]
WantedBy=multi-user.target
"""


def _unit_word(word: str) -> str:
    r"""A word of a command in a unit, where %, $ and \ are expanded (systemd.service(5))."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _cron(root: Path, command: Sequence[str]) -> str:
    words = [*command, "schedule", "run", "--once", "--workspace", str(root)]
    line = shlex.join(words).replace("%", r"\%")  # cron ends a line at % (crontab(5))
    return f"""\
# Add with “crontab -e”. Every five minutes what is due is run; what was missed is made up.
# Addresses of notices are lines above it: FACTPACK_MAIL=mailtos://…
*/5 * * * * {line}
"""


def _windows(root: Path, command: Sequence[str]) -> str:
    from subprocess import list2cmdline

    words = [*command[1:], "schedule", "run", "--once", "--workspace", str(root)]
    return f"""\
<?xml version="1.0"?>
<!-- Save as factpack.xml, then: schtasks /Create /TN Factpack /XML factpack.xml
     Addresses of notices are environment variables of the account that the task runs under. -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <TimeTrigger>
      <StartBoundary>2025-01-01T00:00:00</StartBoundary>
      <Repetition>
        <Interval>PT5M</Interval>
      </Repetition>
    </TimeTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>{escape(command[0])}</Command>
      <Arguments>{escape(list2cmdline(words))}</Arguments>
      <WorkingDirectory>{escape(str(root))}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""


_KINDS: dict[Kind, Callable[[Path, Sequence[str]], str]] = {
    "systemd": _systemd, "cron": _cron, "windows": _windows,
}  # fmt: skip
KINDS = tuple(_KINDS)
