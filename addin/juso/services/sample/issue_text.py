"""What there is to say about one 課題区分, in fragments that cells are composed of."""

from __future__ import annotations

from dataclasses import dataclass

from juso.koshu.codes import Change, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueText:
    """Fragments about one kind of trouble; `{n}` in an aim is a number of months."""

    contents: tuple[str, ...]  # 課題の内容
    backgrounds: tuple[str, ...]  # 背景要因
    visions: tuple[str, ...]  # 本人の目指す姿
    aims: tuple[tuple[str, str], ...]  # 当面の目標 and 達成の目安
    steps: tuple[tuple[str, str], ...]  # 目標 and 支援内容 of a plan line
    talks: tuple[str, ...]  # what a contact is about, as a sentence
    places: tuple[str, ...]  # where one goes together
    helpers: tuple[str, ...]  # agencies that help, by short name
    services: tuple[Service, ...]
    changes: tuple[Change, ...]
