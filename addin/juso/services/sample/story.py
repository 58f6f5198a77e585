"""What a story line is made of: a kind of household, its troubles and how it comes to the office."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import TypeVar

from juso.koshu.codes import (
    Attribute,
    Caution,
    Complexity,
    Family,
    Issue,
    Outcome,
    Relation,
    Route,
    Sex,
    Topic,
    Window,
)

T = TypeVar("T")
Weights = tuple[tuple[T, float], ...]
"""Choices with how often each is drawn."""


def draw(rng: Random, weights: Weights[T]) -> T:
    """One of the choices."""
    return rng.choices([w[0] for w in weights], [w[1] for w in weights])[0]


class Will(Enum):
    """How the person stands to sharing information (実施計画7(2))."""

    GIVES = "gives consent soon"
    PROXY = "somebody consents for them"
    LATER = "is not reached at first"
    REFUSES = "does not consent"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the household, seen from the client."""

    relation: Relation
    occupation: str
    ages: tuple[int, int] | None = None  # None: as the relation has it
    sex: Sex | None = None
    chance: float = 1.0
    needs_support: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story line; texts name nobody."""

    key: str
    title: str  # how a meeting's agenda calls it: 高齢の親と無職の子の世帯
    weight: float  # among all consultations
    window: Window
    ages: tuple[int, int]
    family: Family
    attributes: tuple[Attribute, ...]
    topics: tuple[Topic, ...]  # the worst trouble first
    issues: tuple[Issue, ...]
    complaints: tuple[str, ...]  # in the person's words
    situations: tuple[str, ...]  # what is known, for referrals and assessments
    strengths: tuple[str, ...]
    outcomes: Weights[Outcome]
    maybe: tuple[Issue, ...] = ()  # each in about a third of the households
    members: tuple[Member, ...] = ()
    sexes: Weights[Sex] = ((Sex.FEMALE, 1), (Sex.MALE, 1))
    complexities: tuple[Complexity, ...] = ()
    routes: Weights[Route] = ()  # () as usual at the window
    will: Will = Will.GIVES
    cautions: tuple[Caution, ...] = ()
    transfer_to: Window | None = None  # who takes over where the outcome is 他の3窓口
    second: tuple[Relation, str] | None = None  # who may become a case too, in which story
    urgent: float = 0.03  # share that cannot wait
    is_anonymous: bool = False
    is_child_protection: bool = False  # 要対協を兼ねる会議
