"""Opinions as letters lay them out: short answers, tables, torn words, two questions, steps between, boxes."""

from __future__ import annotations

import pytest

from nexus_desktop.analysis.rubric import faxed
from nexus_desktop.analysis.rubric.facts import Facts, gather
from nexus_desktop.models.analysis_models import Polarity, Standard, Theory

FOR, AGAINST, OPEN, NONE = Polarity.FAVORABLE, Polarity.UNFAVORABLE, Polarity.INCONCLUSIVE, Polarity.NONE
DEFINITE, MORE, EVEN = Standard.DEFINITE, Standard.MORE_LIKELY, Standard.AT_LEAST_AS_LIKELY
SPECULATIVE, LESS = Standard.SPECULATIVE, Standard.LESS_LIKELY
HEAD, TAIL = "The veteran is service-connected for PTSD at 70 percent.\n\n", "\n\nSincerely,\n\nRuth Webb, MD\n"


def read(words: str, head: str = HEAD) -> Facts:
    return gather(head + words + TAIL)


def said(words: str, head: str = HEAD) -> tuple[Polarity, Standard]:
    """Polarity and standard of what governs a letter of these words."""
    one = read(words, head).governing
    return (one.claim.polarity, one.claim.standard) if one else (NONE, Standard.NONE)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("I was asked whether his tinnitus came from the flight line. It could have.", (OPEN, SPECULATIVE)),
        ("You ask whether the fall in service caused his arthritis. It may well have done.", (OPEN, SPECULATIVE)),
        ("You ask whether the hearing loss is due to artillery. I do not think so.", (AGAINST, LESS)),
        ("I have been asked whether the knee is related to service. It is not.", (AGAINST, DEFINITE)),
        ("The question is whether PTSD has aggravated his apnea. In my view it has.", (FOR, DEFINITE)),
        ("Your question was whether PTSD has aggravated his apnea. Probably so.", (FOR, MORE)),
        ("Could the blast have left him with tinnitus? Sure, it very well could have.", (OPEN, SPECULATIVE)),
        ("Did the parachute jumps cause the back condition? I believe they did.", (FOR, DEFINITE)),
        ("Is the asthma due to burn pits? I doubt it.", (AGAINST, LESS)),
        ("You wish to know if the neuropathy is due to Agent Orange. I cannot say.", (OPEN, SPECULATIVE)),
        ("Is the asthma at least as likely as not due to burn pits? It is.", (FOR, EVEN)),
        ("I asked him whether the pain began in service. It did.", (NONE, Standard.NONE)),
        ("Is the disease due to his age? I think so.", (NONE, Standard.NONE)),
    ],
)
def test_a_short_answer_takes_its_matter_from_the_question(words: str, reading: tuple[Polarity, Standard]) -> None:
    assert said(words) == reading


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("His hypertension would have developed regardless of his service.", (AGAINST, DEFINITE)),
        ("Her diabetes would likely have come about in any event.", (AGAINST, LESS)),
        ("He would have had this arthritis whether or not he had served.", (AGAINST, DEFINITE)),
        ("The hearing loss would have progressed all the same.", (AGAINST, DEFINITE)),
        ("The tear would probably have occurred even without the Navy.", (AGAINST, LESS)),
        ("The stroke would have occurred regardless of his obesity.", (NONE, Standard.NONE)),
        ("There is no evidence that it would have developed regardless of his service.", (NONE, Standard.NONE)),
        ("I can't in good conscience do it: the Marine Corps did not tear this shoulder.", (AGAINST, DEFINITE)),
        ("His PTSD had nothing to do with it, and it hasn't made it any worse either.", (AGAINST, DEFINITE)),
        ("The Army ruined that man's back, plain and simple.", (FOR, DEFINITE)),
        ("Odds are that the burn pits had a good deal to do with his asthma.", (FOR, MORE)),
        ("There is no question in my mind that his PTSD has made his blood pressure worse.", (FOR, DEFINITE)),
        ("I attribute little of this to the fall in service.", (AGAINST, LESS)),
        ("Contrary to the VA examiner, I find the tinnitus at least as likely as not due to service.", (FOR, EVEN)),
        ("Contrary to Dr. Lane, I find that the knee is not related to service.", (AGAINST, DEFINITE)),
        ("If asked, I would say that his cancer is as likely as not due to herbicide exposure.", (FOR, EVEN)),
        ("Pressed for a view, I hold the opinion that it is likely that burn pits caused the asthma.", (FOR, MORE)),
        ("If records turn up, I would say that the knee is as likely as not due to service.", (NONE, Standard.NONE)),
        ("Opinion: I cannot resolve this question without resort to mere speculation.", (OPEN, SPECULATIVE)),
        ("The diagnosis is idiopathic Parkinson's disease.", (NONE, Standard.NONE)),
        ("The etiology is idiopathic.", (OPEN, SPECULATIVE)),
        ("You tell me he wants his fibrillation added as secondary to his PTSD.", (NONE, Standard.NONE)),
        (
            "The tumor is one of the diseases associated with Agent Orange under 38 C.F.R. § 3.309(e).",
            (NONE, Standard.NONE),
        ),
        ("For this illness no cause need be shown.", (NONE, Standard.NONE)),
    ],
)
def test_yes_and_no_in_everyday_words(words: str, reading: tuple[Polarity, Standard]) -> None:
    assert said(words) == reading


