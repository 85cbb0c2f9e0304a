"""What an English figure counts and what it measures: the words around it."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_JOINTS = _words("""
of to by from for at in with on is are was were be been being has have had a an the through as than
and or that which its their his her our this these those all not some any into onto over per about
it they we he she there but while also only just now already up down out then so more most another
each every such other same both either one who whose where when if because during since until under
within without between among across after before against off no nor many much few half part worth
""")
_PREDICATES = _words("""
will would may might can could should must shall is are was rose rise rises risen grew grow grows
grown fell fall falls fallen increased increases increase decreased decreases declined dropped
climbed jumped reached reaches reach totalled totaled totals stood stands hit hits amounted came
comes went surged soared slipped edged averaged averages remained expected projected forecast set
likely estimated planned
""")
_AUXILIARY = _words("had has have been were are was is be being of which that")
_EMPTY = _JOINTS | _PREDICATES
_ARTICLE = re.compile(r"\b(?:an?|the) $")
_TOKEN = re.compile(r"[a-z][a-z'’-]*")
_DONE = re.compile(r"[a-z]+ed|built|sent|held|made|paid|won|begun|taken|given|sold|bought|met")
_GROWTH_OF = re.compile(
    r" (?:increase|rise|growth|jump|gain|drop|fall|decline|expansion) (?:in|of) (?:the |its )?"
    r"(?P<noun>[a-z-]+)"
)
_NO_PLURAL = "(?<!ss)" + "".join(
    rf"(?<!\b{word})" for word in ("is", "was", "has", "as", "its", "this", "thus", "us", "plus")
)
_INSIDE = "|".join(sorted(_JOINTS | _AUXILIARY, key=len, reverse=True))
# Up to three words and a plural: young officials, large firms.
COUNTED = re.compile(
    rf" (?:of )?(?P<noun>(?:(?!(?:{_INSIDE})\b)[a-z][a-z'-]* ){{0,3}}?"
    rf"(?!(?:{_INSIDE})\b)"
    rf"(?:[a-z][a-z'-]*s{_NO_PLURAL}|people|children|men|women|staff|personnel)\b)"
)
PERSONS = re.compile(
    r"(?:officials?|teachers?|students?|doctors?|nurses|farmers|workers|residents|villagers"
    r"|employees|staff|personnel|experts|cadres|patients|pupils|engineers|volunteers|graduates"
    r"|migrants|people|children|men|women|researchers|technicians|professionals|participants"
    r"|delegates|entrepreneurs|trainees|tutors|specialists|inhabitants|citizens|members|learners"
    r"|apprentices|journalists|rangers)$"
)
VISITS = re.compile("(?:visitors|tourists|passengers|travellers|guests|arrivals)$")


def lead(words: str) -> tuple[int, int]:
    """Where the measure stands in the words before a figure (lower case); empty for none."""
    tokens = [match.span() for match in _TOKEN.finditer(words)]
    phrase = False
    while tokens and (last := words[slice(*tokens[-1])]) in _EMPTY:
        if last in _PREDICATES and _ARTICLE.search(words, 0, tokens[-1][0]):
            break  # an increase of
        phrase = phrase or last == "of" or last in _PREDICATES
        tokens.pop()
    if not tokens:
        return 0, 0
    start, end = tokens.pop()
    while phrase and tokens and _continues(words, tokens[-1], start):
        start = tokens.pop()[0]
    return start, end


def only_predicates(words: str) -> bool:
    """Whether nothing but a predicate stands there: (81 firms) will (top RMB 60 billion)."""
    tokens = _TOKEN.findall(words)
    return any(token in _PREDICATES for token in tokens) and all(
        token in _JOINTS or token in _PREDICATES for token in tokens
    )


def follow(words: str) -> tuple[int, int]:
    """Where the measure stands in the words behind a figure: 158 projects had been completed."""
    growth = _GROWTH_OF.match(words)
    if growth is not None:
        return growth.span("noun")
    for token in _TOKEN.finditer(words):
        if token[0] not in _AUXILIARY:
            return token.span() if _DONE.fullmatch(token[0]) else (0, 0)
    return 0, 0


def _continues(words: str, token: tuple[int, int], start: int) -> bool:
    """Whether a token belongs to the noun phrase that goes on at `start`."""
    word = words[slice(*token)]
    if words[token[1] : start] != " " or word in _JOINTS or word in _PREDICATES - {"planned"}:
        return False
    return not word.endswith("ing")
