"""The language of a template: what its makers write beside the words of its own pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from templates.make.kit.tokens import LOOK


@dataclass(frozen=True)
class Tongue:
    """Faces, language marks and the fixed words of one language.

    `words` are the fixed words by their Chinese form; Chinese itself needs none.
    """

    locale: str
    lang: str
    other: str
    theme: str
    title_line: float
    label_lines: int  # what the name under a big number may take
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def east_asian(self) -> str:
        """The face of East Asian characters, by the name that this edition's Office knows."""
        return LOOK.faces(self.locale).east_asian

    @property
    def run(self) -> str:
        """The language attributes of a DrawingML run."""
        return f'lang="{self.lang}" altLang="{self.other}"'

    def word(self, chinese: str) -> str:
        """A fixed word: a label, the name of a place. Raises KeyError for an unknown one."""
        return self.words[chinese] if self.words else chinese

    def named(self, words: str, chinese: str) -> str:
        """The name of a shape: its own words, then a fixed one that says what it is to them."""
        return f"{words} {self.word(chinese)}" if self.words else words + chinese


ZH = Tongue("zh-Hans", "zh-CN", "en-US", "山海", 36, 1)

EN = Tongue("en", "en-US", "zh-CN", "Shanhai", 34, 2, {
    # labels that a reader sees
    "注：": "Note: ", "资料来源：": "Sources: ", "图": "Figure", "表": "Table", "　": "\u2003",
    "浙江对口支援涪陵{{ years }}": "Zhejiang–Fuling paired assistance: {{ years }}",
    "数据来源：": "Where the figures come from: ", "致谢语：": "To close: ",
    # names of places, and their prompts
    "标题": "Title", "副标题": "Subtitle", "正文": "Text", "章节": "Section", "简题": "Short title",
    "注与资料来源": "Note and sources", "数据截至": "Data as of", "页码": "Slide number",
    "内容": "Content", "文种": "Kind", "文种　读者": "Kind, readers", "单位与日期": "Office and date",
    "单位　日期": "Office, date", "图片": "Picture", "图表": "Chart", "对比图": "Pair of columns",
    "表格": "Table", "分块": "Blocks", "印": "Seal", "色带": "Band", "线": "Rule", "数": "Figure",
    "口径": "basis", "山海": "Ridge", "说明": "in words", "图题": "Chart heading",
    "占比说明": "Takeaway", "口径标题": "Caution heading", "供探讨": "For discussion",
    "建议": "Proposal", "要点": "Point", "栏目": "Block", " 内容": "content", "结束页": "Closing",
    "讲解：": "What to say: ",
    # pages that every deck has
    "　　": "\u2003", "数据截至日期见各页": "The date of the data is on each page", "数据": "Data ",
    "来源": "Source", "日期": "Date", "性质": "Kind of text",
    "待补刊载信息": "Publication details to be confirmed",
    "本套材料所用来源，每行一篇": "Sources of this deck, one in a row",
    "每个数字的依据片段见随附的证据附件。":
        "The evidence annex quotes, for each figure, the clause of the source that carries it.",
    "编制日期　{{ edition.as_of }}": "Compiled {{ edition.as_of }}",
    # layouts
    "封面": "Cover", "标题与分块": "Title and blocks", "标题与图片": "Title and picture",
    "标题与图表": "Title and chart", "标题与对比图": "Title and pair of columns",
    "标题与表格": "Title and table", "标题与两图": "Title and two charts", "两图": "Columns",
    "另一内容": "More content",
    # what stands in for a chart's data
    "示例": "Example", "示例数据": "Example data", "示例图表": "Example chart",
    "实际": "Actual", "预计": "Forecast", "示例甲": "Example A", "示例乙": "Example B",
})  # fmt: skip
