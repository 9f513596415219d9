"""Paragraphs in the wording of inspection reports, with the quantities that they state.

None is taken from a report. Each was written, with its answer, before the engine was run
on it. An answer is ``type numerator denominator low high`` with ``-`` for what is not
given.
"""

from __future__ import annotations

__all__ = ["CONTEXTS", "NOTHING", "SINGLE"]

#: One quantity, or a few, in one sentence.
SINGLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    # ratios
    ("Planning was good enough in 11 of the 16 cases.", ("ratio 11 16 0.6875 0.6875",)),
    ("In nineteen of the 25 cases inspected, risk was managed.", ("ratio 19 25 0.76 0.76",)),
    ("Six of the ten plans we read were clear.", ("ratio 6 10 0.6 0.6",)),
    ("This was so in 17 out of 24 cases.", ("ratio 17 24 0.7083 0.7083",)),
    ("Reviews were timely in 7 of 9 relevant cases.", ("ratio 7 9 0.7778 0.7778",)),
    ("Thirteen out of a total of twenty-one assessments were late.", ("ratio 13 21 0.619 0.619",)),
    ("In five (out of a possible eleven) cases, the plan was late.", ("ratio 5 11 0.4545 0.4545",)),
    ("Only one of the eight referral order contracts was signed.", ("ratio 1 8 0.125 0.125",)),
    ("None of the six pre-sentence reports was late.", ("ratio 0 6 0 0",)),
    ("Neither case had been referred.", ("ratio 0 2 0 0",)),
    ("Neither of the two plans was shared.", ("ratio 0 2 0 0",)),
    ("Both cases had been reviewed.", ("ratio 2 2 1 1",)),
    ("All nine case managers felt supported.", ("ratio 9 9 1 1",)),
    ("All of the 18 assessments were countersigned.", ("ratio 18 18 1 1",)),
    ("In all but two of the 20 cases, victims were considered.", ("ratio 18 20 0.9 0.9",)),
    ("All bar one of the twelve plans was timely.", ("ratio 11 12 0.9167 0.9167",)),
    ("Of the nine case managers interviewed, only four had been trained.", ("ratio 4 9 0.4444 0.4444",)),
    ("Of the 15 cases where a plan was needed, in 10 it was sufficient.", ("ratio 10 15 0.6667 0.6667",)),
    ("At least 12 of the 16 reviews were late.", ("ratio 12 16 0.75 1",)),
    ("There was enough contact in 9/12 cases.", ("ratio 9 12 0.75 0.75",)),
    ("In three cases out of 14, health needs were missed.", ("ratio 3 14 0.2143 0.2143",)),
    ("Eight of the 14 cases (57 per cent) were sufficient.", ("ratio 8 14 0.5714 0.5714",)),
    # percentages
    ("Just 37 per cent of assessments were sufficient.", ("percentage - - 0.37 0.37",)),
    ("Planning was good in 72% of cases.", ("percentage - - 0.72 0.72",)),
    ("In just over 80 per cent of plans the child's views were recorded.", ("percentage - - 0.8 0.9",)),
    ("Nearly 90 per cent of the cases were reviewed.", ("percentage - - 0.8 0.9",)),
    ("Fewer than 40 per cent of staff had been trained.", ("percentage - - 0 0.4",)),
    ("More than 65% of the reports were accepted.", ("percentage - - 0.65 1",)),
    ("Around 98 per cent of cases had a plan.", ("percentage - - 0.93 1",)),
    ("Reviews were completed in 62.5 per cent of cases.", ("percentage - - 0.625 0.625",)),
    ("In 54 per cent of cases (7 out of 13), the plan was shared.", ("percentage 7 13 0.54 0.54",)),
    # fractions
    ("Two-thirds of the plans were sufficient.", ("fraction - - 0.6667 0.6667",)),
    ("Over three-quarters of cases had been reviewed.", ("fraction - - 0.75 1",)),
    ("Just under a third of assessments were late.", ("fraction - - 0.2333 0.3333",)),
    ("More than half the cases lacked a plan.", ("fraction - - 0.5 1",)),
    ("This was so in fewer than one in five cases.", ("fraction - - 0 0.2",)),
    ("One in four reviews was late.", ("fraction - - 0.25 0.25",)),
    ("Three in five practitioners had been trained.", ("fraction - - 0.6 0.6",)),
    ("About a quarter of contracts were signed.", ("fraction - - 0.2 0.3",)),
    ("Approximately one half of staff agreed.", ("fraction - - 0.45 0.55",)),
    ("At least four-fifths of the plans named the victim.", ("fraction - - 0.8 1",)),
    ("Almost all case managers felt well supported.", ("fraction - - 0.9 1",)),
    ("Nearly every plan was reviewed.", ("fraction - - 0.9 1",)),
    ("Exactly half of the young people in the sample had moved home.", ("fraction - - 0.5 0.5",)),
    ("Well over half of the cases were complex.", ("fraction - - 0.5 1",)),
    ("Between one-third and one-half of plans were late.", ("fraction - - 0.3333 0.5",)),
    ("Only one fifth of reviews (from a total of 15 cases) were sound.", ("fraction - 15 0.2 0.2",)),
    ("Up to two thirds of the children's cases we inspected had no plan.", ("fraction - - 0 0.6667",)),
    # universals
    ("Victims were considered in all cases.", ("fraction - - 1 1",)),
    ("Every case manager had supervision.", ("fraction - - 1 1",)),
    ("In each case the plan was shared.", ("fraction - - 1 1",)),
    ("All of the staff we interviewed were positive.", ("fraction - - 1 1",)),
    ("All those interviewed praised their managers.", ("fraction - - 1 1",)),
    ("In no case was the victim contacted.", ("fraction - - 0 0",)),
    ("None of the plans named the victim.", ("fraction - - 0 0",)),
    # counts
    ("In seven cases there was no plan.", ("count 7 - - -",)),
    ("Plans were missing in two cases, and late in a further three.", ("count 2 - - -", "count 3 - - -")),
    ("We found five cases where the risk was too low.", ("count 5 - - -",)),
    ("In one long-running and difficult case, the plan was revised.", ("count 1 - - -",)),
    ("Another three assessments had not been signed.", ("count 3 - - -",)),
    ("Four young people had been returned to court.", ("count 4 - - -",)),
    ("In all but one case the victim was contacted.", ("count - - - -",)),
    ("Plans existed for all but four young people.", ("count - - - -",)),
    ("In twenty-three cases, contact was frequent.", ("count 23 - - -",)),
    ("In more than ten cases, the plan was late.", ("count - - - -",)),
    ("Two practitioners said that they had not been trained.", ("count 2 - - -",)),
    ("Seven of the cases we saw had been transferred in.", ("count 7 - - -",)),
)

