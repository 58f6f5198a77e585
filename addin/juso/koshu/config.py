"""juso.toml: what differs from office to office and is not typed in the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences and references that documents print; the law may be renumbered."""

    support_conference_law: str = "社会福祉法第106条の6"
    secrecy_notice: str = (
        "本会議は、社会福祉法第106条の6第1項に規定する支援会議です。会議の事務に従事する者又は従事していた者は、"
        "同条第5項の規定により、正当な理由がなく、会議の事務に関して知り得た秘密を漏らしてはなりません。"
        "会議資料は閉会後に回収します。"
    )
    consent_notice: str = (
        "本会議で取り扱う案件は、情報の共有について本人の同意を得たものに限ります。"
        "同意を得た範囲を超える情報の取扱いは行わないでください。"
    )
    handling_mark: str = "取扱注意・会議後回収"
    zero_symbol: str = "－"  # 皆無
    unknown_symbol: str = "…"  # 不詳・未提出
    hidden_symbol: str = "x"  # 秘匿


@dataclass(frozen=True, slots=True)
class Config:
    """One office: municipality, fiscal year, population for rates, wording."""

    fiscal_year: FiscalYear
    municipality: str = "甲州市"
    municipality_code: str = "19213"
    secretariat: str = "福祉総合支援課"
    id: str = ""  # also in the register, so that a button never works on another office's
    population: int | None = None  # at the fiscal year's first day; rates stay blank without it
    wording: Wording = field(default_factory=Wording)

    @classmethod
    def from_toml(cls, table: Mapping[str, Any]) -> Config:
        """Read a parsed juso.toml; JusoError where a value is missing or unknown."""
        office, wording = (_section(table, name) for name in ("office", "wording"))
        known = {f.name for f in fields(cls)} - {"wording"}
        known_wording = {f.name for f in fields(Wording)}
        extra = set(table) - {"office", "wording"}
        for name in [*extra, *(set(office) - known), *(set(wording) - known_wording)]:
            raise JusoError(
                f"juso.toml の「{name}」は使えない項目です。つづりを確かめるか、その行を消してください。"
            )
        try:
            year = FiscalYear.parse(str(office.pop("fiscal_year")))
        except (KeyError, ValueError):
            raise JusoError(
                'juso.toml の [office] に fiscal_year = "R7" のように年度を書いてください。'
            ) from None
        for name, value in [*office.items(), *wording.items()]:
            is_right = _is_count(value) if name == "population" else isinstance(value, str)
            what = "1以上の整数" if name == "population" else '「"」で囲んだ文字'
            if not is_right:
                raise JusoError(f"juso.toml の「{name}」は{what}で書いてください。")
        return cls(fiscal_year=year, wording=Wording(**wording), **office)

    def to_toml(self) -> str:
        """The file `juso new` writes, with every setting and its default."""
        lines = [
            "# 重層的支援体制整備事業 支援台帳の設定（日数などの基準は支援台帳の「設定」シートにあります）",
            "[office]",
            f'fiscal_year = "{self.fiscal_year.short}"',
            f'municipality = "{self.municipality}"',
            f'municipality_code = "{self.municipality_code}"',
            f'secretariat = "{self.secretariat}"',
            f'id = "{self.id}"  # 事業所ID。支援台帳の「はじめに」と同じ値です。変えないでください',
            "# population = 28000   # 人口（4月1日）。書くと人口当たりの率を計算します",
            "",
            "[wording]  # 次第・会議録・報告書に印刷する文言",
        ]
        lines += [f'{name} = "{text}"' for name, text in asdict(self.wording).items()]
        if self.population:
            lines[7] = f"population = {self.population}"
        return "\n".join(lines) + "\n"


def _section(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    section = table.get(name, {})
    if not isinstance(section, Mapping):
        raise JusoError(f"juso.toml の「{name}」は [{name}] の見出しの下に1行に1つ書いてください。")
    return dict(section)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
