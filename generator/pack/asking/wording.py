"""The words of letters and forms, Chinese and English; a table of them, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Modality
from generator.pack.asking.needed import ReasonKind


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words. `heads` are the columns: seven that are locked, seven to fill in."""

    locale: str
    sheet: str
    title: str
    lines: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]  # office, date of the reply: label and hint
    heads: tuple[str, ...]
    hints: tuple[str, ...]
    modalities: Mapping[str, Modality]
    reasons: Mapping[ReasonKind, str]
    unknown: str
    letter: str
    form: str
    between: str
    about: str


ZH = Wording(
    locale="zh-Hans",
    sheet="填报表",
    title="需更新数据填报表",
    lines=(
        "请只填浅色各栏。数值照正式材料书写，连同“近、超、余、多、约”等字样；写数字时按“单位”一栏计。",
        "带 * 的栏，凡填数值即须填写。本次提供不了的，数值留空，在备注中说明。请勿改动其他各栏。",
    ),
    fields=(("填报单位 *", "请写全称"), ("填报日期 *", "如 2026-12-31")),
    heads=(
        "编号", "指标", "口径", "上次数值", "截至", "上次提供者", "为何再问",
        "数值 *", "单位", "截至 *", "所指期间", "性质", "确认人 *", "备注",
    ),
    hints=(
        "照正式材料书写，如 1300余个；只写数字时按“单位”一栏计。",
        "如与所列不同，请改写。",
        "如 2026-12-31 或 2026年12月。",
        "如 1992年以来、2026年、2026年1—10月；与上次相同可不改。",
        "从列表中选；不填为实际数。",
        "单位、职务、姓名。",
        "口径变化、计入范围、提供不了的原因等。",
    ),
    modalities={
        "实际": "actual", "预计": "forecast", "计划": "plan", "目标": "target", "建议": "proposal",
    },
    reasons={
        "forecast": "上次为预计数，请提供实际数",
        "part_year": "上次只到年中，请提供全年数",
        "expired": "上次数值已久",
        "conflict": "公开材料说法不一，请核定",
        "asked": "",
    },
    unknown="责任单位待确认",
    letter="商请核实更新数据的函",
    form="需更新数据填报表",
    between="；",
    about="{subject}：{name}",
)  # fmt: skip

EN = Wording(
    locale="en",
    sheet="Form",
    title="Figures to be brought up to date",
    lines=(
        "Please fill in the tinted columns only. Write a value as your papers print it, with "
        "“nearly”, “over” and the like; a bare number is taken in the unit beside it.",
        "Columns with * are needed wherever a value is given. Leave a value empty if it cannot be "
        "given, and say so in the note. Please change nothing else.",
    ),
    fields=(("Office *", "Its full name"), ("Date of reply *", "Such as 2026-12-31")),
    heads=(
        "Id", "Figure", "What it counts", "Last value", "As of", "Given by", "Why it is asked",
        "Value *", "Unit", "As of *", "Period", "Kind", "Confirmed by *", "Note",
    ),
    hints=(
        "As your papers print it: over 1,300. A bare number is taken in the unit beside it.",
        "Change it where yours is another.",
        "Such as 2026-12-31, or December 2026.",
        "Such as since 1992, or 2026. Leave it if it is as before.",
        "Choose from the list; empty means a result.",
        "Office, position, name.",
        "Changes of what is counted, or why it cannot be given.",
    ),
    modalities={
        "result": "actual", "forecast": "forecast", "plan": "plan", "target": "target",
        "proposal": "proposal",
    },
    reasons={
        "forecast": "The last one was a forecast: the result, please",
        "part_year": "The last one covers part of a year: the full year, please",
        "expired": "The last value is old",
        "conflict": "Published sources differ: please settle it",
        "asked": "",
    },
    unknown="responsible office to be confirmed",
    letter="Letter asking for figures",
    form="Figures to be brought up to date",
    between="; ",
    about="{subject}: {name}",
)  # fmt: skip


def wording(locale: str) -> Wording:
    """The words for a locale: English, or Chinese."""
    return EN if locale.startswith("en") else ZH
