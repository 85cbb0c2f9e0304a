"""The engine's door: templates and documents as paths or open files, all problems as one error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace as changed
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from generator.documents.packages.core import FIELDS
from generator.documents.packages.package import PACKAGE_BYTES_MOST, read_package
from generator.files.atomic import write_atomic
from generator.model import FactpackError, Place, Problem, UsageError, error, notice
from generator.render.opening import opened_template
from generator.render.rendering import render
from generator.render.template import Template, UnknownNames

if TYPE_CHECKING:
    from datetime import datetime

    from generator.documents.charts.look import ChartLook
    from generator.documents.skeletons.decisions import Scopes
    from generator.render.replacing import Replacements
    from generator.render.rich_blocks import DocumentSource, Subdoc
    from generator.render.values import Needs, Rendered
    from generator.render.writer import ChartSource, PictureSource

Source = Path | str | BinaryIO | Template
Target = Path | str | BinaryIO


def needs(template: Source, *, scopes: Scopes = "places") -> Needs:
    """Every name, chart and picture that a template asks for, with places; links that lead out.

    Raises FactpackError with every problem of the template.
    """
    if not isinstance(template, Template):
        file = _name(template, "template")
        template = _compiled(_bytes(template, file), file, scopes)
    return changed(template.needs(), warnings=template.warnings)


def render_document(
    template: Source,
    context: Mapping[str, object],
    out: Target | None = None,
    *,
    scopes: Scopes = "places",
    undefined: UnknownNames = "error",
    filters: Mapping[str, Callable[..., object]] | None = None,
    base: str = "",
    charts: ChartSource | None = None,
    pictures: PictureSource | None = None,
    core: Mapping[str, str] | None = None,
    when: datetime | None = None,
    look: ChartLook | None = None,
    replace: Replacements | None = None,
    annotate: Target | None = None,
) -> Rendered:
    """The document that a template makes of `context`: plain data, facts, or both.

    `template` and `out` are paths or files open for bytes; a `generator.render.Template`, opened
    once, makes any number of documents. What is written is whole or not there, of the kind that
    the ending of `out` says; without `out` the bytes are in the result alone. The template may
    include Word files of its own folder. The same inputs give the same bytes.

    =========== ==================================================================================
    `scopes`    what a block repeats: ``places`` reads it off where its tags stand, ``docxtpl``
                takes all from one tag to the other, literally
    `undefined` what an unknown name is: an ``error``, or ``empty`` text as in docxtpl
    `filters`   further filters by name
    `base`      names the fact base in the anchors of facts
    `charts`    is asked for a chart by its id, `pictures` for a picture by its id and frame
    `core`      overrides core properties; the dates among them stay the template's own unless
                `when` is given
    `look`      how charts look where the template does not say; without it, plainly
    `replace`   pictures and embedded files to be put in place of the template's, by name
    `annotate`  a copy of a Word template is written there in which the problems stand as
                comments; the error says where it is, or why there is none
    =========== ==================================================================================

    Raises FactpackError with every problem of the template and its values, ValueError for a core
    property that Office does not have, and where an opened template is to be opened otherwise.
    """
    _check_call(template, out, annotate, core or {}, (scopes, undefined))
    file = template.file if isinstance(template, Template) else _name(template, "template")
    data = b"" if isinstance(template, Template) else _bytes(template, file)
    with _told_in_copy(template, data, file, annotate):
        opened = (
            template if isinstance(template, Template) else _compiled(data, file, scopes, undefined)
        )
        with _plainly(file):
            made = render(
                opened, context, filters or {}, base=base, when=when, charts=charts,
                pictures=pictures, core=core, look=look, replace=replace, suffix=_suffix(out),
                documents=_neighbours(file),
            )  # fmt: skip
        rendered = changed(made, problems=(*opened.warnings, *made.problems))
        if any(problem.level == "error" for problem in rendered.problems):
            raise FactpackError(rendered.problems)
    if out is not None:
        _deliver(out, rendered.data)
    return rendered


def _check_call(
    source: Source,
    out: Target | None,
    annotate: Target | None,
    core: Mapping[str, str],
    choices: tuple[Scopes, UnknownNames],
) -> None:
    """Raise UsageError or ValueError for a call that cannot be meant so."""
    _keep_apart(source, out, annotate)
    if isinstance(source, Template) and choices != ("places", "error"):
        raise ValueError("an opened template keeps the scopes and undefined it was opened with")
    if unknown := set(core) - FIELDS:
        raise ValueError(f"no core properties: {', '.join(sorted(unknown))}")


@contextmanager
def _told_in_copy(
    source: Source, data: bytes, file: str, annotate: Target | None
) -> Iterator[None]:
    """Where a copy is asked for, problems are written into it; the error says so."""
    try:
        yield
    except FactpackError as refused:
        if annotate is None:
            raise
        told = _annotate(source, data, file, refused.problems, annotate)
        raise FactpackError([*refused.problems, told]) from None


def _compiled(
    data: bytes, file: str, scopes: Scopes = "places", undefined: UnknownNames = "error"
) -> Template:
    with _plainly(file):
        return opened_template(data, file, scopes=scopes, undefined=undefined)


@contextmanager
def _plainly(file: str) -> Iterator[None]:
    """Whatever a foreign file brings about ends as a problem of that file."""
    try:
        yield
    except FactpackError:
        raise
    except (RecursionError, MemoryError, SyntaxError):
        problem = "Something in the file is nested too deeply or too large."
        raise FactpackError([error(Place(file), problem, "Use a plainer template.")]) from None
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as failure:
        problem = f"The file is not built as Office builds it ({failure})."
        raise FactpackError([error(Place(file), problem, "Save it again in Office.")]) from failure


def _annotate(
    source: Source, data: bytes, file: str, problems: tuple[Problem, ...], copy: Target
) -> Problem:
    """Write the copy with comments, and say so; or say why there is none."""
    from generator.render.annotate import NoComments, annotated

    spot = Place(_name(copy, "copy"))
    try:
        with _plainly(file):
            package = (
                source.package if isinstance(source, Template) else read_package(data, Place(file))
            )
            made = annotated(package, problems, spot, _suffix(copy))
    except NoComments as reason:
        return notice(spot, f"It was not written. {reason}", "Work through the list.")
    except FactpackError as refused:
        why = refused.problems[0].problem
        return notice(spot, f"It was not written. {why}", refused.problems[0].next)
    _deliver(copy, made)
    return notice(spot, "The problems stand in this copy as comments.", "Mend the template.")


def _keep_apart(*files: Source | Target | None) -> None:
    """Template, document and copy are files of their own: none is written over another."""
    paths = [Path(file) for file in files if isinstance(file, Path | str)]
    for at, path in enumerate(paths):
        if any(path.resolve() == other.resolve() for other in paths[:at]):
            problem = "It would be written over the file that it is made of."
            step = "Give the document another name."
            raise UsageError([error(Place(path.as_posix()), problem, step)])


# -- paths and open files --------------------------------------------------------------------


def _name(file: Source | Target, unnamed: str) -> str:
    """How its owner knows a file."""
    if isinstance(file, Path):
        return file.as_posix()
    if isinstance(file, str):
        return Path(file).as_posix()
    name = getattr(file, "name", None)
    return Path(name).as_posix() if isinstance(name, str) else unnamed


def _suffix(file: Target | None) -> str:
    """The ending of the name that a document will have; a path must have one, and it counts.

    An open file is of the kind that the template makes, unless its own name ends as an Office
    file's does.
    """
    if file is None:
        return ""
    if isinstance(file, Path | str):
        return Path(file).suffix or "."
    from generator.documents.packages.kinds import KINDS

    suffix = Path(_name(file, "")).suffix.lower()
    return suffix if suffix in KINDS else ""


def _neighbours(file: str) -> DocumentSource | None:
    """What a template may include: the files beside it, none where it has no name of its own."""
    if not Path(file).suffix:
        return None

    def give(name: str) -> Subdoc:
        from generator.render.rich_blocks import documents_in

        return documents_in(Path(file).parent)(name)

    return give


def _bytes(source: Source, file: str) -> bytes:
    """All of a file, no more than a template may have."""
    place = Place(file)
    try:
        if isinstance(source, Path | str):
            with Path(source).open("rb") as opened:
                data = opened.read(PACKAGE_BYTES_MOST + 1)
        else:
            assert not isinstance(source, Template)
            data = source.read(PACKAGE_BYTES_MOST + 1)
    except OSError as reason:
        problem = f"The template cannot be read: {reason.strerror or reason}."
        raise FactpackError([error(place, problem, "Check its name and place.")]) from None
    if isinstance(data, str) or data is None:
        raise TypeError("a template is read from a file that is open for bytes")
    if len(data) > PACKAGE_BYTES_MOST:
        raise FactpackError([error(place, "The file is too large.", "Use a smaller file.")])
    return data


def _deliver(out: Target, data: bytes) -> None:
    if isinstance(out, Path | str):
        write_atomic(Path(out), data, Path(out).as_posix())
    else:
        out.write(data)
