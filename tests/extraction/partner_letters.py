"""Passages in the wording of inspection reports, with the partners that they name.

None is taken from a report, and every local name is made up. Each was written, with its
answer, before the engine was run on it; labels follow the register. A passage is a few sentences of one paragraph, each
with the stances it takes: ``+`` praises, ``-`` criticises, ``+-`` does both, nothing is
neutral. The answer lists, for each partner, ``LABEL | links | attributes``: how many
mentions make a link (0: none does) and what else must hold of one of its mentions.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "CRITICISM",
    "NAMES",
    "NOBODY",
    "ONLY_NEGATED_AND_PLANNED",
    "PRAISE",
    "REFERENCES",
    "Passage",
]


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
            ("A police officer seconded to the YOT shares what is known each morning.", "+"),
            ("Case managers relied on the police officer.", "+"),
        ),
        ("Police officer | 2 | + role=present sector=police",),
    ),
    Passage(
        (
            ("Rainfall, the young people's drug and alcohol service, saw children at home.", "+"),
            ("Access to the substance misuse service was quick.", "+"),
        ),
        ("Rainfall | 2 | + local sector=health",),
    ),
    _one(
        "A social worker was based in the team for two days a week.",
        "+",
        "Social worker | 1 | + role=present sector=childrens-services",
    ),
    _one(
        "A CAMHS nurse and a CAMHS worker saw children without delay.",
        "+",
        "CAMHS nurse | 1 | + role=present sector=health",
        "CAMHS worker | 1 | + role=present sector=health",
    ),
    _one(
        "He had served ten weeks at Glen Parva and was visited often.",
        "+",
        "HMYOI Glen Parva | 1 | + sector=secure-estate",
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
    _one(
        "The Harbour Light project, Beacon House, a substance misuse charity, and the drug "
        "service Clearwater all helped.",
        "+",
        "Harbour Light | 1 | +",
        "Beacon House | 1 | + sector=voluntary-and-community",
        "Clearwater | 1 | + sector=health",
    ),
    Passage(
        (
            ("The Northmoor Steady Wheels Project takes children whom no college would.", "+"),
            ("The Steady Wheels Project has few funds.", ""),
        ),
        ("Northmoor Steady Wheels Project | 2 | + local",),
    ),
    _one(
        "Quarry, Dale and Moorside NHS Foundation Trust lends a nurse, and Second Start "
        "Mediation provides a victim worker.",
        "+",
        "Quarry, Dale and Moorside NHS Foundation Trust | 1 | + sector=health",
        "Nurse | 1 | + role=present",
        "Second Start Mediation | 1 | + sector=voluntary-and-community",
        "Victim worker | 1 | + role=present",
    ),
    _one(
        "Work was shared with the Lost, Exploited and Trafficked group (LET).",
        "+",
        "Lost, Exploited and Trafficked group | 1 | + arrangement",
    ),
    _one(
        "Black Moor Impact took four boys, and Youth Inclusion Music gave good lessons.",
        "+",
        "Black Moor Impact | 1 | +",
        "Youth Inclusion Music | 1 | +",
    ),
    _one(
        "Help with alcohol was delivered by Haven on the YOT premises.",
        "+",
        "Haven | 1 | + sector=health",
    ),
    _one(
        "The council's inclusion officer won back a timetable, and the authority's schools team "
        "was told.",
        "+",
        "Inclusion officer | 1 | + role=present sector=education",
        "Schools team | 1 | + sector=education",
    ),
    _one(
        "Case managers visited Wetherby and Cookham Wood, and wrote to Rainsbrook.",
        "+",
        "HMYOI Wetherby | 1 | + sector=secure-estate national",
        "HMYOI Cookham Wood | 1 | + national",
        "Rainsbrook Secure Training Centre | 1 | +",
    ),
    _one(
        "A youth worker is on duty in the trauma unit at Eastern Cross Hospital.",
        "+",
        "Youth service | 1 | +",
        "Eastern Cross Hospital | 1 | + sector=health",
    ),
    _one(
        "Coleg Gogledd and the Northmoor College of Further Education kept places open.",
        "+",
        "Coleg Gogledd | 1 | + sector=education",
        "Northmoor College of Further Education | 1 | + sector=education",
    ),
    _one(
        "The Steady Streets Team, which is made up of police and youth workers, calmed a feud.",
        "+",
        "Steady Streets Team | 1 | + arrangement sector=multi-agency-arrangement",
        "Police | 1 | +",
        "Youth service | 1 | +",
    ),
    _one(
        "The vulnerable adolescents meeting and Way Ahead, the local panel, give good advice.",
        "+",
        "Vulnerable adolescents meeting | 1 | + arrangement",
        "Way Ahead | 1 | + arrangement",
    ),
    Passage(
        (
            ("The Management Board is a large one.", ""),
            ("Among its members are the chief superintendent and a head teacher.", ""),
            ("Children's social care has not missed a meeting.", "+"),
            ("Education is represented by a deputy.", ""),
        ),
        (
            "Police | 1 | board=member",
            "Schools | 1 | board=member",
            "Children's social care | 1 | board=member",
            "Education | 1 | board=member",
        ),
    ),
    _one(
        "The probation officer's post, long empty, has at last been filled.",
        "+",
        "Probation officer | 1 | role=recent",
    ),
    _one(
        "The girls' worker, in post since May, and the nurse, who joined in June, had begun well.",
        "+",
        "Girls' worker | 1 | role=recent",
        "Nurse | 1 | role=recent",
    ),
    _one(
        "Dr Amanda Hill, a clinical psychologist, gave good advice on Northmoor's Risk Panel.",
        "+",
        "Clinical psychologist | 1 | + role=present",
        "Risk Panel | 1 | + arrangement",
    ),
    _one(
        "A social enterprise, Second Helpings, gave good help, as did Nacro's Milestones project.",
        "+",
        "Second Helpings | 1 | + sector=voluntary-and-community",
        "Milestones | 1 | +",
    ),
    _one(
        "Six weeks before our visit a nurse had been seconded to the team.",
        "+",
        "Nurse | 1 | role=recent",
    ),
    _one(
        "The team is no longer without a psychologist.",
        "+",
        "Psychologist | 1 | + role=recent",
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
            "Health | 1 | - board=absent",
            "Probation trust | 1 | - board=absent",
            "Police | 1 | board=member",
            "Housing | 1 | - board=absent",
        ),
    ),
    Passage(
        (
            ("A community psychiatric nurse was attached to the team for years.", ""),
            ("That post was lost when the foundation trust cut its grant.", "-"),
        ),
        (
            "Community psychiatric nurse | 2 | role=absent",
            "Foundation trust | 1 | -",
        ),
    ),
    _one(
        "There was no psychologist, although one was badly needed.",
        "-",
        "Psychologist | 1 | - role=absent",
    ),
    Passage(
        (
            ("The post of education worker had been removed.", "-"),
            ("As a result, children went without a school place.", "-"),
        ),
        ("Education worker | 1 | - role=absent",),
    ),
    Passage(
        (
            ("Attendance at the Board is patchy.", "-"),
            (
                "There is nobody from health, and the place kept for the probation trust is empty.",
                "-",
            ),
            ("The clinical commissioning group has not nominated a member.", "-"),
        ),
        (
            "Health | 1 | board=absent",
            "Probation trust | 1 | - board=absent",
            "Clinical commissioning group | 1 | - board=absent",
        ),
    ),
    _one(
        "Housing rarely came.",
        "-",
        "Housing | 1 | - sector=housing",
    ),
)

#: Letters that only negate, plan, suppose or look back: no partner is linked.
ONLY_NEGATED_AND_PLANNED: tuple[Passage, ...] = (
    _one("There was no nurse in the team.", "-", "Nurse | 1 | role=absent"),
    _one(
        "The YOT did not have access to a speech and language therapist.",
        "-",
        "Speech and language therapist | 1 | role=absent",
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
        "Health services | 1 | board=absent",
    ),
    _one(
        "The post of substance misuse worker was vacant.",
        "-",
        "Substance misuse worker | 1 | role=absent",
    ),
    _one(
        "The team no longer had a seconded police officer.",
        "-",
        "Police officer | 1 | role=absent",
    ),
    _one("Funding for the Moving Forward scheme had ended.", "-", "Moving Forward | 0 |"),
    _one(
        "Consideration should be given to commissioning a mentoring scheme.",
        "-",
        "Mentoring scheme | 0 |",
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
        "Nurse | 1 | role=absent",
        "Psychologist | 1 | role=absent",
    ),
    _one(
        "A risk management panel would help managers to see the whole case.",
        "",
        "Risk management panel | 0 |",
    ),
    _one(
        "There is no police officer, probation officer or education specialist in the team.",
        "-",
        "Education specialist | 1 | role=absent",
        "Probation officer | 1 | role=absent",
        "Police officer | 1 | role=absent",
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
    _one(
        "A speech and language therapist was to have joined in May.",
        "-",
        "Speech and language therapist | 1 | role=absent",
    ),
    _one(
        "The mental health nurse left in the spring and nobody has come since.",
        "-",
        "Mental health nurse | 1 | role=absent",
    ),
    _one(
        "A clinical psychologist was employed until March, when the grant lapsed.",
        "",
        "Clinical psychologist | 1 | role=absent",
    ),
    _one(
        "The posts of nurse, police officer and victim worker were vacant.",
        "-",
        "Nurse | 1 | role=absent",
        "Police officer | 1 | role=absent",
        "Victim worker | 1 | role=absent",
    ),
    _one("The Next Steps programme was not running.", "-", "Next Steps | 0 |"),
    _one(
        "Open Green Fields had offered its gardens to the Steady Ground project, but the idea was dropped.",
        "",
        "Open Green Fields | 0 |",
        "Steady Ground | 0 |",
    ),
    _one(
        "A partnership with Barnardo's was to begin in September.",
        "",
        "Barnardo's | 0 |",
    ),
    _one(
        "A proposal that the Rovers Trust should take it on had been considered.",
        "",
        "Rovers Trust | 0 |",
    ),
    _one(
        "An application had been made to the clinical commissioning group for a nurse.",
        "",
        "Clinical commissioning group | 0 |",
        "Nurse | 0 |",
    ),
    _one(
        "We were told that there had been no police officer since March.",
        "-",
        "Police officer | 1 | role=absent",
    ),
    _one(
        "The mental health worker's contract expired, and the drug worker was made redundant.",
        "-",
        "Mental health worker | 1 | role=absent",
        "Substance misuse worker | 1 | role=absent",
    ),
    _one(
        "The YOT is not a member of the Local Safeguarding Children Board.",
        "",
        "Local Safeguarding Children Board | 0 |",
    ),
    _one(
        "The Youth Inclusion Project at Eastfield had closed.",
        "",
        "Youth service | 0 |",
    ),
    _one("The psychologist post is to be advertised in May.", "", "Psychologist | 0 |"),
    _one(
        "The YOT forms part of the Adolescent Safeguarding Service.",
        "",
        "Adolescent Safeguarding Service | 0 |",
    ),
)

#: What pronouns take up, and what a body is of that no case needed.
REFERENCES: tuple[Passage, ...] = (
    Passage(
        (("The Weapons Panel met monthly.", ""), ("It brought useful challenge to plans.", "+")),
        ("Weapons Panel | 2 | +",),
    ),
    Passage(
        (("Cases were taken to the Weapons Panel.", ""), ("Its actions were not followed.", "-")),
        ("Weapons Panel | 2 | -",),
    ),
    Passage(
        (("The Weapons Panel met monthly.", ""), ("It was clear that plans were late.", "-")),
        ("Weapons Panel | 1 |",),
    ),
    Passage(
        (
            ("The Steady Ground project was not running.", "-"),
            ("It had been delivered in schools until the grant came to an end.", ""),
        ),
        ("Steady Ground | 0 |",),
    ),
    Passage(
        (
            ("Four cases were subject to Multi-Agency Public Protection Arrangements.", ""),
            ("In the fourth, the referral had been made late.", "-"),
        ),
        ("Multi-Agency Public Protection Arrangements | 2 | -",),
    ),
    _one(
        "No case was subject to Multi-Agency Public Protection Arrangements.",
        "-",
        "Multi-Agency Public Protection Arrangements | 1 |",
    ),
)

#: A body by its name and by what it is, and names that "and" parts.
NAMES: tuple[Passage, ...] = (
    _one("The substance misuse service, Addaction, saw young people.", "", "Addaction | 1 |"),
    _one("Addaction, which provided substance misuse services, was quick.", "", "Addaction | 1 |"),
    _one(
        "Northmoor Police and Northmoor and Fenby University Health Board met.",
        "",
        "Police | 1 |",
        "Northmoor and Fenby University Health Board | 1 | sector=health",
    ),
    _one(
        "There were links with the virtual school and with Fenby and Tarn College.",
        "",
        "Virtual school | 1 |",
        "Fenby and Tarn College | 1 | sector=education",
    ),
    Passage(
        (
            ("Cases went to the Multi-Agency Sexual Exploitation (MASE) panel.", ""),
            ("The MASE panel was slow.", "-"),
        ),
        ("Multi-Agency Sexual Exploitation panel | 2 | arrangement",),
    ),
)

#: Words that look like partners and name nobody.
NOBODY: tuple[Passage, ...] = (
    _one("The Lantern Board, a group of six young people, had redesigned the waiting room.", "+"),
    _one("The motto of the service, 'Safer together, and never alone', was known to all.", "+"),
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
    _one("They met in village halls and the back room of a leisure centre.", ""),
    _one("The work put victims at the centre, and strategy discussions came late.", "-"),
    _one("His father came out of prison, and he was in local authority accommodation.", ""),
    _one("A new template, known as My Road, was used by the four panels.", ""),
    _one("Family members as interpreters were no help.", "-"),
    _one("Sessions took place at the Hilltop Community Centre.", ""),
    _one("Service Manager Alison Bright took charge, and Ruth Green gave good advice.", "+"),
    _one("Case Managers took time, and Young People helped with the Referral Orders.", "+"),
    _one("Staff rely on a telephone line run from Leeds.", ""),
)