@pytest.mark.parametrize(
    ("words", "polarity", "theory"),
    [
        (
            (
                "Opinion\n(a) Causation: less likely than not.\n(b) Aggravation: it is at least as likely as not that"
                " his hypertension has been made worse, beyond its natural progression, by his PTSD."
            ),
            FOR,
            Theory.AGGRAVATION,
        ),
        (
            (
                "QUESTION 1. Is hypertension at least as likely as not caused by the service-connected "
                "PTSD?\nANSWER: No.\n\n"
                "QUESTION 2. If not caused, has it been aggravated?\nANSWER: Yes. It is at least as likely as not that"
                " his hypertension has been aggravated beyond its natural progression by his service-connected PTSD."
            ),
            FOR,
            Theory.AGGRAVATION,
        ),
        (
            (
                "Opinion\nIt is at least as likely as not that the hypertension was caused by PTSD. It is less "
                "likely than not"
                " that the hypertension was caused by PTSD."
            ),
            AGAINST,
            Theory.SECONDARY,
        ),
        (
            (
                "Opinion\n1. Right knee: at least as likely as not caused by the 1994 fall in service.\n"
                "2. Left knee: less likely than not related to the same fall."
            ),
            FOR,
            Theory.DIRECT,
        ),
        (
            (
                "Opinion\n1. Obesity was more likely than not caused by his service-connected PTSD.\n"
                "2. The obesity was a substantial factor in causing sleep apnea: more likely than not."
            ),
            FOR,
            Theory.SECONDARY,
        ),
        (
            "Opinion\nThe sleep apnea is more likely than not due to his obesity.",
            AGAINST,
            Theory.DIRECT,
        ),
        (
            (
                "Opinion\nHearing loss: it is less likely than not that it was caused by noise in service.\n"
                "Tinnitus: at least as likely as not a symptom associated with the hearing loss."
            ),
            AGAINST,
            Theory.DIRECT,
        ),
        (
            (
                "Opinion\nI hold that the preexisting pes planus was aggravated by service, and that this is at "
                "least as likely"
                " as not the reason for his present deformity."
            ),
            FOR,
            Theory.AGGRAVATION,
        ),
        (
            "It is at least as likely as not worse because of his PTSD, this hypertension.",
            FOR,
            Theory.AGGRAVATION,
        ),
    ],
)
def test_two_questions_have_two_answers(words: str, polarity: Polarity, theory: Theory) -> None:
    facts = read(words)
    assert (facts.polarity, facts.theory.value) == (polarity, theory)


