"""U1: 一图读懂, one page with six blocks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from templates.make.kit.package import app_xml, set_core, write_package
from templates.make.kit.phrases import fresh
from templates.make.kit.word.onepage import one_page
from templates.make.kit.word.paragraphs import Run, paragraph_xml
from templates.make.kit.word.sheets import Sheets
from templates.make.kit.word.styles import ParagraphStyle, add_bold, set_styles
from templates.make.public.fresh import number, unit

_RIDGES = 3.0, 7.2
_FIGURES = (
    "grant_donations, public_projects, campus_area, secondments, paired_schools_fuling, free_visits"
)


@dataclass(frozen=True)
class Item:
    """A smaller figure of a block with a word before and after it; it may need another beside it."""

    key: str
    name: str
    before: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Block:
    """One of the six: what it answers, its figure or the words in its place, lines below."""

    head: str
    key: str
    otherwise: str
    name: str
    items: tuple[Item, ...] = ()


_BLOCKS = (
    Block("帮了多久", "years", "", "从{{ aid_started|period }}开始，到{{ edition.year }}年", (
        Item("supporting_cities", "市：杭州、温州、绍兴等"),
        Item("supporting_counties", "区市县，在这些市里"),
    )),
    Block("捐了多少", "grant_donations", "捐钱助建", "无偿捐赠资金，“无偿”就是不用还"),
    Block("建了什么", "public_projects", "修路建院", "公益事业建设项目", (
        Item("health_facilities", "医疗卫生机构"),
        Item("elderly_homes", "敬老院"),
        Item("rebuilt_roads", "移民道路，重新修建"),
    )),
    Block("学校变了", "campus_area", "校园变大", "浙涪友谊学校，如今的校园", (
        Item("first_campus_area", "", "最初只有", "campus_area"),
        Item("pupils", "", "在校学生"),
    )),
    Block("人来人往", "secondments", "常来常往", "到浙江挂职的涪陵干部", (
        Item("paired_schools_zhejiang", "浙江学校"),
        Item("paired_schools_fuling", "涪陵学校，结成对子"),
    )),
    Block("请来做客", "free_visits", "欢迎再来", "浙江游客免票游核心景区", (
        Item("ticket_policy_years", "免门票", "从{{ ticket_policy|period }}起"),
    )),
)  # fmt: skip


def make_poster(path: Path) -> None:
    """Write the page's template to `path`."""
    sheets = Sheets(one_page(_RIDGES, 1.65, 1.2, 18))
    _set_styles(sheets)
    sheets.paragraph("Eyebrow", Run("■", "Seal"), " 一图读懂　{{ edition.as_of }}")
    sheets.paragraph("Title", "浙江帮涪陵，帮了什么？")
    for at in (0, 2, 4):
        cells = [_cell(block) for block in _BLOCKS[at : at + 2]]
        names = "、".join(block.head for block in _BLOCKS[at : at + 2])
        sheets.panels((8.45, 8.45), cells, names, 0.5, "deep", 5.6)
        sheets.paragraph("KPINote")
    sheets.paragraph("SourceNote", Run("资料来源：", "Strong"), _sources())
    set_core(
        sheets.paper.core_properties,
        title="浙江帮涪陵，帮了什么？",
        subject="一图读懂，{{ edition.as_of }}",
        keywords="浙江；涪陵；对口支援；三峡库区",
        category="公众读本",
    )
    write_package(sheets.paper, path, {"docProps/app.xml": app_xml("Microsoft Office Word")})


def _set_styles(sheets: Sheets) -> None:
    set_styles(
        sheets.paper,
        ParagraphStyle("Poster Head", 14, 21, 8, 0, "deep", True),
        ParagraphStyle("Poster Value", 44, 54, 0, 2, "river", True),
        ParagraphStyle("Poster Name", 12, 20, 0, 4, "ink"),
    )
    add_bold(sheets.paper, "Poster Unit", 18, "river")


def _cell(block: Block) -> tuple[str, ...]:
    value = Run(unit(block.key), "PosterUnit")
    items = tuple(line for item in block.items for line in _item(item))
    return (
        paragraph_xml("PosterHead", block.head),
        paragraph_xml("PosterValue", number(block.key, block.otherwise), value),
        paragraph_xml("PosterName", _name(block)),
        *(items or (paragraph_xml("KPINote"),)),
    )


def _name(block: Block) -> str:
    """The period belongs to the count of secondments: 20多年来, never longer."""
    if block.key == "secondments":
        return fresh(
            block.key,
            words=f"{{{{ {block.key}|period }}}}，{block.name}",
            otherwise=block.name,
        )
    return block.name


def _item(item: Item) -> tuple[str, ...]:
    """A line that goes when its figure is out of date."""
    before = (f"{item.before} ",) if item.before else ()
    words = paragraph_xml(
        "FactLine",
        *before,
        Run(f"{{{{ {item.key}|number }}}}", "FactValue"),
        Run(f" {{{{ {item.key}|unit }}}}", "FactUnit"),
        f"　{item.name}" if item.name else "",
    )
    needed = (key for key in (item.key, item.beside) if key)
    start = f"{{% if {' and '.join(f'{key} is not expired' for key in needed)} %}}"
    return paragraph_xml("FactLine", start), words, paragraph_xml("FactLine", "{% endif %}")


def _sources() -> str:
    listed = f"{{{{ [{_FIGURES}]|source }}}}。"
    as_of = fresh("public_projects", words="数据{{ public_projects|as_of }}。")
    return listed + as_of + "“近”“多”“约”是约数；准确数字见证据附件。"