#: Several sentences: where the denominator of a count comes from.
CONTEXTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "In three of the six cases in custody, planning was good. In one case it was missing.",
        ("ratio 3 6 0.5 0.5", "count 1 6 0.1667 0.1667"),
    ),
    (
        "All 11 cases needed a review. It was late in four cases, and missing in two.",
        ("ratio 11 11 1 1", "count 4 11 0.3636 0.3636", "count 2 11 0.1818 0.1818"),
    ),
    (
        "In six poor cases, we found that plans had not been written in four, and were not "
        "shared in three.",
        ("count 6 - - -", "count 4 6 0.6667 0.6667", "count 3 6 0.5 0.5"),
    ),
    (
        "There were ten cases where a plan was needed. It had not been written in three, one of "
        "which was urgent.",
        ("count 10 - - -", "count 3 10 0.3 0.3", "count 1 3 0.3333 0.3333"),
    ),
    (
        "Two cases were complex. In one case the plan was late, and in the other it was missing.",
        ("count 2 - - -", "count 1 2 0.5 0.5"),
    ),
    (
        "Just under half of the plans were good. Five were late, while two had no date.",
        ("fraction - - 0.4 0.5", "count 5 - - -", "count 2 - - -"),
    ),
    (
        "Eight of the nine practitioners interviewed were new, and one was about to leave.",
        ("ratio 8 9 0.8889 0.8889", "count 1 9 0.1111 0.1111"),
    ),
    (
        "Ten of the 13 case managers felt supported. In four cases, a review was missing.",
        ("ratio 10 13 0.7692 0.7692", "count 4 - - -"),
    ),
    (
        "In most cases, the plan was clear. In the remaining four, it was not.",
        ("count 4 - - -",),
    ),
    (
        "We interviewed eight case managers. Six felt that supervision was effective.",
        ("count 6 8 0.75 0.75",),
    ),
    (
        "We examined 15 cases. In nine, the assessment was sufficient.",
        ("count 9 15 0.6 0.6",),
    ),
    (
        "Most of the 12 cases were well managed. In three cases the plan was late.",
        ("count 3 12 0.25 0.25",),
    ),
    (
        "Reviews were inconsistent. Less than two-fifths were good enough. In half, dates were "
        "missing.",
        ("fraction - - 0 0.4", "fraction - - 0.5 0.5"),
    ),
    (
        "Plans were late in four cases. Management oversight had not noticed this in any.",
        ("count 4 - - -",),
    ),
    (
        "Case managers were positive. Around three-quarters felt that training met their needs.",
        ("fraction - - 0.7 0.8",),
    ),
)

#: Numbers that count nothing of the kind asked for.
NOTHING: tuple[str, ...] = (
    "The reoffending rate was 41.2%, which was worse than 39.0% the year before.",
    "The offending rate for looked after children (6.1%) was above the average (5.2%).",
    "The population of the borough is 210,000, of whom 23 per cent are under 18.",
    "We examined 14 cases of children and young people supervised by the service.",
    "Inspectors looked at 31 post-court cases and interviewed 13 case managers.",
    "The sample of 40 cases was chosen at random.",
    "Twenty cases were selected for inspection.",
    "The work was done in 2014, between 3 and 5 June.",
    "Services supervise 10–17-year-olds and some 18-25-year-olds.",
    "The sample size gives a confidence level of 80 per cent, with a margin of error of 5.",
    "The service spent £14,000 in two years on six posts.",
    "Orders ran for six to nine months, and staff had changed over the last three years.",
    "The issues were two-fold, and one-to-one work was rare.",
    "One of the YOS's strengths is its link with health.",
    "One of our inspectors wrote about this.",
    "As one inspector said, the plan was late.",
    "One case manager had gathered police intelligence.",
    "It is an approach in which one is never sure.",
    "Level 2 cases and section 3 plans need review.",
    "Standard 2 was met; see paragraph 3 and page 14.",
    "Most, many and some of the cases had plans, and several assessments were late.",
    "The majority of staff agreed, and a number of plans were good.",
    "Not all the plans were reviewed, and not every case had one.",
    "The two agencies and three schools worked well together.",
    'An inspector wrote: "In two cases he had hit two other boys, and all staff knew it".',
    "The first half of the year was difficult, and the third sector helped.",
    "It took six and a half weeks and half a day.",
    "Plans should be reviewed in all cases where there is a change.",
    "Two or three cases were discussed.",
    "The panel met once; one member left and no one replaced her.",
    "A review was needed where one had not been done.",
    "Staff had average caseloads of 12 cases.",
    "This is the second of three reports.",
    "A case conference was held in one case conference room.",
)
