"""Facts: their filters, their tests, and the names beside them, on the flagship of this repository."""

from __future__ import annotations

from docs.make.examples.rows import section

SECTIONS = (
    section(
        "facts", "both",
        ("{{ grant_donations }} {{ 无偿捐赠资金 }}", "", "5.09亿元 5.09亿元", "A fact, by either of its names", "一个事实，两个名称均可"),
        ("{{ grant_donations|whole }}", "", "5.09亿元", "The same, in words: with its unit", "同上：数与单位"),
        ("{{ grant_donations|number }} {{ grant_donations|unit }}", "", "5.09亿 元", "Number and unit apart", "数与单位分开"),
        ("{{ grant_donations|digits }} {{ grant_donations|scale_unit }}", "", "5.09 亿元", "Digits, and scale with unit", "数字；量级与单位"),
        ("{{ grant_donations|scale }}", "", "亿", "The scale word alone", "只取量级"),
        ("{{ grant_donations|exact }}", "", "5.09亿元", "Unrounded, for an audience that gets round figures", "面向约数受众时仍取准确数"),
        ('{{ grant_donations|in_language("en") }}', "", "CNY 509 million", "In another language", "用另一种语言说"),
        ('{{ grant_donations|also("en") }}', "", "5.09亿元（CNY 509 million）", "In both languages", "两种语言并列"),
        ("{{ grant_donations|rounded(1) }}", "", "5亿元", "To so many digits, never more than are known", "保留几位有效数字，不超过已知位数"),
        ("{{ public_projects_added|signed }}", "", "+82", "With its sign", "带正负号"),
        ("{{ industrial_output.forecast|with_modality }} {{ industrial_output.forecast|modality }}", "", "预计超600亿元 预计", "Marked as what it is; that mark alone", "标明性质；只取性质"),
        ("{{ grant_donations|as_of }} {{ grant_donations|as_of_date }}", "", "截至2025年12月 2025年12月", "When it was counted", "截至时间"),
        ("{{ grant_donations|period }}", "", "1992年以来", "What time it covers", "所涵盖的时段"),
        ("{{ industrial_firms|name }}", "", "浙江在涪工业企业", "Its name", "名称"),
        ("{{ industrial_firms|definition }}", "", "浙江在涪陵的工业企业家数；不含商贸、服务等其他行业。", "What its measure counts", "口径"),
        ("{{ grant_donations|source }}", "", "上游财经-重庆晨报，2025年12月", "Its source line; also of a list", "来源；列表亦可"),
        ("{{ grant_donations|said_by }}", "", "涪陵区水利局局长刘彩", "Who said it", "谁说的"),
        ("{{ [grant_donations, industrial_firms]|cite }}", "", "上游财经-重庆晨报，2025年12月（涪陵区水利局局长刘彩、涪陵区委书记黎勇）", "The sources of several facts with their speakers, each once", "多个事实的来源与说者，各列一次"),
        ("{{ grant_donations|evidence }}", "", "无偿捐赠资金5.09亿元", "The clause that carries it", "依据片段"),
        ("{{ public_projects_added|basis }}", "", "按2025年12月1184个、2023年10月1102个计算", "What it was computed from", "由何算出"),
        ("{{ public_projects.previous }} {{ public_projects.at(\"2023-10\")|as_of }}", "", "1102个 截至2023年10月", "The value before; the value for a date", "前一个值；某日的值"),
        ("{% if years is available %}there{% endif %} {% if years is expired %}old{% else %}fresh{% endif %}", "", "there fresh", "Tests: something to print; past its shelf life", "测试：有可输出；已过时效"),
        ("{{ edition.year }} {{ edition.as_of }} {{ audience.name }}", "", "2025 2025年12月31日 读者", "The edition, the audience", "版本、受众"),
        ("{% for row in ledger([years]) %}{{ row.no }} {{ row.name }}{% endfor %}", "", "1 对口支援年数", "A row for each figure; ledger alone is all of them", "每个数字一行；单写 ledger 为全部"),
        ("{% for row in sources([grant_donations]) %}{{ row.citation }}{% endfor %}", "", "上游财经-重庆晨报，2025年12月", "A row for each source", "每个来源一行"),
    ),
)  # fmt: skip
