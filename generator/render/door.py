"""The engine's door: templates and documents as paths or open files, all problems as one error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from generator.documents.packages.core import FIELDS
from generator.documents.packages.package import PACKAGE_BYTES_MOST, read_package
from generator.files.atomic import write_atomic
from generator.model import FactpackError, Place, Problem, UsageError, error, notice
from generator.render.rendering import render
from generator.render.replacing import Replacements
from generator.render.rich_blocks import DocumentSource, documents_in
from generator.render.template import Template, compile_template
from generator.render.values import Rendered
from generator.render.writer import ChartSource, PictureSource

if TYPE_CHECKING:
    from generator.documents.charts.look import ChartLook

Source = Path | str | BinaryIO | Template
Target = Path | str | BinaryIO


def open_source(source: Source) -> Template:
    """A template from wherever it is. Raises FactpackError with every problem of it."""
    if isinstance(source, Template):
        return source
    file = _name(source, "template")
    return _compiled(_bytes(source, file), file)


def render_document(
    source: Source,
    context: Mapping[str, object],
    out: Target | None,
    *,
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
    """Make a document and write it whole, or not at all.

    A template may include the Word files of its own folder. Raises FactpackError with all
    problems, ValueError for a core property that Office does not have. With `annotate` a copy of a
    Word template gets the problems as comments before the error is raised; the error says where
    the copy is, or why there is none.
    """
    _keep_apart(source, out, annotate)
    if unknown := set(core or ()) - FIELDS:
        raise ValueError(f"no core properties: {', '.join(sorted(unknown))}")
    file = source.file if isinstance(source, Template) else _name(source, "template")
    data = b"" if isinstance(source, Template) else _bytes(source, file)
    try:
        template = source if isinstance(source, Template) else _compiled(data, file)
        with _plainly(file):
            rendered = render(
                template, context, filters or {}, base=base, when=when, charts=charts,
                pictures=pictures, core=core, look=look, replace=replace, suffix=_suffix(out),
                documents=_neighbours(file),
            )  # fmt: skip
        if any(problem.level == "error" for problem in rendered.problems):
            raise FactpackError(rendered.problems)
    except FactpackError as refused:
        if annotate is None:
            raise
        told = _annotate(source, data, file, refused.problems, annotate)
        raise FactpackError([*refused.problems, told]) from None
    if out is not None:
        _deliver(out, rendered.data)
    return rendered


def _compiled(data: bytes, file: str) -> Template:
    with _plainly(file):
        return compile_template(data, file)


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
    return documents_in(Path(file).parent) if Path(file).suffix else None


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
