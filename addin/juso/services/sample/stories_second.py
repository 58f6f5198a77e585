"""Story lines of somebody whose household is already known to another window."""

from __future__ import annotations

from juso.koshu.codes import (
    Attribute,
    Complexity,
    Family,
    Issue,
    Outcome,
    Route,
    Topic,
    Window,
)
from juso.services.sample import story_parts as p
from juso.services.sample.story import Story, Will

SECOND_STORIES = (
    Story(
        key="hidden_child",
        title="高齢の親と暮らし、長く家で過ごす子（8050）",
        weight=0,
        window=Window.HARDSHIP,
        ages=(47, 59),
        family=Family.AGED_PARENT_AND_CHILD,
        attributes=(Attribute.HARDSHIP,),
        topics=(Topic.WITHDRAWAL, Topic.INCOME),
        issues=(Issue.HIKIKOMORI,),
        maybe=(Issue.WORK, Issue.ILLNESS),
        complexities=(Complexity.EIGHTY_FIFTY, Complexity.HIKIKOMORI),
        complaints=(
            "親に苦労をかけているのは分かっている。でも人に会えない。",
            "（民生委員から）親御の支援の中で、同居の子の様子が気がかりである。",
        ),
        situations=("親の支援の中で、長く家から出ていない子がいることが分かった。",),
        strengths=("家の修理や庭の手入れを一人で続けている。", *p.ADULT_STRENGTHS[1:2]),
        outcomes=((Outcome.OUTREACH, 1),),
        routes=((Route.OUTREACH, 60), (Route.WELFARE_VOLUNTEER, 40)),
        will=Will.LATER,
    ),
    Story(
        key="tired_mother",
        title="障害のある子を支えてきた高齢の親",
        weight=0,
        window=Window.ELDERLY,
        ages=(70, 86),
        family=Family.AGED_PARENT_AND_CHILD,
        attributes=(Attribute.ELDERLY,),
        topics=(Topic.CARE, Topic.HEALTH),
        issues=(Issue.DEMENTIA_CARE,),
        maybe=(Issue.ILLNESS,),
        complaints=("この子のことばかりで、自分の体は二の次だった。",),
        situations=("障害のある子と二人暮らし。自身の体力が落ちてきた。",),
        strengths=p.ELDER_STRENGTHS,
        outcomes=((Outcome.CONTINUED, 1),),
        routes=((Route.OTHER_WINDOW, 1),),
    ),
    Story(
        key="ill_parent",
        title="療養しながら子どもを育てる親",
        weight=0,
        window=Window.DISABILITY,
        ages=(36, 48),
        family=Family.SINGLE_PARENT,
        attributes=(Attribute.DISABILITY, Attribute.CHILDREN),
        topics=(Topic.HEALTH, Topic.CHILD_REARING),
        issues=(Issue.ILLNESS, Issue.DISABILITY),
        maybe=(Issue.POVERTY,),
        complexities=(Complexity.YOUNG_CARER,),
        complaints=("起き上がれない日は、上の子に頼ってしまう。",),
        situations=("心身の不調で療養しながら、子どもを一人で育てている。",),
        strengths=p.PARENT_STRENGTHS,
        outcomes=((Outcome.CONTINUED, 1),),
        routes=((Route.OTHER_WINDOW, 1),),
    ),
)
