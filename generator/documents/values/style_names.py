"""The styles of a Word template by their names, looked up when a value first asks for one."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.documents.packages.package import Package
from generator.documents.packages.parsing import parse
from generator.documents.packages.relations import read_relations
from generator.documents.vocabulary import W

_LISTS = tuple(
    f"list {kind}{level}" for kind in ("bullet", "number") for level in ("", " 2", " 3", " 4", " 5")
)


@dataclass(slots=True)
class StyleNames:
    """Word's own names ("hyperlink", "footnote text") in small letters, to the template's ids."""

    package: Package
    main: str
    _ids: dict[str, str] | None = field(default=None)

    def id(self, name: str) -> str:
        """A style's id; empty when the template does not have it."""
        if self._ids is None:
            self._ids = self._read()
        return self._ids.get(name, "")

    def is_list(self, id: str) -> bool:
        """Whether a style is one of Word's own for items of lists."""
        return any(self.id(name) == id for name in _LISTS)

    def part(self) -> str:
        """The part with the styles; empty when there is none."""
        relations = read_relations(self.package, self.main)
        found = (r.target for r in relations if r.kind == "styles" and r.target in self.package)
        return next(found, "")

    def _read(self) -> dict[str, str]:
        part = self.part()
        if not part:
            return {}
        root = parse(self.package.read(part), self.package.place)
        ids: dict[str, str] = {}
        for style in root.iterfind(f"{{{W}}}style"):
            name = style.find(f"{{{W}}}name")
            if name is not None:
                said = str(name.get(f"{{{W}}}val", "")).lower()
                ids.setdefault(said, str(style.get(f"{{{W}}}styleId", "")))
        return ids
