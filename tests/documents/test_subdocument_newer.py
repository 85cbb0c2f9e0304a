"""What newer versions of Word write comes along and stays valid in a host that knows none of it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from subdocument_samples import W, included, word
from test_subdocument_files import blank, findings, saved

_OFFICE = "http://schemas.microsoft.com/office/word/"
_ROOT = (
    f' xmlns:w15="{_OFFICE}2012/wordml" xmlns:w16du="{_OFFICE}2023/wordml/word16du"'
    f' xmlns:wp14="{_OFFICE}2010/wordprocessingDrawing"'
    f' xmlns:wps="{_OFFICE}2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' mc:Ignorable="w14 w15 wp14 w16du"'
)
_TEXT = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>"
_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0"'
    ' distB="0" distL="0" distR="0" wp14:anchorId="28B7A5A6"><wp:extent cx="1800000" cy="600000"/>'
    '<wp:docPr id="1" name="Box" descr="框"/><a:graphic><a:graphicData'
    f' uri="{_OFFICE}2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    f"</a:prstGeom></wps:spPr><wps:txbx>{_TEXT}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
    '<v:shape id="Box" o:spid="_x0000_s1026" type="#_x0000_t202" style="width:100pt;height:40pt">'
    f"<v:textbox>{_TEXT}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
_CHECKBOX = (
    '<w:sdt><w:sdtPr><w15:appearance w15:val="hidden"/><w14:checkbox><w14:checked w14:val="0"/>'
    "</w14:checkbox></w:sdtPr><w:sdtContent><w:p><w:r><w:t>☐</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
_TRACKED = (
    '<w:p><w:ins w:id="3" w:author="A" w:date="2025-01-01T00:00:00Z"'
    ' w16du:dateUtc="2025-01-01T00:00:00Z"><w:r><w:t>新</w:t></w:r></w:ins></w:p>'
)
_FORMULA = "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
NEWER = word(_BOX + _CHECKBOX + _TRACKED + _FORMULA + "<w:sectPr/>", root=_ROOT)


def bare() -> bytes:
    """A host whose root declares no more than it uses."""
    document = blank("汇编")
    document.add_paragraph("HERE")
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as old,
        zipfile.ZipFile(buffer, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = re.sub(rb"<w:document [^>]*>", f'<w:document xmlns:w="{W}">'.encode(), data)
            new.writestr(name, data)
    return buffer.getvalue()


def test_nothing_is_left_undefined(tmp_path: Path):
    file = tmp_path / "newer.docx"
    file.write_bytes(included(bare(), NEWER, NEWER))
    assert findings("ooxml_extra_checks.py", file) == []


@pytest.mark.validators
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path):
    file = tmp_path / "newer.docx"
    file.write_bytes(included(bare(), NEWER, NEWER))
    assert findings("ooxml_sdk_validate.py", file) == []
