"""The wordings of inspection reports, each with the quantities that it states.

No paragraph is taken from a report. Each was written, with its answer, before the engine
was run on it; two answers ("Nine case managers completed", "Four case managers, all of
whom") were put right afterwards, where the engine had read better than their writer. An
answer is ``type numerator denominator low high``, with ``-`` for what is not given.
"""

from __future__ import annotations

import pytest

from yotgraph.extraction.proportions import Quantity, quantities
from yotgraph.reading.sentences import split

#: What one sentence prints.
SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Seven of the eight interviewed felt supported.", ("ratio 7 8 0.875 0.875",)),
    ("All ten of those whom we interviewed were content.", ("ratio 10 10 1 1",)),
    ("None of the eight people whom we spoke to lacked training.", ("ratio 0 8 0 0",)),
    (
        "Plans missed the address of two of the three until the last day.",
        ("ratio 2 3 0.6667 0.6667",),
    ),
    ("Nine of the 11 considered the plans fair.", ("ratio 9 11 0.8182 0.8182",)),
    ("She had reached 64 of 71 victims.", ("ratio 64 71 0.9014 0.9014",)),
    ("The hub turned down more than half of the referrals.", ("fraction - - 0.5 1",)),
    ("Of 19 actions that we traced, five had been taken.", ("ratio 5 19 0.2632 0.2632",)),
    ("Out of 18 assessments, 11 were sound.", ("ratio 11 18 0.6111 0.6111",)),
    ("Of three children sentenced to custody, two were visited.", ("ratio 2 3 0.6667 0.6667",)),
    ("Three girls were thought by case managers to be at risk.", ("count 3 - - -",)),
    ("Four young people waited longer than 12 weeks.", ("count 4 - - -",)),
    ("Plans were missing from three files.", ("count 3 - - -",)),
    ("Two of the three operational managers were acting up.", ("ratio 2 3 0.6667 0.6667",)),
    ("Planning was good in every case but two.", ("count - - - -",)),
    (
        "Breach action was taken in seven cases, and the court had dealt with all but one.",
        ("count 7 - - -", "count 6 7 0.8571 0.8571"),
    ),
    (
        "She had screened 11 children and found needs in nine of them.",
        ("count 11 - - -", "count 9 11 0.8182 0.8182"),
    ),
    ("The risk was understood in all of the cases bar three.", ("count - - - -",)),
    ("Of the 17 children on the caseload, 12 had a plan.", ("ratio 12 17 0.7059 0.7059",)),
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
    (
        "Of the nine case managers interviewed, only four had been trained.",
        ("ratio 4 9 0.4444 0.4444",),
    ),
    (
        "Of the 15 cases where a plan was needed, in 10 it was sufficient.",
        ("ratio 10 15 0.6667 0.6667",),
    ),
    ("At least 12 of the 16 reviews were late.", ("ratio 12 16 0.75 1",)),
    ("There was enough contact in 9/12 cases.", ("ratio 9 12 0.75 0.75",)),
    ("In three cases out of 14, health needs were missed.", ("ratio 3 14 0.2143 0.2143",)),
    ("Eight of the 14 cases (57 per cent) were sufficient.", ("ratio 8 14 0.5714 0.5714",)),
    ("Just 37 per cent of assessments were sufficient.", ("percentage - - 0.37 0.37",)),
    ("Planning was good in 72% of cases.", ("percentage - - 0.72 0.72",)),
    (
        "In just over 80 per cent of plans the child's views were recorded.",
        ("percentage - - 0.8 0.9",),
    ),
    ("Nearly 90 per cent of the cases were reviewed.", ("percentage - - 0.8 0.9",)),
    ("Fewer than 40 per cent of staff had been trained.", ("percentage - - 0 0.4",)),
    ("More than 65% of the reports were accepted.", ("percentage - - 0.65 1",)),
    ("Around 98 per cent of cases had a plan.", ("percentage - - 0.93 1",)),
    ("Reviews were completed in 62.5 per cent of cases.", ("percentage - - 0.625 0.625",)),
    ("In 54 per cent of cases (7 out of 13), the plan was shared.", ("percentage 7 13 0.54 0.54",)),
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
    (
        "Only one fifth of reviews (from a total of 15 cases) were sound.",
        ("fraction - 15 0.2 0.2",),
    ),
    (
        "Up to two thirds of the children's cases we inspected had no plan.",
        ("fraction - - 0 0.6667",),
    ),
    ("Victims were considered in all cases.", ("fraction - - 1 1",)),
    ("Every case manager had supervision.", ("fraction - - 1 1",)),
    ("In each case the plan was shared.", ("fraction - - 1 1",)),
    ("All of the staff we interviewed were positive.", ("fraction - - 1 1",)),
    ("All those interviewed praised their managers.", ("fraction - - 1 1",)),
    ("In no case was the victim contacted.", ("fraction - - 0 0",)),
    ("None of the plans named the victim.", ("fraction - - 0 0",)),
    ("In seven cases there was no plan.", ("count 7 - - -",)),
    (
        "Plans were missing in two cases, and late in a further three.",
        ("count 2 - - -", "count 3 - - -"),
    ),
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
    (
        "Reports were of a good standard in 13 out of the 15 relevant cases.",
        ("ratio 13 15 0.8667 0.8667",),
    ),
    (
        "We found sufficient planning in only 33 of the 61 cases inspected.",
        ("ratio 33 61 0.541 0.541",),
    ),
    (
        "A clear and timely plan was in place in two-thirds of community cases and "
        "three-quarters of custody cases.",
        ("fraction - - 0.6667 0.6667", "fraction - - 0.75 0.75"),
    ),
    (
        "Fifty-eight per cent of staff said that they had received enough training.",
        ("percentage - - 0.58 0.58",),
    ),
    (
        "Of the 21 cases requiring a risk management plan, only 12 had been completed.",
        ("ratio 12 21 0.5714 0.5714",),
    ),
    (
        "In almost half the cases, and in all those involving domestic abuse, there was no plan.",
        ("fraction - - 0.4 0.5",),
    ),
    (
        "In 6 of the 9 cases where this applied, victims had been consulted.",
        ("ratio 6 9 0.6667 0.6667",),
    ),
    ("There were three cases in which the risk had been assessed as too low.", ("count 3 - - -",)),
    (
        "The assessment was insufficient in one-third of cases, including two where "
        "there was a history of violence.",
        ("fraction - - 0.3333 0.3333", "count 2 - - -"),
    ),
    (
        "In over 70 per cent of relevant cases there was enough contact with the victim.",
        ("percentage - - 0.7 1",),
    ),
    ("Some 85% of reports were completed on time.", ("percentage - - 0.8 0.9",)),
    ("Only two of the five Looked After Children had up to date plans.", ("ratio 2 5 0.4 0.4",)),
    ("Just three plans had been reviewed.", ("count 3 - - -",)),
    ("A third of the assessments were copied from earlier ones.", ("fraction - - 0.3333 0.3333",)),
    (
        "Nine case managers completed our questionnaire; seven reported that supervision was good.",
        ("count 9 - - -", "count 7 9 0.7778 0.7778"),
    ),
    ("Fewer than half had received training.", ("fraction - - 0 0.5",)),
    ("Sixteen children had been convicted of a violent offence.", ("count 16 - - -",)),
    ("No staff had been trained in restorative justice.", ("fraction - - 0 0",)),
    ("There were no cases of poor practice.", ("fraction - - 0 0",)),
    ("Each of the four reports was comprehensive.", ("ratio 4 4 1 1",)),
    ("One plan had no date, and in another the targets were vague.", ("count 1 - - -",)),
    (
        "Case managers told us that one in three of their cases involved exploitation.",
        ("fraction - - 0.3333 0.3333",),
    ),
    ("In the two custody cases we inspected, planning was poor.", ("count 2 - - -",)),
    ("Less than a quarter of those interviewed knew about the policy.", ("fraction - - 0 0.25",)),
    ("In 10 cases (77 per cent) the plan was clear.", ("count 10 - - -",)),
    (
        "Management oversight was ineffective in 14 (58%) of the 24 cases.",
        ("ratio 14 24 0.5833 0.5833",),
    ),
    (
        "Interventions had been delivered in line with the plan in nearly three-fifths of cases.",
        ("fraction - - 0.5 0.6",),
    ),
    (
        "Planning took account of the views of parents in four of five cases.",
        ("ratio 4 5 0.8 0.8",),
    ),
    ("Ten of these young people were in custody.", ("count 10 - - -",)),
    (
        "In eight of the twelve cases this had been done, in three it was done in part "
        "and in one not at all.",
        ("ratio 8 12 0.6667 0.6667", "count 3 12 0.25 0.25", "count 1 12 0.0833 0.0833"),
    ),
    (
        "In one case there was good work, and in two others the plan was late.",
        ("count 1 - - -", "count 2 - - -"),
    ),
    ("Two-thirds (8 out of 12) of plans were sufficient.", ("fraction 8 12 0.6667 0.6667",)),
    ("We inspected two cases held by the same worker; neither had a plan.", ("ratio 0 2 0 0",)),
    ("Of those interviewed, three-quarters were satisfied.", ("fraction - - 0.75 0.75",)),
    ("Two reviews were late by one and three months respectively.", ("count 2 - - -",)),
    (
        "In a quarter of cases, the level was wrong; in a further quarter, it was not recorded.",
        ("fraction - - 0.25 0.25", "fraction - - 0.25 0.25"),
    ),
    (
        "Half had been in care and a third had been excluded from school.",
        ("fraction - - 0.5 0.5", "fraction - - 0.3333 0.3333"),
    ),
    (
        "Nearly all of the young people we met said that they were treated fairly.",
        ("fraction - - 0.9 1",),
    ),
    ("It had been done in every one of the ten cases.", ("ratio 10 10 1 1",)),
    ("In all 16 cases the order started promptly.", ("ratio 16 16 1 1",)),
    (
        "Reviews were done at least every three months in half of the cases.",
        ("fraction - - 0.5 0.5",),
    ),
    ("Six children had two or more plans.", ("count 6 - - -",)),
    (
        "Four of the cases had no plan, and three of these posed a high risk of harm.",
        ("count 4 - - -", "count 3 4 0.75 0.75"),
    ),
    (
        "Assessment was sufficient in seven cases and insufficient in five.",
        ("count 7 - - -", "count 5 - - -"),
    ),
    (
        "In 22 of 30 post-court cases there was enough analysis of the factors linked to "
        "offending.",
        ("ratio 22 30 0.7333 0.7333",),
    ),
    (
        "We judged that the reports were good in all but one of the nine cases where one "
        "had been written.",
        ("ratio 8 9 0.8889 0.8889",),
    ),
    (
        "Of the 18 cases with a safeguarding concern, eleven were well managed and four were not.",
        ("ratio 11 18 0.6111 0.6111", "count 4 18 0.2222 0.2222"),
    ),
    (
        "In 12 out of 13 cases the victim's wishes were known; in eight they were acted on.",
        ("ratio 12 13 0.9231 0.9231", "count 8 13 0.6154 0.6154"),
    ),
    ("Two of the young people told us that they had not seen their plan.", ("count 2 - - -",)),
    ("Only a quarter of those cases had been reviewed.", ("fraction - - 0.25 0.25",)),
    ("There had been no review in 4 of these cases.", ("count 4 - - -",)),
    ("In about one in ten cases the intervention was stopped early.", ("fraction - - 0.05 0.15",)),
    (
        "Nearly 50% of the assessments did not take account of past behaviour.",
        ("percentage - - 0.4 0.5",),
    ),
    ("Timely reviews were missing in a fifth of cases.", ("fraction - - 0.2 0.2",)),
    ("This was evident in virtually all cases.", ("fraction - - 0.9 1",)),
    ("The three reports written for the Crown Court were good.", ("count 3 - - -",)),
    (
        "In the five cases where diversity was relevant, it had been considered in four.",
        ("count 4 5 0.8 0.8",),
    ),
    ("Each plan we saw was signed.", ("fraction - - 1 1",)),
    ("All relevant staff had been trained.", ("fraction - - 1 1",)),
    (
        "Two thirds (67%) of case managers said that their training needs were met.",
        ("fraction - - 0.6667 0.6667",),
    ),
    ("More than one case had been allocated to an unqualified worker.", ("count - - - -",)),
    ("Between a half and two-thirds of plans were shared.", ("fraction - - 0.5 0.6667",)),
    (
        "By contrast, 16 of 17 (94 per cent) out-of-court disposal cases were sufficient.",
        ("ratio 16 17 0.9412 0.9412",),
    ),
    ("Of 27 cases, 20 had a plan.", ("ratio 20 27 0.7407 0.7407",)),
    ("The plan was good in nine cases, but poor in one.", ("count 9 - - -", "count 1 - - -")),
    ("In the other six cases, the assessor had not spoken to the parents.", ("count 6 - - -",)),
    ("One in every three plans was out of date.", ("fraction - - 0.3333 0.3333",)),
    (
        "A plan was made within 15 working days in six of the eight relevant cases.",
        ("ratio 6 8 0.75 0.75",),
    ),
    (
        "Six staff from four agencies attended the three meetings about two cases.",
        ("count 6 - - -", "count 2 - - -"),
    ),
    (
        "There were two assessments on file, neither of which was complete.",
        ("count 2 - - -", "ratio 0 2 0 0"),
    ),
    (
        "Children spent up to 23 hours a day in their cells, and one in five had no education.",
        ("fraction - - 0.2 0.2",),
    ),
    ("In one report there was no proposal.", ("count 1 - - -",)),
    (
        "The first two standards were met in all cases, the third in half.",
        ("fraction - - 1 1", "fraction - - 0.5 0.5"),
    ),
    ("We would have expected nine of the ten plans to be reviewed.", ("ratio 9 10 0.9 0.9",)),
    (
        "Risk of harm was reduced in 45 per cent of relevant cases, and safety improved "
        "in 60 per cent.",
        ("percentage - - 0.45 0.45", "percentage - - 0.6 0.6"),
    ),
    (
        "Assessment and planning were good in 75 per cent and 80 per cent of cases respectively.",
        ("percentage - - 0.75 0.75", "percentage - - 0.8 0.8"),
    ),
    ("Of the cases we looked at, half involved knives.", ("fraction - - 0.5 0.5",)),
    ("Of the 14 cases, just over half (eight) involved knives.", ("fraction 8 14 0.5 0.6",)),
    ("Not one of the six plans had been countersigned.", ("ratio 0 6 0 0",)),
    (
        "In five of the cases inspected the young person had moved more than three times.",
        ("count 5 - - -",),
    ),
    (
        "Four case managers, all of whom were new, had not been trained.",
        ("count 4 - - -", "ratio 4 4 1 1"),
    ),
    ("It took three weeks in one case and five in another.", ("count 1 - - -",)),
    ("Planning met needs in two-thirds of cases (10/15).", ("fraction 10 15 0.6667 0.6667",)),
    ("For all but two of those interviewed, training was sufficient.", ("count - - - -",)),
    ("Only in one of the 13 cases was the victim asked.", ("ratio 1 13 0.0769 0.0769",)),
    ("Two or more reviews had been missed in four cases.", ("count 4 - - -",)),
    ("Less than 1 in 10 cases had a contingency plan.", ("fraction - - 0 0.1",)),
    ("We assessed two plans as inadequate.", ("count 2 - - -",)),
    (
        "Of note, around two-thirds were enforced in line with National Standards.",
        ("fraction - - 0.6167 0.7167",),
    ),
    ("We considered three cases to be poorly managed.", ("count 3 - - -",)),
    ("We note three cases in which this was missed.", ("count 3 - - -",)),
    ("Two-thirds had poor attendance at school.", ("fraction - - 0.6667 0.6667",)),
    ("The date was wrong in half a dozen plans.", ("count 6 - - -",)),
    ("Of the dozen reviews we read, a third were late.", ("fraction - 12 0.3333 0.3333",)),
    ("In two dozen cases there was a plan.", ("count 24 - - -",)),
    ("We found no contingency plan in any of the eight cases.", ("ratio 0 8 0 0",)),
    ("The worker had not signed either of the two reports.", ("ratio 0 2 0 0",)),
    ("Nobody had been consulted and there was no review in either case.", ("ratio 0 2 0 0",)),
    ("All three of the assessments were shared.", ("ratio 3 3 1 1",)),
    ("All five of those written for the Crown Court were good reports.", ("ratio 5 5 1 1",)),
    ("Half of those supervised in the north had moved.", ("fraction - - 0.5 0.5",)),
    ("A quarter of those aged under 14 were out of school.", ("fraction - - 0.25 0.25",)),
    ("Plans were brief, and nearly all gave no dates.", ("fraction - - 0.9 1",)),
    ("Just over a third rarely met their worker.", ("fraction - - 0.3333 0.4333",)),
    ("Fewer than a quarter paid any heed to victims.", ("fraction - - 0 0.25",)),
    ("Three of the 15 posts were vacant.", ("ratio 3 15 0.2 0.2",)),
    ("One-fifth of posts were filled by agency workers.", ("fraction - - 0.2 0.2",)),
    ("A nurse would have helped in at least four cases.", ("count 4 - - -",)),
    ("At least three young people had been moved.", ("count 3 - - -",)),
    ("Five children in our sample had changed school.", ("count 5 - - -",)),
    ("We were worried about the safety of four children.", ("count 4 - - -",)),
    ("The arrival of the two young people in custody was badly handled.", ("count 2 - - -",)),
    ("Seven out of ten had kept to their contract.", ("ratio 7 10 0.7 0.7",)),
    ("One plan in five had been read by a manager.", ("fraction - - 0.2 0.2",)),
    ("Nine plans in every ten had been read.", ("fraction - - 0.9 0.9",)),
    ("Two of the five headteachers whom we met knew of it.", ("ratio 2 5 0.4 0.4",)),
    ("Four out of five volunteers agreed.", ("ratio 4 5 0.8 0.8",)),
    ("Agency workers made up a quarter of the workforce.", ("fraction - - 0.25 0.25",)),
    ("Three visits in six weeks were missed.", ()),
    ("Almost one case in four lacked a plan.", ("fraction - - 0.15 0.25",)),
    ("One case in three areas was late.", ("count 1 - - -",)),
    ("Nine of the last ten cases were late.", ("ratio 9 10 0.9 0.9",)),
    ("Four of the six transfers were late.", ("ratio 4 6 0.6667 0.6667",)),
    ("Reviews were good in scarcely more than half of the cases.", ("fraction - - 0.5 0.6",)),
    (
        "Reports varied: in two of the five it was not clear what was proposed.",
        ("ratio 2 5 0.4 0.4",),
    ),
    (
        "The average caseload was 14, but three of the nine case managers had over 20.",
        ("ratio 3 9 0.3333 0.3333",),
    ),
    ("Two out of every three plans were late.", ("fraction - - 0.6667 0.6667",)),
    ("In most cases (9/12) the plan was shared.", ("ratio 9 12 0.75 0.75",)),
    (
        "Nine cases (60%) had a plan and six (40%) did not.",
        ("count 9 - - -", "count 6 - - -"),
    ),
    ("As few as three of the 20 plans were signed.", ("ratio 3 20 0.15 0.15",)),
    (
        "Managers signed more than three-quarters of the risk of harm assessments.",
        ("fraction - - 0.75 1",),
    ),
    ("In half of the cases barriers were neither found nor met.", ("fraction - - 0.5 0.5",)),
    (
        "All ten workers felt well led, and nine received supervision each month.",
        ("ratio 10 10 1 1", "count 9 10 0.9 0.9"),
    ),
)

