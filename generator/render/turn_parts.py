"""The parts of one slide of a deck whose slides take turns."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.packages.package import Member
from generator.documents.slides.deck import SlideTurn
from generator.documents.values.images import Image
from generator.render.parts import Parts


@dataclass(slots=True, kw_only=True)
class TurnParts(Parts):
    """The parts of one slide that takes its turn; what is new is the deck's, under free names."""

    deck: Parts

    @classmethod
    def of(cls, deck: Parts) -> TurnParts:
        """Those of a slide that nothing is known of yet."""
        parts = cls(deck.package, deck.own, deck.made, deck=deck)
        parts._extensions, parts._overrides = deck._extensions, deck._overrides
        parts._known_relations, parts._taken = deck._known_relations, deck._taken
        return parts

    def turn(self, slide: str, notes: str) -> SlideTurn:
        """The finished slide with what only it shows; new parts are handed to the deck."""
        new = {name: data for name, data in self.members.items() if name not in self.package}
        self.deck.members.update({name: data for name, data in new.items() if data})
        own = {
            name: data
            for name, data in self.members.items()
            if name in self.package and isinstance(data, bytes)
        }
        xml, noted = own.pop(slide, None), own.pop(notes, None)
        return SlideTurn(slide, _text(xml), _text(noted), own, self._relations, self._dropped)

    def picture(self, part: str, data: bytes, image: Image | None = None) -> str:
        return self.deck.picture(part, data, image)

    def _free(self, pattern: str) -> str:
        name = self.deck._free(pattern)
        self.deck.members[name] = b""  # nothing else may take it
        return name


def _text(data: bytes | Member | None) -> str | None:
    return data.decode() if isinstance(data, bytes) else None
