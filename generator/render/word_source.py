"""What a rich value asks of its template: styles, notes, and the whole as a host of documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.documents.note_parts import NoteParts

if TYPE_CHECKING:
    from generator.documents.packages.package import Package
    from generator.documents.subdocuments.host import Host
    from generator.documents.values.style_names import StyleNames


@dataclass(slots=True)
class WordSource:
    """A Word template, read as far as values have asked; shared by all its documents."""

    package: Package
    main: str
    notes: NoteParts
    _styles: StyleNames | None = field(default=None)
    _host: Host | None = field(default=None)

    @property
    def styles(self) -> StyleNames:
        """Its styles by name."""
        if self._styles is None:
            from generator.documents.values.style_names import StyleNames

            self._styles = StyleNames(self.package, self.main)
        return self._styles

    def host(self) -> Host:
        """The template as sub-documents see it."""
        if self._host is None:
            from generator.documents.subdocuments.host import read_host

            self._host = read_host(self.package, self.main)
        return self._host
