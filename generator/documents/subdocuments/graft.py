"""Putting an opened sub-document into a document, at one place, any number of times."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.subdocuments.clean import is_empty
from generator.documents.subdocuments.document import BODY, SubDocument
from generator.documents.subdocuments.host import HostState
from generator.documents.subdocuments.lists import ListPlan
from generator.documents.subdocuments.notes import renumber
from generator.documents.subdocuments.numbering import Copies
from generator.documents.subdocuments.xml import (
    VAL,
    Head,
    read_head,
    relink,
    remove,
    texts_of,
    value,
    w,
)
from generator.model import FactpackError, Problem, error

_BODY, _PARAGRAPH, _TABLE, _PROPERTIES = w("body"), w("p"), w("tbl"), w("pPr")
_BLOCKS = (_PARAGRAPH, _TABLE, w("sdt"), w("customXml"))
_PARAGRAPH_STYLE, _STYLED = w("pStyle"), (w("pStyle"), w("rStyle"), w("tblStyle"))
_RUN_STYLE = w("rStyle")


@dataclass(frozen=True, slots=True)
class Graft:
    """What stands where the tag stood: `blocks`, or `runs` in the middle of a paragraph.

    `blocks` are paragraphs and tables and end with a paragraph. `runs` is None when the
    sub-document is more than one paragraph. One of the two may be used, once. `notices` come with a
    document's first inclusion of the sub-document.
    """

    blocks: str
    runs: str | None
    notices: tuple[Problem, ...] = ()


def graft(sub: SubDocument, state: HostState, part: str) -> Graft:
    """Put `sub` into the host's text part `part`; the rest of it is kept in `state`.

    Raises FactpackError when it cannot stand there: notes outside the body.
    """
    _check(sub, state, part)
    notices = () if sub.digest in state.brought else sub.notices
    state.inclusions += 1
    ids, own = _bring_styles(sub, state)
    roots = {name: copy.deepcopy(story.root) for name, story in sub.stories.items()}
    lists = ListPlan(state.numbers, state.styles, _copies(sub, state, ids), own)
    for root in roots.values():
        _restyle(root, ids)
        lists.apply(root)
    bookmarks = state.names.renew(list(roots.values()))
    targets = {BODY: part} | {kind.name: state.notes(kind).part for kind in sub.kinds()}
    for name, target in targets.items():
        links = sub.stories[name].links
        relink(roots[name], state.cargo.follow(sub.package, links, target, bookmarks))
    _add_notes(sub, state, roots)
    body = roots[BODY].find(_BODY)
    assert body is not None  # or it would not have been opened
    return _graft(body, read_head(sub.stories[BODY].root), state.head(part), notices)


def _check(sub: SubDocument, state: HostState, part: str) -> None:
    if sub.kinds() and part != state.host.main:
        problem = "The included document has notes, which only the body of a document can hold."
        step = "Include it in the body, or remove its notes."
        raise FactpackError([error(sub.place, problem, step)])


# -- styles and lists ----------------------------------------------------------------------------


def _bring_styles(sub: SubDocument, state: HostState) -> tuple[dict[str, str], dict[str, str]]:
    """Styles come once: their ids in the host, and which of its own lists each new list is."""
    if sub.digest not in state.brought:
        ids, coming = state.styles.choose(sub.sheet, sub.wanted)
        copies = _copies(sub, state, ids, frozenset(coming))
        own: dict[str, str] = {}

        def num(id: str) -> str:
            new = state.numbers.add(copies, id) or "0"
            own[new] = id
            return new

        state.styles.bring(sub.sheet, ids, coming, num)
        state.brought[sub.digest] = ids, own
    return state.brought[sub.digest]


def _copies(
    sub: SubDocument,
    state: HostState,
    ids: Mapping[str, str],
    coming: frozenset[str] = frozenset(),
) -> Copies:
    """Copies of the sub-document's lists; a level stands for a style only where the style comes."""
    numbering = sub.numbering
    paragraph_styles = {id: ids[id] for id in coming}

    def rewrite(level: etree._Element) -> None:
        for named in level.findall(_PARAGRAPH_STYLE):
            _rename(named, paragraph_styles)
        for named in list(level.iter(_RUN_STYLE)):
            _rename(named, ids)

    follow = state.cargo.follow(
        sub.package, numbering.links if numbering else {}, state.part("numbering")
    )
    head = read_head(numbering.root if numbering else None)
    stamp = f"{sub.digest}/{state.inclusions}/{'styles' if coming else 'lists'}"
    return Copies(sub.sheet.lists, head, stamp, rewrite, follow)


def _restyle(root: etree._Element, ids: Mapping[str, str]) -> None:
    for named in list(root.iter(*_STYLED)):
        _rename(named, ids)


def _rename(named: etree._Element, ids: Mapping[str, str]) -> None:
    """Name the host's style; what names a style that nobody defined is as good as nothing."""
    if value(named) in ids:
        named.set(VAL, ids[value(named)])
    else:
        remove(named)


# -- text ----------------------------------------------------------------------------------------


def _add_notes(sub: SubDocument, state: HostState, roots: Mapping[str, etree._Element]) -> None:
    for kind in sub.kinds():
        book = state.notes(kind)
        renumber(roots[BODY], roots[kind.name], book)
        source = read_head(sub.stories[kind.name].root)
        book.texts.append(texts_of(roots[kind.name].findall(kind.tag), source, book.head))


def _graft(body: etree._Element, source: Head, into: Head, notices: tuple[Problem, ...]) -> Graft:
    whole = list(body)
    texts = [node for node in whole if node.tag in _BLOCKS]
    end = [body.makeelement(_PARAGRAPH, {})] if not texts or texts[-1].tag == _TABLE else []
    body.extend(end)  # a cell must end with a paragraph
    blocks = texts_of([*whole, *end], source, into)
    return Graft(blocks, _runs(whole, source, into), notices)


def _runs(whole: list[etree._Element], source: Head, into: Head) -> str | None:
    """The inside of the only paragraph, empty ones at the end not counted."""
    while whole and is_empty(whole[-1]):
        whole = whole[:-1]
    if not whole:
        return ""
    if len(whole) > 1 or whole[0].tag != _PARAGRAPH:
        return None
    return texts_of([run for run in whole[0] if run.tag != _PROPERTIES], source, into)
