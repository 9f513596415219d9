"""Why a text is judged as it is: what the view shows, and that it adds up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from yotgraph.cli import app
from yotgraph.extraction.theme_evidence import read_evidence
from yotgraph.extraction.themes import likelihoods, reasons
from yotgraph.judgement_view import judgement

PARAGRAPH = "Plans were thorough. Reviews, however, were late in 6 of the 10 cases."


def test_it_shows_the_words_of_a_stance() -> None:
    lines = judgement(PARAGRAPH).splitlines()
    assert lines[0] == "stance: mixed"
    assert lines[1] == "  praise 1.0, blame 0.0: Plans were thorough."
    assert lines[2] == "    thorough +1.0"
    assert "late -0.9" in lines[4]
    assert lines[5] == "  by rules mixed: praise 1.0, blame 0.9"
    assert lines[6].startswith("  by words of its sentences strength 0.")
    assert lines[7].startswith("  by words of the whole strength 0.")
    assert "however" in lines[8]


def test_it_shows_what_speaks_for_each_theme() -> None:
    shown = judgement(PARAGRAPH, heading="2. Protecting the public")
    assert "themes: planning, reviewing" in shown
    assert "heading: public" in shown
    assert "word: plan" in shown


def test_a_text_of_nothing_has_neither() -> None:
    assert judgement("It rained.") == (
        "stance: neutral\n  praise 0.0, blame 0.0: It rained.\n"
        "  by rules neutral: praise 0.0, blame 0.0\n\nthemes: none\n"
    )
    assert judgement("").startswith("stance: neutral\n")


@given(st.text(max_size=200), st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_the_reasons_add_up_to_the_likelihood(text: str, heading: str) -> None:
    evidence = read_evidence(f"{text} Plans for custody were late.", heading)
    for theme, likely in likelihoods(evidence).items():
        odds = sum(weight for _, weight in reasons(evidence, theme))
        assert 1 / (1 + math.exp(-odds)) == pytest.approx(likely)


def test_the_command_reads_an_argument_or_standard_input() -> None:
    runner = CliRunner()
    given_text = runner.invoke(app, ["weigh", PARAGRAPH])
    from_input = runner.invoke(app, ["weigh", "-"], input=PARAGRAPH)
    assert given_text.exit_code == from_input.exit_code == 0
    assert given_text.stdout == from_input.stdout
    assert given_text.stdout.startswith("stance: mixed")


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown = CliRunner().invoke(app, ["weigh", "-"], input="Plans \x1b[2Jwere late.").stdout
    assert "\x1b" not in shown
    assert "were late." in shown
