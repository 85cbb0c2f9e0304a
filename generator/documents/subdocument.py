"""One Word document inside another: its body at a place of the host, with all that hangs on it.

A sub-document is opened and cleaned once (`SubDocument.read`); `graft` then puts it into a document
any number of times. What comes along: styles of its own, lists, pictures, charts with workbooks,
links, notes, bookmarks, tracked changes, SmartArt and embedded objects. What stays behind: sections
with their headers, theme and fonts, comments, properties. Nothing is carried in half: what cannot
come refuses the sub-document when it is opened.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.office import read_office
from generator.documents.package import Package, read_package
from generator.documents.relations import read_relations
from generator.documents.subdocument_clean import (
    clean,
    contents,
    is_empty,
    linked_pictures,
    refused,
)
from generator.documents.subdocument_host import HostState, is_strict, read_host
from generator.documents.subdocument_links import Link, read_links, unfollowable
from generator.documents.subdocument_lists import ListPlan
from generator.documents.subdocument_notes import KINDS, missing_notes, renumber
from generator.documents.subdocument_numbering import Copies, read_lists
from generator.documents.subdocument_styles import Sheet, read_sheet
from generator.documents.subdocument_xml import (
    VAL,
    read_head,
    relation_ids,
    relink,
    remove,
    texts_of,
    value,
    w,
)
from generator.documents.texts import parse
from generator.documents.vocabulary import WORD
from generator.model import FactpackError, Place, Problem, error

__all__ = ["Graft", "HostState", "SubDocument", "graft", "read_host"]

_BODY, _PARAGRAPH, _TABLE, _PROPERTIES = w("body"), w("p"), w("tbl"), w("pPr")
_STYLED = (w("pStyle"), w("rStyle"), w("tblStyle"))
