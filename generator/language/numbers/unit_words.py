"""How units are printed in Chinese (folded) and in English (lower case): word to code."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

_CHINESE = """
CNY 元 元人民币 块钱 圆 人民币元
USD 美元 美金
HKD 港元 港币
TWD 新台币 台币
MOP 澳门元
EUR 欧元
GBP 英镑
JPY 日元 日圆
KRW 韩元
SGD 新加坡元 新元
AUD 澳元
CAD 加元
CHF 瑞士法郎
RUB 卢布
THB 泰铢
km2 平方公里 平方千米 km² km2 k㎡
m2 平方米 平米 ㎡ m² m2
ha 公顷
mu 亩
m3 立方米 m³ m3
L 升
km 公里 千米 km
nmi 海里
li 里 华里
m 米
cm 厘米
mm 毫米
in 英寸
mi 英里
t 吨 t
kg 公斤 千克 kg
jin 斤 市斤
g 克
TWh TWh
GWh GWh
MWh MWh 兆瓦时
kWh 千瓦时 度电 kWh
GW GW 吉瓦
MW MW 兆瓦
kW 千瓦 kW
W 瓦
degC ℃ 摄氏度 °C
pp 个百分点 百分点
bp 个基点 基点
% %
permille ‰
times 倍
TEU 标准箱 标箱 TEU
person-time 人次
trip 车次 架次 班次 航次
household 户
person 人 名 位 口人
occasion 次
batch 批次 批 期 届
year 年 周年 载 岁 个年头
month 个月
week 周 个星期 星期
day 天 日
hour 小时 个小时 个钟头
minute 分钟
second 秒 秒钟
"""
# Measure words of things.
_THINGS = (
    "个 家 所 座 项 条 台 套 栋 间 部 处 艘 辆 株 棵 件 种 类 片 张 本 门 支 对 份 只 头 架 列 幅"
    " 款 宗 例 笔 场 轮 层 组 段 枚 双 根 颗 匹 口 员 省 市 县 区县 市县 村 镇 乡 社区 国 块 样 首"
    " 盏 堂 节 册 篇 起 封 朵 尾 羽 箱 眼"
)

_ENGLISH = """
CNY yuan|renminbi
USD us dollars|us dollar|dollars|dollar
HKD hong kong dollars
EUR euros|euro
GBP pounds sterling
JPY yen
km2 square kilometres|square kilometers|square kilometre|square kilometer|sq km|km2|km²
m2 square metres|square meters|square metre|square meter|sq m|m2|m²
sqmi square miles|sq mi
ha hectares|hectare|ha
mu mu
acre acres|acre
m3 cubic metres|cubic meters|m3|m³
L litres|liters
km kilometres|kilometers|kilometre|kilometer|km
m metres|meters|metre|meter|m
cm centimetres|centimeters|cm
mm millimetres|millimeters|mm
mi miles|mile
ft feet|foot
in inches|inch
nmi nautical miles
t tonnes|tonne|metric tons|tons|ton|t
kg kilograms|kilogram|kg
g grams|g
TWh twh
GWh gwh
MWh mwh
kWh kwh|kilowatt-hours
GW gw|gigawatts
MW mw|megawatts
kW kw|kilowatts
degC °c|℃|degrees celsius
pp percentage points|percentage point|pp
bp basis points|basis point
% per cent|percent|%
permille ‰|per mille
times times|-fold|fold
TEU teu|teus
person-time person-times|person-time|passenger trips|visits|visit
person people|persons|person
household households|household
trip train trips
year years|year|yrs
month months|month
week weeks|week
day days|day
hour hours|hour
minute minutes|minute
second seconds|second
"""

CURRENCIES = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "MOP$": "MOP", "A$": "AUD", "C$": "CAD", "S$": "SGD",
    "CN¥": "CNY", "JP¥": "JPY", "$": "USD", "¥": "CNY", "€": "EUR", "£": "GBP",
    "CNY": "CNY", "RMB": "CNY", "USD": "USD", "HKD": "HKD", "TWD": "TWD", "EUR": "EUR",
    "GBP": "GBP", "JPY": "JPY",
}  # fmt: skip
CHINESE_CURRENCIES = {"人民币": "CNY", "港币": "HKD", "新台币": "TWD", "美金": "USD"}
# Signs that another currency may have meant, and the note that says so.
ASSUMED = {"$": "assumed-usd", "¥": "assumed-cny"}
MAY_MEAN = {"$": {"HKD", "TWD", "AUD", "CAD", "SGD", "MOP"}, "¥": {"JPY"}}

# What a unit is not followed by: with it the character begins another word (5人才, 3万亩种植).
_BEGINS_ANOTHER = """
人 才 民 均 工智 工费 造 类 员 数 力 物 居
名 胜 牌 优 特 单 录 额 称
位 于 居 列 置
户 均 外 口 籍 型 主
家 庭 电 具 长 乡 属 居 政
次 年 日 月 生 品 要 级 数
批 准 发 复 示
期 间 限 望 待 货
年 代 级 度 均 产 初 末 底 轻 会 报 货
天 然 津 气 空 际 水
周 边 围 期 末 岁
里 程 面 外
米 饭 粉 线 面
克 服 隆 拉
升 级 至 到 幅 值 学 温 高 降 为 格 压
层 次 面 级
块 状 链
条 件 例 款 约 形 码
项 目 链
部 分 门 署 队 委 长 级
处 于 理 长 置 级 在 罚
门 户 口 店 槛 类 诊
本 地 科 次 届 级 质 来 土 金 市 省 区 县 村 年 月
份 额
只 有 要 能 是 需 用
头 部 顶 脑 号 雁 衔
架 构
列 入 为 车 出 举
台 阶 湾 州 账 风 商 胞 资 企
所 有 在 以 得 属 长 谓 需 占
座 谈 位 落 机 席
间 的 接 隔 断 或
种 植 子 养 苗 质 粮 业 田
类 似 型 别
场 地 所 景 馆 面 域 长 内 外
组 织 成 建 合 长 团 员 装
段 落
口 岸 径 号 碑 感 味 袋 水 粮
对 口 接 外 于 应 标 话 比 策 象 照 方 手 称 内
支 援 持 撑 付 出 部 配 线 行 柱 点 委
国 家 内 际 务 企 有 资 道 民 土 庆 产 标 网 防 人
省 委 级 政 内 外 长 道 市 区 会 份 钱 时 去 略
市 委 场 政 级 内 外 民 长 值 区 价 面 辖
县 委 级 政 城 域 内 外 长 区 市 乡 处
村 民 级 委 庄 里 口 头 党 支 干 集 小 容
镇 政 级 区 党
乡 村 镇 亲 愁 土 党
元 旦 素 首 月 宝 宵 老 件 器
倍 增 感 加 速
成 立 功 本 果 员 长 都 就 交 绩 群 片 熟 份 型 套 品 效 因
起 来 步 始 点 草 到 码
样 本 品 板 式
首 先 次 批 个 创 发 届 都
节 约 能 目 点 日 省 水 庆
眼 下 前 光
箱 包
片 区 面
双 方 向 边 重 城 创 碳 循
根 据 本
张 家 力
套 餐 路
款 项
轮 流 胎 车
角 洲 形 度 色 落 逐 架
"""

_LONGEST = 4  # characters of a Chinese unit word
_FACTORS: Mapping[str, Fraction] = {"角": Fraction(1, 10), "成": Fraction(10)}


@cache
def chinese_units() -> dict[str, tuple[str, Fraction]]:
    """Printed word to unit code and the number of units in one of the word."""
    one = Fraction(1)
    words = dict.fromkeys(_THINGS.split(), ("item", one))
    for line in _CHINESE.strip().splitlines():
        code, *printed = line.split()
        words.update((word, (code, one)) for word in printed)
    words["角"] = ("CNY", _FACTORS["角"])
    words["成"] = ("%", _FACTORS["成"])
    return words


def chinese_unit_at(text: str, start: int) -> str:
    """The longest unit word at `start` that begins no other word; empty where none stands."""
    units, others = chinese_units(), _others()
    for length in range(_LONGEST, 0, -1):
        word = text[start : start + length]
        if word in units and not text.startswith(others.get(word, ()), start + length):
            return word
    return ""


@cache
def _others() -> Mapping[str, tuple[str, ...]]:
    """What a unit is not followed by."""
    lines = (line.split() for line in _BEGINS_ANOTHER.strip().splitlines())
    return {word: tuple(rest) for word, *rest in lines}


@cache
def english_units() -> dict[str, str]:
    """Printed word in lower case to unit code."""
    words: dict[str, str] = {}
    for line in _ENGLISH.strip().splitlines():
        code, _, printed = line.partition(" ")
        words.update((word, code) for word in printed.split("|"))
    return words
