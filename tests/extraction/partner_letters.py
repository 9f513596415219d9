"""Passages in the wording of inspection reports, with the partners that they name.

None is taken from a report, and every local name is made up. Each was written, with its
answer, before the engine was run on it; labels follow the register. A passage is a few sentences of one paragraph, each
with the stances it takes: ``+`` praises, ``-`` criticises, ``+-`` does both, nothing is
neutral. The answer lists, for each partner, ``LABEL | links | attributes``: how many
mentions make a link (0: none does) and what else must hold of one of its mentions.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CRITICISM", "NOBODY", "ONLY_NEGATED_AND_PLANNED", "PRAISE", "Passage"]


class Passage(NamedTuple):
    """Sentences with their stances, and the partners expected in them."""

    sentences: tuple[tuple[str, str], ...]
    expected: tuple[str, ...]


def _one(text: str, stances: str, *expected: str) -> Passage:
    return Passage(((text, stances),), expected)


#: Letters that praise.
PRAISE: tuple[Passage, ...] = (
    _one(
        "The YOT worked closely with Northmoor Children's Social Care Service.",
        "+",
        "Children's social care | 1 | + sector=childrens-services local",
    ),
    _one(
        "Social workers attended planning meetings and shared their assessments.",
        "+",
        "Children's social care | 1 | +",
    ),
    _one(
        "Health needs were met well through Waypoint (the substance misuse service).",
        "+",
        "Waypoint | 1 | + sector=health local",
    ),
    _one(
        "The local Kinfolk Together initiative helped families in crisis.",
        "+",
        "Kinfolk Together | 1 | + local sector=childrens-services",
    ),
    _one(
        "Children received excellent mentoring from the Rise4You scheme.",
        "+",
        "Rise4You | 1 | + local sector=voluntary-and-community",
    ),
    _one(
        "Complex cases were taken to risk panels (Shared Concern Forum).",
        "+",
        "Shared Concern Forum | 1 | + arrangement sector=multi-agency-arrangement",
    ),
    _one(
        "Managers attended the Weapons and Robbery Reduction Panel, which worked well.",
        "+",
        "Weapons and Robbery Reduction Panel | 1 | + arrangement",
    ),
    _one(
        "Some children took part in a project called Second Wind, which was well run.",
        "+",
        "Second Wind | 1 | + local",
    ),
    _one(
        "Reparation was run by Harbourside Trust and valued by children.",
        "+",
        "Harbourside Trust | 1 | +",
    ),
    _one(
        "Lantern House, a voluntary organisation, gave mothers good support.",
        "+",
        "Lantern House | 1 | + sector=voluntary-and-community",
    ),
    _one(
        "Counselling was commissioned from Open Gate and children made good use of it.",
        "+",
        "Open Gate | 1 | +",
    ),
    Passage(
        (
            ("The Northmoor Inclusion Partnership (NIP) met monthly.", ""),
            ("NIP had done much to keep children out of court.", "+"),
        ),
        ("Northmoor Inclusion Partnership | 2 | + arrangement",),
    ),
    Passage(
        (
            ("A speech and language therapist had trained staff.", "+"),
            ("The therapist also wrote helpful advice for each plan.", "+"),
        ),
        ("Speech and language therapist | 2 | + role=present sector=health",),
    ),
    _one(
        "The YOT had access to a psychologist and a parenting worker.",
        "+",
        "Psychologist | 1 | role=present",
        "Parenting worker | 1 | role=present",
    ),
    Passage(
        (
            ("Two children were managed under MAPPA.", ""),
            ("The YOT made a full contribution to these arrangements.", "+"),
        ),
        ("Multi-Agency Public Protection Arrangements | 2 | + arrangement",),
    ),
    Passage(
        (
            ("The service chairs a Weapons Forum and takes part in the Transitions Panel.", ""),
            ("Both meetings led to firm action.", "+"),
        ),
        ("Weapons Forum | 2 | + arrangement", "Transitions Panel | 2 | + arrangement"),
    ),
    Passage(
        (
            ("The Steady Ground project (which works with bereaved children) was valued.", "+"),
            ("Staff at the project kept in touch after the order had ended.", "+"),
        ),
        ("Steady Ground | 2 | + local",),
    ),
    Passage(
        (
            ("Joint work with the police was strong.", "+"),
            ("It began before the child was interviewed.", "+"),
        ),
        ("Police | 2 | + sector=police",),
    ),
    _one(
        "A nurse had recently been appointed and was already seeing children.",
        "+",
        "Nurse | 1 | role=recent",
    ),
    _one(
        "The newly appointed substance misuse worker had made a good start.",
        "+",
        "Substance misuse worker | 1 | + role=recent",
    ),
    _one(
        "The Board includes senior officers of the police and the National Probation Service.",
        "+",
        "Police | 1 | board=member",
        "National Probation Service | 1 | board=member national",
    ),
    _one(
        "The Management Board is chaired by the Director of Children's Services.",
        "",
        "Northmoor Council | 0 | board=chair sector=local-government",
    ),
    _one(
        "Information from schools and colleges arrived in time for assessments.",
        "+",
        "Schools | 1 | + sector=education",
        "Colleges | 1 | + sector=education",
    ),
    _one(
        "CAMHS staff offered appointments at the office, and the CAMHS service was trusted.",
        "+",
        "Child and Adolescent Mental Health Service | 1 | + sector=health",
    ),
    _one(
        "There was a clear exchange of information with the host YOT.",
        "+",
        "Host YOT | 1 | + sector=other-youth-offending-service",
    ),
    _one(
        "Mediation, known locally as Common Ground, was offered to every family.",
        "+",
        "Common Ground | 1 | local",
    ),
    _one(
        "The knife crime unit and the edge of harm team shared what they knew.",
        "+",
        "Knife crime unit | 1 | + sector=police",
        "Edge of harm team | 1 | +",
    ),
    Passage(
        (
            ("Children were referred to Bluebird (a counselling charity).", ""),
            ("Bluebird saw them within a week.", "+"),
            ("Plans were clear.", "+"),
        ),
        ("Bluebird | 2 | +",),
    ),
)

#: Letters that criticise: the partner is there, or needed, and falls short.
CRITICISM: tuple[Passage, ...] = (
    _one(
        "Referrals to MAPPA were late.",
        "-",
        "Multi-Agency Public Protection Arrangements | 1 | -",
    ),
    _one("Information was not always shared with the police.", "-", "Police | 1 | -"),
    _one(
        "Children's social care did not attend meetings and closed cases too early.",
        "-",
        "Children's social care | 1 | -",
    ),
    _one(
        "The thresholds applied by the social care team were unclear.",
        "-",
        "Children's social care | 1 | -",
    ),
    _one(
        "There were not enough education specialists to help every child.",
        "-",
        "Education specialist | 1 | - role=absent",
    ),
    _one(
        "Children waited too long to be seen by CAMHS.",
        "-",
        "Child and Adolescent Mental Health Service | 1 | -",
    ),
    _one(
        "Joint work with the police was excellent, but links with schools were weak.",
        "+-",
        "Police | 1 | + only",
        "Schools | 1 | - only",
    ),
    _one(
        "While the police shared what they knew, housing services were slow to respond.",
        "+-",
        "Police | 1 | + only",
        "Housing services | 1 | - only",
    ),
    Passage(
        (
            ("Two cases should have gone to MAPPA.", "-"),
            ("In one the referral was late and in the other none was made.", "-"),
        ),
        ("Multi-Agency Public Protection Arrangements | 2 | -",),
    ),
    Passage(
        (
            ("The YOT took part in the Missing Children Forum.", ""),
            ("However, the forum seldom agreed what should be done.", "-"),
        ),
        ("Missing Children Forum | 2 | - arrangement",),
    ),
    _one(
        "The Community Rehabilitation Company had left the Board, though links between "
        "practitioners were good.",
        "+-",
        "Community Rehabilitation Company | 1 | + board=absent sector=probation",
    ),
    _one(
        "Joint work with social workers was hindered by poor communication.",
        "-",
        "Children's social care | 1 | -",
    ),
    _one(
        "The National Probation Service has not attended the Board for a year.",
        "-",
        "National Probation Service | 1 | - board=absent",
    ),
    Passage(
        (
            ("The Board met four times.", ""),
            ("Neither health nor the probation trust had sent anybody.", "-"),
            ("The police came each time, and housing has missed every meeting.", "+-"),
        ),
        (
            "Health services | 1 | - board=absent",
            "Probation trust | 1 | - board=absent",
            "Police | 1 | board=member",
            "Housing services | 1 | - board=absent",
        ),
    ),
    Passage(
        (
            ("A community psychiatric nurse was attached to the team for years.", ""),
            ("That post was lost when the foundation trust cut its grant.", "-"),
        ),
        (
            "Community psychiatric nurse | 1 | role=absent",
            "Foundation trust | 1 | -",
        ),
    ),
    _one(
        "There was no psychologist, although one was badly needed.",
        "-",
        "Psychologist | 1 | - role=absent",
    ),
)

#: Letters that only negate, plan, suppose or look back: no partner is linked.
ONLY_NEGATED_AND_PLANNED: tuple[Passage, ...] = (
    _one("There was no nurse in the team.", "-", "Nurse | 0 | role=absent"),
    _one(
        "The YOT did not have access to a speech and language therapist.",
        "-",
        "Speech and language therapist | 0 | role=absent",
    ),
    _one("There were plans to set up a Girls at Risk Panel.", "", "Girls at Risk Panel | 0 |"),
    _one(
        "If the YOT had a psychologist, trauma could be better understood.",
        "-",
        "Psychologist | 0 |",
    ),
    _one("The Fresh Tide project had closed the year before.", "", "Fresh Tide | 0 |"),
    _one(
        "A bid had been made for a restorative justice worker.",
        "",
        "Restorative justice worker | 0 |",
    ),
    _one(
        "Health services were not represented on the Management Board.",
        "-",
        "Health services | 0 | board=absent",
    ),
    _one(
        "The post of substance misuse worker was vacant.",
        "-",
        "Substance misuse worker | 0 | role=absent",
    ),
    _one(
        "The team no longer had a seconded police officer.",
        "-",
        "Police officer | 0 | role=absent",
        "Police | 0 |",
    ),
    _one("Funding for the Moving Forward scheme had ended.", "-", "Moving Forward | 0 |"),
    _one(
        "Consideration should be given to commissioning a mentoring scheme.",
        "-",
        "Mentors | 0 |",
    ),
    _one(
        "Without a multi-agency safeguarding hub, concerns went astray.",
        "-",
        "Multi-agency safeguarding hub | 0 |",
    ),
    _one("It is hoped that a new Exploitation Hub will open.", "", "Exploitation Hub | 0 |"),
    _one("The service intends to recruit a psychologist.", "", "Psychologist | 0 |"),
    _one(
        "Neither a nurse nor a psychologist was attached to the service.",
        "-",
        "Nurse | 0 | role=absent",
        "Psychologist | 0 | role=absent",
    ),
    _one(
        "A risk management panel would help managers to see the whole case.",
        "",
        "Risk management panel | 0 |",
    ),
    _one(
        "There is no police officer, probation officer or education specialist in the team.",
        "-",
        "Education specialist | 0 | role=absent",
        "Probation officer | 0 | role=absent",
        "Police officer | 0 | role=absent",
        "Police | 0 |",
    ),
    _one(
        "An out-of-court disposal panel is due to start in the spring.",
        "",
        "Out-of-court disposal panel | 0 |",
    ),
    _one(
        "The Harvest Gate service was withdrawn when the contract came to an end.",
        "",
        "Harvest Gate | 0 |",
    ),
)

#: Words that look like partners and name nobody.
NOBODY: tuple[Passage, ...] = (
    _one("Court orders were enforced and court reports were good.", "+"),
    _one("The management team had improved the work of the whole team.", "+"),
    _one("Staff used AssetPlus and the Comprehensive Health Assessment Tool.", ""),
    _one("Case managers told partners and other agencies what was planned.", "+"),
    _one("There was little evidence of joint work with specialist agencies.", "-"),
    _one("Northmoor YOT was overseen by the Northmoor YOT Management Board.", ""),
    _one("HMI Probation had inspected the Youth Offending Team in 2011.", ""),
    _one("Parents and carers were involved in every plan.", "+"),
    _one("Half of the cases were Children Looked After by the local authority.", ""),
    _one("Education, training and employment needs were assessed.", "+"),
    _one("Emotional and mental health, and substance misuse, were missed.", "-"),
    _one("Jordan told his case manager that he liked Art and wanted to see Leeds.", "+"),
    _one("Ofsted and the Care Quality Commission will receive a copy.", ""),
    _one("The Short Quality Screening looked at Pre-Sentence Reports.", ""),
    _one("He was arrested by the police and appeared in court.", ""),
    _one("The plan (Intervention Plan) was not clear to the child.", "-"),
    _one("Victims were contacted and the duty worker listened.", "+"),
    _one("Youth Rehabilitation Orders and Referral Orders began on time.", "+"),
)