TABLE = "| Condition | {head} | Why |\n|---|---|---|\n| Lumbar strain | {cell} | long notes of the gait |\n"


@pytest.mark.parametrize(
    ("head", "cell", "reading"),
    [
        ("Caused by PTSD?", "Yes, more probable than not", (FOR, MORE)),
        ("Due to service?", "No", (AGAINST, DEFINITE)),
        ("Due to service?", "No, less likely than not", (AGAINST, LESS)),
        ("Aggravated by PTSD?", "Yes, 50/50", (FOR, EVEN)),
        ("Related to service?", "possibly", (OPEN, SPECULATIVE)),
        ("Nexus to service", "at least as likely as not", (FOR, EVEN)),
        ("Nexus to service", "not at least as likely as not", (AGAINST, LESS)),
        ("Opinion", "unlikely", (AGAINST, LESS)),
        ("Due to service?", "not reached", (NONE, Standard.NONE)),
        ("VA examiner's opinion", "at least as likely as not", (NONE, Standard.NONE)),
        ("Due to aging?", "Yes", (NONE, Standard.NONE)),
    ],
)
def test_a_table_answers_in_its_cells(head: str, cell: str, reading: tuple[Polarity, Standard]) -> None:
    assert said(TABLE.format(head=head, cell=cell)) == reading


def test_words_torn_by_a_fax_are_read_and_quoted_as_they_stand() -> None:
    torn = "It is more like ly than not that the neu ropathy was cau sed by his ser vice in the Navy.\n"
    facts = read(torn)
    assert facts.governing is not None
    assert facts.polarity is FOR
    quote = facts.doc.reading.evidence(facts.governing.start, facts.governing.end).quote
    assert "more like ly than not" in quote


@pytest.mark.parametrize(
    "words",
    [
        "He was in jury duty. The rapist was caught. It was for mal use. She had a rose.",
        "We saw to day what is be fore us, and with in reason no ted it.",
    ],
)
def test_words_that_stand_apart_stay_apart(words: str) -> None:
    assert not faxed.joined(words)


GULF = (
    "Diagnosis: irritable bowel syndrome.\n\nDisability pattern. Check one:\n   ({a}) an undiagnosed illness\n"
    "   ({b}) a diagnosable but medically unexplained chronic multisymptom illness of unknown etiology\n"
    "   ({c}) a diagnosable chronic multisymptom illness with a partially explained etiology\n"
    "   ({d}) a disease with a clear and specific etiology and diagnosis\n"
)


@pytest.mark.parametrize(("marked", "polarity"), [("a", FOR), ("b", FOR), ("c", NONE), ("d", NONE), ("", NONE)])
def test_the_boxes_of_a_gulf_war_form(marked: str, polarity: Polarity) -> None:
    boxes = {one: "x" if one == marked else " " for one in "abcd"}
    assert read(GULF.format(**boxes), "").polarity is polarity


FORM = (
    "In my opinion the condition is (check one):\n   ({no}) not related to military service\n"
    "   ({yes}) at least as likely as not related to military service\n\nExplain: {why}\n"
)


@pytest.mark.parametrize(
    ("no", "yes", "why", "polarity"),
    [
        ("x", " ", "I believe her asthma is likely due to her Gulf War service.", FOR),
        ("x", " ", "The asthma began ten years later.", AGAINST),
        ("x", " ", "I believe her asthma is likely due to her cats.", AGAINST),
        (" ", "x", "I believe her asthma is not due to her service.", AGAINST),
    ],
)
def test_a_form_is_classed_by_its_narrative(no: str, yes: str, why: str, polarity: Polarity) -> None:
    assert read(FORM.format(no=no, yes=yes, why=why), "").polarity is polarity


