"""Sentences that no rule was written for, of invented places, and words that only look alike."""

from __future__ import annotations

import pytest

from generator.language import read


def said(lang: str, text: str) -> list[str]:
    """Each claim on one line: words, interval, unit, what is counted or measured, modality."""
    lines = []
    for reading in read(text, lang, "2025-12"):
        if reading.role not in ("figure", "ordinal"):
            continue
        what = str(reading.quantity.interval) if reading.quantity else f"no. {reading.ordinal}"
        words = [reading.text, what, reading.unit, reading.counted or reading.measure]
        lines.append(" | ".join([*words, reading.modality]))
    return lines


# Sentences of invented places that no rule was written for.
UNSEEN = [
    (
        "zh-Hans",
        "青禾县去年引进企业23家，其中规上企业7家，新增就业岗位1.2万个。",
        [
            "23家 | [23,23] | item | 引进企业 | actual",
            "7家 | [7,7] | item | 规上企业 | actual",
            "1.2万个 | [11500,12500) | item | 新增就业岗位 | actual",
        ],
    ),
    (
        "zh-Hans",
        "到2027年，云坪镇茶园面积力争达到5万亩，亩均产值突破8000元。",
        [
            "5万亩 | [45000,55000) | mu | 茶园面积 | target",
            "突破8000元 | (8000,inf) | CNY | 亩均产值 | target",
        ],
    ),
    (
        "zh-Hans",
        "游客量由上年的86.5万人次增至104.3万人次，增长20.6%。",
        [
            "86.5万人次 | [864500,865500) | person-time | 游客量 | actual",
            "104.3万人次 | [1042500,1043500) | person-time | 游客量 | actual",
            "20.6% | [20.55,20.65) | % | 增长 | actual",
        ],
    ),
    (
        "zh-Hans",
        "粮食产量位居全省第三，会议下午3点30分在5号楼201室召开，电话0571-88881234。",
        ["第三 | no. 3 | rank | 粮食产量 | actual"],
    ),
    (
        "zh-Hans",
        "每10名学生中就有3名来自山区，近七成家庭\n受益。",
        [
            "每10名学生中就有3名 | [0.27,0.33] | 1 | 来自山区 | actual",
            "近七成 | [63,70] | % | 家庭\n受益 | actual",
        ],
    ),
    (
        "zh-Hans",
        "增长5%至12.3亿元，成本下降15%～20%，气温降至零下5℃。",
        [
            "5% | [4.5,5.5) | % | 增长 | actual",
            "12.3亿元 | [1225000000,1235000000) | CNY | 增长 | actual",
            "15%～20% | [15,20] | % | 成本下降 | actual",
            "零下5℃ | [-5.5,-4.5) | degC | 气温 | actual",
        ],
    ),
    (
        "zh-Hans",
        "“智造云坪2030”方案提到5G基站，一批企业走进千家万户，附近3个村签约。",
        ["3个 | [3,3] | item | 村 | actual"],
    ),
    (
        "zh-Hans",
        "两座大桥、三条公路和一所学校同日开工，上下游企业20余家上下齐心。",
        [
            "两座 | [2,2] | item | 大桥 | actual",
            "三条 | [3,3] | item | 公路 | actual",
            "一所 | [1,1] | item | 学校 | actual",
            "20余家 | (20,30) | item | 上下游企业 | actual",
        ],
    ),
    (
        "zh-Hans",
        "身高1米8，种了6亩多地，不良率低于万分之三，利率下调25个基点至3.45%。",
        [
            "1米8 | [1.75,1.85) | m | 身高 | actual",
            "6亩多 | (6,7) | mu | 种 | actual",
            "低于万分之三 | [0,0.0003) | 1 | 不良率 | actual",
            "25个基点 | [24.5,25.5) | bp | 利率下调 | actual",
            "3.45% | [3.445,3.455) | % | 利率 | actual",
        ],
    ),
    (
        "zh-Hans",
        "总额十二亿五千万元，进入全国前10强，不少于五成为女性。",
        [
            "十二亿五千万元 | [1249995000,1250005000) | CNY | 总额 | actual",
            "前10强 | no. 10 | rank | 进入 | actual",
            "不少于五成 | [50,inf) | % | 为女性 | actual",
        ],
    ),
    (
        "zh-Hant",
        "青禾縣去年引進企業二十三家，投資額逾新臺幣三十五億元。",
        [
            "二十三家 | [23,23] | item | 引進企業 | actual",
            "逾新臺幣三十五億元 | (3500000000,inf) | TWD | 投資額 | actual",
        ],
    ),
    (
        "en",
        "The Qinghe mill will produce up to 300,000 tonnes a year once completed.",
        ["up to 300,000 tonnes | [0,300000] | t | produce | forecast"],
    ),
    (
        "en",
        "Exports grew 12.5% to $4.7 billion in 2024, while imports fell by a third.",
        [
            "12.5% | [12.45,12.55) | % | Exports | actual",
            "$4.7 billion | [4650000000,4750000000) | USD | Exports | actual",
            "a third | [0.3,11/30] | 1 | imports | actual",
        ],
    ),
    (
        "en",
        "They aim to plant half a million trees by 2030 and to train at least 200 rangers.",
        [
            "half a million | [450000,550000) | item | trees | target",
            "at least 200 | [200,inf) | person | rangers | target",
        ],
    ),
    (
        "en",
        "The town came 3rd; see Table 3, page 12, Room 402, or call 0571-8888 1234 at 9:30 am.",
        ["3rd | no. 3 | rank | town | actual"],
    ),
    (
        "en",
        "Between 2019 and 2023 the fund paid between 10 and 15 million yuan to dozens of firms.",
        [
            "between 10 and 15 million yuan | [10000000,15000000] | CNY | paid | actual",
            "dozens | [24,100) | item | firms | actual",
        ],
    ),
]


@pytest.mark.parametrize(("lang", "text", "lines"), UNSEEN)
def test_an_unseen_sentence_is_read_by_the_same_rules(lang: str, text: str, lines: list[str]):
    assert said(lang, text) == lines


# Words that only look like figures, and none of them in the table.
NO_FIGURES = [
    ("zh-Hans", "扫描二维码，乘三轮车；五保户、九年义务教育、十佳青年、千人计划、万能钥匙"),
    ("zh-Hans", "一线城市、二手房、三甲医院、五星级酒店、第一书记、一把手、两会、一亩三分地"),
    ("zh-Hans", "千岛湖、六安市、九江市、四川省、三亚市、五常大米、三江源、六盘水、十堰、三台县"),
    ("zh-Hans", "3D打印、5A级景区、4S店、2+26城市、G20，拨打110，12345热线，985高校"),
    ("zh-Hans", "单位：万元；几乎所有数据；统一成为一体，一年一度；3、4月份"),
    ("zh-Hans", "版本2.1.0，第三届，〔2024〕7号，8:30开会，百年老店，跨越千里"),
    ("zh-Hant", "三輪車、兩岸、一帶一路、千家萬戶、第七屆、三樓"),
    ("en", "The 19th century; Boeing flew in the 1990s; the second-largest, one-off items stayed."),
    ("en", "Two of them left. No. 7, Chapter 4, p. 12, 10 Elm Street, 24/7, T3B and the G20."),
    ("en", "It was one of those days; number one, second to none, thanks a million."),
]


@pytest.mark.parametrize(("lang", "text"), NO_FIGURES)
def test_what_only_looks_like_a_figure_is_passed_over(lang: str, text: str):
    assert said(lang, text) == []
