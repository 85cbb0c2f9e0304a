"""A designer's chart part as a tree: parsing, finding, and putting elements in schema order."""

from __future__ import annotations

from lxml import etree

from generator.documents.charts.xml import CHART, DRAWING, RELATIONS

C, A, R = f"{{{CHART}}}", f"{{{DRAWING}}}", f"{{{RELATIONS}}}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

# -- children of a series in the schema's order (CT_BarSer and CT_LineSer together) --
SERIES_ORDER = (
    "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "dPt", "dLbls",
    "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst",
)  # fmt: skip
SPACE_ORDER = (
    "date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr", "pivotSource",
    "protection", "chart", "spPr", "txPr", "externalData", "printSettings", "userShapes", "extLst",
)  # fmt: skip


def parse_chart(xml: bytes) -> etree._Element:
    """The root of a chart part. Raises ValueError for anything that is none."""
    try:
        root = etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as reason:
        raise ValueError(f"not well-formed: {reason}") from reason
    if root.tag != f"{C}chartSpace":
        raise ValueError(f"the root is {root.tag}, not a chartSpace")
    return root


def serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fragment(text: str) -> etree._Element:
    """One element from its text, with the usual prefixes."""
    return fragments(text)[0]


def fragments(text: str) -> list[etree._Element]:
    """Several elements from their text, with the usual prefixes."""
    return list(etree.fromstring(f'<x xmlns:c="{CHART}" xmlns:a="{DRAWING}">{text}</x>'))


def put(parent: etree._Element, child: etree._Element, order: tuple[str, ...]) -> None:
    """Set a child at its place in the schema's order, or instead of one that is there."""
    old = parent.find(child.tag)
    if old is not None:
        parent.replace(old, child)
        return
    name = etree.QName(child).localname
    insert(parent, child, order[: order.index(name)])


def insert(parent: etree._Element, child: etree._Element, before: tuple[str, ...]) -> None:
    """Add a child after the last element that is one of `before`."""
    at = 0
    for index, element in enumerate(parent):
        if isinstance(element.tag, str) and etree.QName(element).localname in before:
            at = index + 1
    parent.insert(at, child)


def value_of(parent: etree._Element, path: str) -> str | None:
    """The `val` of a descendant such as ``c:scaling/c:min``, if it is there."""
    found = parent.find(path, {"c": CHART})
    return None if found is None else found.get("val")


def plots(root: etree._Element) -> list[etree._Element]:
    """The plots of the chart: barChart, lineChart and the rest."""
    area = root.find(f"{C}chart/{C}plotArea")
    if area is None:
        return []
    return [child for child in area if isinstance(child.tag, str) and child.tag.endswith("Chart")]


def series_of(root: etree._Element) -> list[etree._Element]:
    """All series in the order in which the chart counts them."""
    found = [series for plot in plots(root) for series in plot.findall(f"{C}ser")]
    return sorted(found, key=lambda series: int(value_of(series, "c:order") or 0))