#: Where the denominator of a count comes from.
PARAGRAPHS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The mentor drove four young women to college.", ("count 4 - - -",)),
    ("The lives of two girls bore the marks of it.", ("count 2 - - -",)),
    ("Half of those above school age had no place.", ("fraction - - 0.5 0.5",)),
    ("Three in ten of those over 16 had left.", ("fraction - - 0.3 0.3",)),
    ("Not one of the plans named her.", ("fraction - - 0 0",)),
    (
        "Of the eight case managers we met, six had lapsed. Not one had been trained.",
        ("ratio 6 8 0.75 0.75", "ratio 0 8 0 0"),
    ),
    (
        "It was filled in for almost every child or young person.",
        ("fraction - - 0.9 1",),
    ),
    ("Practitioners are supervised, and all 14 rated it highly.", ("ratio 14 14 1 1",)),
    ("The single case had been referred late.", ("count 1 - - -",)),
    ("Only one practitioner was dissatisfied.", ("count 1 - - -",)),
    ("One practitioner was dissatisfied.", ()),
    (
        "Social workers came to fewer than half of the meetings.",
        ("fraction - - 0 0.5",),
    ),
    (
        "The board met four times a year and six of its nine members attended.",
        ("ratio 6 9 0.6667 0.6667",),
    ),
    (
        "A plan was needed in 17 cases. Nine of the plans were good, five were not and three"
        " had not been written.",
        (
            "count 17 - - -",
            "count 9 17 0.5294 0.5294",
            "count 5 17 0.2941 0.2941",
            "count 3 17 0.1765 0.1765",
        ),
    ),
    (
        "Risk was assessed well in 20 of the 28 cases. In the eight insufficient cases, this"
        " was late in three.",
        ("ratio 20 28 0.7143 0.7143", "count 8 28 0.2857 0.2857", "count 3 8 0.375 0.375"),
    ),
    (
        "Three cases met the criteria. Only one had been referred; the other two were missed.",
        ("count 3 - - -", "count 1 3 0.3333 0.3333", "count 2 3 0.6667 0.6667"),
    ),
    (
        "Nine young people kept to their sentence. Meetings were held with the remaining four.",
        ("count 9 - - -", "count 4 - - -"),
    ),
    (
        "We read 14 intervention plans. Six were detailed enough, and in five of the others the"
        " targets had been copied.",
        ("count 6 14 0.4286 0.4286", "count 5 14 0.3571 0.3571"),
    ),
    (
        "We looked at 11 reviews. Four had been done on time, and two of the rest were not"
        " started.",
        ("count 4 11 0.3636 0.3636", "count 2 11 0.1818 0.1818"),
    ),
    (
        "We found nine transition plans. Most had been agreed with the school. One of these had"
        " no date.",
        ("count 9 - - -", "count 1 9 0.1111 0.1111"),
    ),
    (
        "A plan was in place in 18 of the 21 cases that required one, and 13 of the 18 were good."
        " In the other three cases no plan had been made.",
        (
            "ratio 18 21 0.8571 0.8571",
            "ratio 13 18 0.7222 0.7222",
            "count 3 21 0.1429 0.1429",
        ),
    ),
    (
        "The seven that fell short had much in common. They had been copied, and alcohol had played a"
        " part in five of them.",
        ("count 7 - - -", "count 5 7 0.7143 0.7143"),
    ),
    (
        "Most came back to their plan, and the five who did not were returned to court.",
        ("count 5 - - -",),
    ),
    ("Nine of those in our sample were looked after.", ("count 9 - - -",)),
    (
        "Victims had been overlooked (nine cases), violence had been ignored (five) or a text"
        " had been pasted in (four).",
        ("count 9 - - -", "count 5 - - -", "count 4 - - -"),
    ),
    ("None of the eight VMPs had been reviewed.", ("ratio 0 8 0 0",)),
    ("Nine in ten of the sessions took place.", ("fraction - - 0.9 0.9",)),
    (
        "The panel refused six of the 17 referrals, and in four of the six there was no reason.",
        ("ratio 6 17 0.3529 0.3529", "ratio 4 6 0.6667 0.6667"),
    ),
    (
        "Five children and young people were looked after, three of them outside the county.",
        ("count 5 - - -", "count 3 5 0.6 0.6"),
    ),
    (
        "There were 16 plans. Of the remaining 11, only four named a date.",
        ("count 16 - - -", "ratio 4 11 0.3636 0.3636"),
    ),
    (
        "Eight practitioners were interviewed. Only three had a plan, and none had been observed.",
        ("count 3 8 0.375 0.375", "fraction - - 0 0"),
    ),
    (
        "We read 11 progress reports (PRs), of which only five were complete.",
        ("ratio 5 11 0.4545 0.4545",),
    ),
    ("We met six practitioners, of whom two had been trained.", ("ratio 2 6 0.3333 0.3333",)),
    (
        "The scheme was open to nine young people, seven of whom had stayed.",
        ("count 9 - - -", "count 7 9 0.7778 0.7778"),
    ),
    ("She had two children, one of whom was often away.", ()),
    (
        "There were 14 plans. Nine of these plans were sound, three were thin and two were late.",
        (
            "count 14 - - -",
            "count 9 14 0.6429 0.6429",
            "count 3 14 0.2143 0.2143",
            "count 2 14 0.1429 0.1429",
        ),
    ),
    (
        "Ten of the 16 plans were sound. In four of the remaining six the aims were vague.",
        ("ratio 10 16 0.625 0.625", "ratio 4 6 0.6667 0.6667"),
    ),
    (
        "Plans were required in 15 cases. Seven were adequate. Two had not been written.",
        ("count 15 - - -", "count 7 15 0.4667 0.4667", "count 2 15 0.1333 0.1333"),
    ),
    (
        "Ten children were known to social care. Joint meetings took place in eight.",
        ("count 10 - - -", "count 8 10 0.8 0.8"),
    ),
    (
        "A review was due in 17 cases and had been carried out in four. In two of these it was late.",
        ("count 17 - - -", "count 4 17 0.2353 0.2353", "count 2 4 0.5 0.5"),
    ),
    (
        "Custodial sentences had been imposed in five cases. Planning was timely in four, and a "
        "visit had been made in three.",
        ("count 5 - - -", "count 4 5 0.8 0.8", "count 3 5 0.6 0.6"),
    ),
    (
        "There had been a change of address in 14 cases and in only five of them was it recorded.",
        ("count 14 - - -", "count 5 14 0.3571 0.3571"),
    ),
    (
        "Gangs were a feature of seven cases. In two, the panel had not been told.",
        ("count 7 - - -", "count 2 7 0.2857 0.2857"),
    ),
    (
        "Seven children had missed appointments. Breach action was begun in one instance.",
        ("count 7 - - -", "count 1 7 0.1429 0.1429"),
    ),
    (
        "Five assessments were poor. Three omitted earlier offences, and one was out of date.",
        ("count 5 - - -", "count 3 5 0.6 0.6", "count 1 5 0.2 0.2"),
    ),
    (
        "Weapons were understated in three of the eight cases. Victims were known in six of these, "
        "and their wishes were heard in two.",
        ("ratio 3 8 0.375 0.375", "count 6 - - -", "count 2 8 0.25 0.25"),
    ),
    (
        "Eleven cases required a review, and seven received a good one.",
        ("count 11 - - -", "count 7 11 0.6364 0.6364"),
    ),
    (
        "Eleven of the 24 cases were reviewed. Thirteen were not. In one, a girl had been hurt.",
        ("ratio 11 24 0.4583 0.4583", "count 13 24 0.5417 0.5417", "count 1 13 0.0769 0.0769"),
    ),
    (
        "Plans were needed by 26 children. Twenty-two of the 26 had one and, of those, 15 were good.",
        ("count 26 - - -", "ratio 22 26 0.8462 0.8462", "count 15 22 0.6818 0.6818"),
    ),
    (
        "We disagreed with the level of risk in five cases: in four it was too low.",
        ("count 5 - - -", "count 4 5 0.8 0.8"),
    ),
    (
        "We read 20 assessments. Ten were sound, six adequate and four poor.",
        ("count 10 20 0.5 0.5", "count 6 20 0.3 0.3", "count 4 20 0.2 0.2"),
    ),
    (
        "Plans had been signed in nine cases but the signature had improved them in only two.",
        ("count 9 - - -", "count 2 9 0.2222 0.2222"),
    ),
    (
        "It was not clear in eight cases who had called, and in three of those the victim was alone.",
        ("count 8 - - -", "count 3 8 0.375 0.375"),
    ),
    # A fault is not the announcement of a whole, and what stands beside a count is no part.
    (
        "Plans were late in seven cases. Reviews were absent from four.",
        ("count 7 - - -", "count 4 - - -"),
    ),
    (
        "No plan had been completed in nine cases. Reviews were poor in four.",
        ("count 9 - - -", "count 4 - - -"),
    ),
    (
        "Nine cases had a plan and six did not.",
        ("count 9 - - -", "count 6 - - -"),
    ),
    (
        "Five staff had left. Reviews were late in two.",
        ("count 5 - - -", "count 2 - - -"),
    ),
    (
        "Eight of the eleven people we interviewed felt supported, and five had been trained.",
        ("ratio 8 11 0.7273 0.7273", "count 5 11 0.4545 0.4545"),
    ),
    (
        "We read 14 and found 12 to be concise. Of the 14 plans that we saw, we judged only two "
        "to be adequate.",
        ("count 12 14 0.8571 0.8571", "ratio 2 14 0.1429 0.1429"),
    ),
    (
        "Court reports were good. Of the ten we read, eight were well argued, and we judged "
        "nine of the ten to be fair.",
        ("ratio 8 10 0.8 0.8", "ratio 9 10 0.9 0.9"),
    ),
    (
        "All eight of those who began the course finished, and three have gone on to help.",
        ("ratio 8 8 1 1", "count 3 8 0.375 0.375"),
    ),
    (
        "Cases were well run. One worker helped others. Nobody asked her, and one had left.",
        (),
    ),
    (
        "In three of the six cases in custody, planning was good. In one case it was missing.",
        ("ratio 3 6 0.5 0.5", "count 1 6 0.1667 0.1667"),
    ),
    (
        "All 11 cases needed a review. It was late in four cases, and missing in two.",
        ("ratio 11 11 1 1", "count 4 11 0.3636 0.3636", "count 2 11 0.1818 0.1818"),
    ),
    (
        "In six poor cases, we found that plans had not been written in four, and were "
        "not shared in three.",
        ("count 6 - - -", "count 4 6 0.6667 0.6667", "count 3 6 0.5 0.5"),
    ),
    (
        "There were ten cases where a plan was needed. It had not been written in three, "
        "one of which was urgent.",
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
    ("In most cases, the plan was clear. In the remaining four, it was not.", ("count 4 - - -",)),
    (
        "Six cases had been assessed well; the other four had not.",
        ("count 6 - - -", "count 4 - - -"),
    ),
    (
        "We interviewed eight case managers. Six felt that supervision was effective.",
        ("count 6 8 0.75 0.75",),
    ),
    ("We examined 15 cases. In nine, the assessment was sufficient.", ("count 9 15 0.6 0.6",)),
    (
        "Most of the 12 cases were well managed. In three cases the plan was late.",
        ("count 3 12 0.25 0.25",),
    ),
    (
        "Reviews were inconsistent. Less than two-fifths were good enough. In half, "
        "dates were missing.",
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
    (
        "There were eight custody cases in the sample. In five the sentence plan was too late.",
        ("count 8 - - -", "count 5 8 0.625 0.625"),
    ),
    ("Plans were checked. None had been shared with the young person.", ("fraction - - 0 0",)),
    (
        "Eight of the nine plans were good. In the remaining case there was no plan.",
        ("ratio 8 9 0.8889 0.8889", "count 1 9 0.1111 0.1111"),
    ),
    (
        "All ten that we read were clear reports, and the court agreed with nine of them.",
        ("ratio 10 10 1 1", "count 9 10 0.9 0.9"),
    ),
    (
        "Seven of the 12 cases were complex. Four of these had been transferred.",
        ("ratio 7 12 0.5833 0.5833", "count 4 7 0.5714 0.5714"),
    ),
    (
        "We interviewed ten case managers. Eight of them were content.",
        ("count 8 10 0.8 0.8",),
    ),
    (
        "Risk was judged rightly in 9 of the 15 cases. In the other six, the level was too "
        "low in four and too high in two.",
        (
            "ratio 9 15 0.6 0.6",
            "count 6 15 0.4 0.4",
            "count 4 6 0.6667 0.6667",
            "count 2 6 0.3333 0.3333",
        ),
    ),
    (
        "There were 18 cases that called for a plan; ten of those plans were poor.",
        ("count 18 - - -", "count 10 18 0.5556 0.5556"),
    ),
    (
        "In three cases we thought the level wrong; in all three it was too high.",
        ("count 3 - - -", "ratio 3 3 1 1"),
    ),
    (
        "No plan existed in 5 of the 14 cases. In a further three it was out of date.",
        ("ratio 5 14 0.3571 0.3571", "count 3 14 0.2143 0.2143"),
    ),
    (
        "Ten of the 14 assessments were good. Of the four that were not, two were late.",
        ("ratio 10 14 0.7143 0.7143", "ratio 2 4 0.5 0.5"),
    ),
    (
        "Half of the 12 cases were complex. At least two had no plan.",
        ("fraction - 12 0.5 0.5", "count 2 12 0.1667 1"),
    ),
    (
        "Proposals were realistic, and the bench followed them in all six of those sampled.",
        ("ratio 6 6 1 1",),
    ),
    ("The proposal was appropriate in all eight of those we read.", ("ratio 8 8 1 1",)),
    ("Still all nine of those we interviewed would recommend it.", ("ratio 9 9 1 1",)),
    (
        "Warnings were issued, and of the six cases returned to court, all were properly prepared.",
        ("ratio 6 6 1 1",),
    ),
    (
        "The six case managers we met all felt well supported, and five described their supervision as helpful.",
        ("ratio 6 6 1 1", "count 5 6 0.8333 0.8333"),
    ),
    ("The five case managers that we interviewed all felt well supported.", ("ratio 5 5 1 1",)),
    (
        "Eight pre-sentence reports had been prepared and all were of a good standard.",
        ("count 8 - - -", "ratio 8 8 1 1"),
    ),
    (
        "Three children were released from custody, and none of them knew the address.",
        ("count 3 - - -", "ratio 0 3 0 0"),
    ),
    (
        "Two cases were managed under MAPPA. In both, the referral had been made in good time.",
        ("count 2 - - -", "ratio 2 2 1 1"),
    ),
    (
        "All seven case managers we interviewed agreed. Only three, however, felt that countersigning had led to a change.",
        ("ratio 7 7 1 1", "count 3 7 0.4286 0.4286"),
    ),
    (
        "Breach action was taken in all six cases where it was needed, and was withdrawn in two after the young person began to attend again.",
        ("ratio 6 6 1 1", "count 2 6 0.3333 0.3333"),
    ),
    (
        "We expected to find a review in 19 cases and it had been carried out properly in eight.",
        ("count 19 - - -", "count 8 19 0.4211 0.4211"),
    ),
    (
        "This had not been done in six of the ten cases, including two in which there had been a further charge.",
        ("ratio 6 10 0.6 0.6", "count 2 6 0.3333 0.3333"),
    ),
    (
        "There was a plan in 9 of the 14 cases that required one, and only three of the plans were satisfactory.",
        ("ratio 9 14 0.6429 0.6429", "count 3 9 0.3333 0.3333"),
    ),
    (
        "A plan had not been completed in 4 of the 11 cases that required one. Of those that had been completed, only two were good enough.",
        ("ratio 4 11 0.3636 0.3636", "count 2 - - -"),
    ),
    (
        "Of the 16 cases where a review was needed, only seven had one of sufficient quality. In four no review had been done.",
        ("ratio 7 16 0.4375 0.4375", "count 4 16 0.25 0.25"),
    ),
    (
        "Risk of harm was assessed well enough in 14 of the 20 cases. In the six that fell short, earlier behaviour was left out of account.",
        ("ratio 14 20 0.7 0.7", "count 6 20 0.3 0.3"),
    ),
    (
        "Social workers attended only 5 of the 13 meetings whose minutes we saw.",
        ("ratio 5 13 0.3846 0.3846",),
    ),
    (
        "Twelve of the 15 staff agreed and three did not.",
        ("ratio 12 15 0.8 0.8", "count 3 15 0.2 0.2"),
    ),
    (
        "Reviews were due in 15 cases and had been completed in four of these.",
        ("count 15 - - -", "count 4 15 0.2667 0.2667"),
    ),
)

#: Numbers that count nothing of the kind asked for.
NOTHING: tuple[str, ...] = (
    "Reviews lapsed after two quarters.",
    "Case managers held between eight and 15 cases each.",
    "She reads every plan, and had reviewed each case.",
    "Cases were led by a manager who was the third in five.",
    "The inspection of 20 cases took three days.",
    "More than 80 children attended the summer scheme for cases.",
    "The first of the two plans was better than the second.",
    "Cases differed; we saw no reason for this, and none was offered.",
    "Drugs and harm were covered, and plans showed traces of all three.",
    "Cases went well, but health was half there.",
    "Cases were few, and violence showed a fall of two-fifths.",
    "Those who stayed were carrying 19 cases apiece.",
    "Plans named agencies without saying what any of them was to do.",
    "Victims were content, and there are 46 of them.",
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
    "Four out of five dentists agreed.",
    "We read the files of 12 cases and spoke to six staff.",
    "In most of the eight out-of-court disposal cases, work was good.",
    "The YOT had 45 staff and 12 volunteers in post at the time.",
    "The average time to complete the 20 assessments was six days.",
    "The 14 cases were drawn from orders made in the last nine months.",
    "Staff sickness stood at 12 per cent and staff turnover at 20 per cent.",
    "About 15 per cent of the caseload was looked after by the local authority.",
    "Black and minority ethnic children made up 40 per cent of the caseload.",
    "There was one YOT nurse and three police officers for the two sites.",
    "He was one of three young people arrested that night.",
    "In all but a small number of cases, plans were shared.",
    "Performance against the first-time entrants measure had fallen by a third.",
    "The two boys and their three sisters lived with one aunt.",
    "Overall, 64 per cent of the work we inspected met our standards.",
    "Staff had completed 80 per cent of the training programme.",
    "A panel of eight children redesigned the form.",
    "He lived with his mother and three younger children.",
    "Plans were fewer than those of the year before.",
    "None had been shared with the young person.",
    "The service had 62 open cases and worked with 45 children at the time of the inspection.",
    "In 2013-2014 the YOT supervised 210 young people.",
    "Case managers had a plan for every child.",
    "On one occasion two workers visited him at home, and both parents were there.",
    "He had three previous convictions, two of which were for violence.",
    "She lived with her mother and two younger children, one of whom was ill.",
    "All three partners contributed to the plan.",
    "All agencies attended, and each brought information.",
    "The panel had met six times in 12 months, in two of which nobody came.",
    "One area for improvement was the quality of reviews.",
    "Staff worked in two teams, and in one the caseloads were high.",
    "No one had checked the plan, and no reviews were seen.",
    "The proportion of children in education had risen from 40 to 55 per cent.",
    "The service received a score of 21 out of 36.",
    "The nurse saw two children a week; one was in care.",
    "Every effort was made, and each time the plan was changed.",
    "We saw one excellent example in which a case manager had used drawings.",
    "These ten cases were of concern.",
    "It rose to 12 per cent, above the national average of 9 per cent.",
    "The plan was of use to either the case manager or the child.",
    "The nurse had left; neither had the teacher been replaced, and all posts were advertised.",
    "Any of the staff can be asked, and a referral can be made in any case.",
    "There was no delay, but any of the nine case managers can refer.",
    "Dozens of visits were made, and the team met a dozen schools.",
    "He looked after two of the six horses and the remaining dog.",
)


def answer(found: Quantity) -> str:
    cells = (found.type, found.numerator, found.denominator, found.low, found.high)
    return " ".join("-" if cell is None else str(cell) for cell in cells)


def answers(text: str) -> tuple[str, ...]:
    return tuple(answer(found) for found in quantities(text, split(text)))


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: str(value)[:50])
def test_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS, ids=lambda value: str(value)[:50])
def test_paragraphs(text: str, expected: tuple[str, ...]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize("text", NOTHING, ids=lambda value: value[:50])
def test_nothing_is_counted(text: str) -> None:
    assert answers(text) == ()


def test_the_tables_are_as_large_as_they_should_be() -> None:
    assert len(SENTENCES) >= 120
    assert len(PARAGRAPHS) >= 15
    assert len(NOTHING) >= 60
