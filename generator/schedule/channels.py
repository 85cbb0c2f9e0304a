"""Sending notices through Apprise: mail, webhooks, WeCom, DingTalk, Feishu and many more.

An address holds secrets. It is read from the environment when it is used, and never leaves this
module: not in what is returned, not in what is logged, not in an exception. What a library says of
a failure is not passed on either, only what it is known to mean.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.model import Problem, warning
from generator.schedule.jobs import Channel
from generator.schedule.notices import Notice
from generator.workspace import environment

if TYPE_CHECKING:
    from apprise import Apprise

# Loggers that may tell addresses: Apprise's own, and those of the libraries below it.
_TALKERS = ("apprise", "urllib3", "requests")

_MEANINGS = (
    (r"refused|\b111\b|\b10061\b", "the server refuses connections"),
    (r"timed out|timeout", "the server did not answer in time"),
    (r"name or service|resolve|getaddrinfo|nodename", "there is no server of that name"),
    (r"unreachable|no route", "the network cannot be reached"),
    (r"authenticat|\b535\b|error=401|error=403", "the server does not accept the password or key"),
    (r"certificate|\bssl\b", "the server's certificate is not accepted"),
    (r"error=404", "the server knows no such address"),
    (r"error=429", "the server wants fewer notices"),
    (r"error=5\d\d", "the server has a fault of its own"),
)
_PATTERNS = [(re.compile(pattern, re.I), meaning) for pattern, meaning in _MEANINGS]
_ELSE = "it did not take the notice"


def send(channel: Channel, news: Notice) -> str:
    """Send a notice; why that failed, in words without secrets, or ``""``."""
    with _hushed() as talk:
        recipients = _recipients(channel)
        if recipients is None:
            return _not_set(channel)
        if not len(recipients):
            return _no_address(channel)
        try:
            sent = recipients.notify(title=news.title, body=news.body)
        except Exception as trouble:  # whatever a plugin raises: its text may hold the address
            return f"{_ELSE} ({type(trouble).__name__})"
        return "" if sent else _meaning("\n".join(talk))


def kinds(channel: Channel) -> list[str]:
    """What kinds of addresses a channel has (E-Mail, WeCom Bot), none when it has no address."""
    with _hushed():
        recipients = _recipients(channel)
        return [] if recipients is None else [str(one.service_name) for one in recipients]


def check_channel(channel: Channel) -> list[Problem]:
    """What keeps a channel from telling anybody, as warnings: editions are made all the same."""
    with _hushed():
        recipients = _recipients(channel)
    if recipients is None:
        next = "Set it where the schedule runs; the manual says what an address looks like."
        return [warning(channel.place, f"{_not_set(channel)}: nobody is told.", next)]
    if not len(recipients):
        next = "Compare it with the addresses that Apprise lists; the manual gives some."
        return [warning(channel.place, f"{_no_address(channel)}: nobody is told.", next)]
    return []


def _recipients(channel: Channel) -> Apprise | None:
    """Who is at the channel's addresses; ``None`` when its variable is not set."""
    addresses = environment(channel.variable)
    if not addresses:
        return None
    from apprise import Apprise

    recipients = Apprise()
    try:
        understood = recipients.add(addresses)
    except Exception:  # as above: the exception may quote the address
        understood = False
    return recipients if understood else Apprise()


def _not_set(channel: Channel) -> str:
    return f"The environment variable {channel.variable} is not set"


def _no_address(channel: Channel) -> str:
    return f"The environment variable {channel.variable} holds no address that is understood"


def _meaning(talk: str) -> str:
    return next((meaning for pattern, meaning in _PATTERNS if pattern.search(talk)), _ELSE)


@contextmanager
def _hushed() -> Iterator[list[str]]:
    """Keep what the libraries log to ourselves; gives the list that it is put into."""
    talk: list[str] = []
    ear = _Ear(talk)
    loggers = [logging.getLogger(name) for name in _TALKERS]
    before = [(one.level, one.propagate, one.handlers) for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
        one.propagate, one.handlers = False, [ear]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of old modules that some plugin of Apprise imports
            yield talk
    finally:
        for one, (level, propagate, handlers) in zip(loggers, before, strict=True):
            one.setLevel(level)
            one.propagate, one.handlers = propagate, handlers


class _Ear(logging.Handler):
    """Puts every message into a list."""

    def __init__(self, talk: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._talk = talk

    def emit(self, record: logging.LogRecord) -> None:
        self._talk.append(record.getMessage())
