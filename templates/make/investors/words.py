"""Words that the one-pager and the deck share."""

from __future__ import annotations

from templates.make.kit.phrases import without_age

RUNNING = "到涪陵，与浙企为邻"
PRICES = "洽谈时提供"  # the base holds no price of power, gas, water, land, labour or freight

SERVICES = (
    ("服务专员", "规上工业企业户户有专员对接，有事一个电话"),
    ("一企一策", "按产业链两端在外、外来人员多等特点提供服务"),
    ("政策找企业", "专员上门解读各级扶持政策，指导申报"),
    ("要素保障", "建立联动机制，优先保障浙企水、电、气需求"),
)
OVERLAP = "同一家企业可以同时属于几个类别，数字只在各自一类内有意义"

WANKAI_TIME = without_age("wankai_years")