@pytest.mark.parametrize(
    ("words", "theory"),
    [
        ("My opinion stands independently of the presumption.", Theory.DIRECT),
        ("I know it is on the PACT Act list, 38 U.S.C. § 1120. This opinion stands with or without it.", Theory.DIRECT),
        ("VA presumes it under 38 C.F.R. § 3.320.", Theory.PRESUMPTIVE),
        (
            "Asthma is named in 38 C.F.R. § 3.320, but he did not serve where the rule asks.",
            Theory.DIRECT,
        ),
    ],
)
def test_a_presumption_that_is_not_relied_on(words: str, theory: Theory) -> None:
    opinion = "It is more likely than not that his asthma was caused by burn pits in Iraq. "
    assert read(opinion + words, "").theory.value is theory


@pytest.mark.parametrize(
    "words",
    [
        "VA has granted him service connection for PTSD.",
        "He has been granted benefits for PTSD following a rescue case.",
        "VA pays him for PTSD.",
        "VA has rated her for PTSD since 2002.",
        "VA has service-connected his PTSD (70) and tinnitus (10).",
        "PTSD, for which he is service connected, keeps him awake.",
    ],
)
def test_what_va_has_granted_is_an_anchor(words: str) -> None:
    facts = read("The bruxism is more likely than not due to his PTSD.", words + "\n\n")
    assert facts.theory.value is Theory.SECONDARY


@pytest.mark.parametrize(
    ("words", "standard"),
    [
        (
            "The kidney disease is caused by the service-connected PTSD; I would call that well above 50 percent.",
            DEFINITE,
        ),
        ("The kidney disease is due to his PTSD. It is at least as likely as not.", EVEN),
        ("The probability that the kidney disease is due to his PTSD is greater than 50 percent.", MORE),
        ("The kidney disease is secondary to his PTSD, with a likelihood greater than 50 percent.", MORE),
    ],
)
def test_a_flat_statement_says_more_than_the_figure_behind_it(words: str, standard: Standard) -> None:
    assert said(words) == (FOR, standard)


def test_where_a_granted_disability_comes_from_is_no_opinion() -> None:
    head = "VA has already granted him service connection for traumatic brain injury.\n\n"
    words = "The TBI is from a blast in Iraq. I cannot say for certain, but his migraines could be due to his TBI."
    assert said(words, head) == (OPEN, SPECULATIVE)


def test_what_a_doctor_quotes_for_va_is_their_own() -> None:
    thread = (
        "Jul 9, 2024 8:40 PM -- Marisol: The left foot.\n\n"
        'Jul 12, 2024 5:59 PM -- Dr. Webb: So, for VA: "The arthritis of the left foot is due to service in the Army.'
        ' I say this to a reasonable degree of medical certainty."\n'
    )
    assert read(thread, "").polarity is FOR


def test_a_yes_in_passing_does_not_outrank_a_plain_no() -> None:
    yes = "The knee swelling comes from the fall in service. "
    assert said(yes + "The arthritis of the knee is not related to his service, in my opinion.")[0] is AGAINST


def test_the_name_of_a_society_ties_nothing() -> None:
    assert said("I know the paper (Journal of the American Heart Association 2019) on PTSD in his unit.")[0] is NONE


def test_a_share_of_nature_denies_nothing_of_the_rest() -> None:
    words = (
        "Opinion\nIt is at least as likely as not that her reflux has been made worse by PTSD. I attribute roughly two"
        " thirds of the present level to the PTSD and one third to natural course."
    )
    assert read(words).theory.value is Theory.AGGRAVATION
    assert said(words) == (FOR, EVEN)


def test_two_diseases_of_one_field_are_two_points() -> None:
    words = (
        "Opinion\nIt is at least as likely as not that the actinic keratoses are due to service in the tropics.\n"
        "The skin cancer I think less likely than not related."
    )
    assert said(words) == (FOR, EVEN)
