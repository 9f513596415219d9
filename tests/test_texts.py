"""The texts of reports, as they are kept from the reading for their pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from yotgraph.reading import Document, read_bytes
from yotgraph.texts import ReportTexts, kept_text, shown_text

_LETTER = "To: Jane Roe\n\nWrite to jane.roe@example.org or ring 0161 496 0000 about it.\n"


def test_a_text_comes_back_as_it_was_shown(read_reports: Mapping[str, Document]) -> None:
    kept = {slug: kept_text(replace(text, keeps_contacts=True))
            for slug, text in read_reports.items()}  # fmt: skip
    texts = ReportTexts(kept)
    assert list(texts) == list(read_reports)
    for slug, document in read_reports.items():
        assert texts[slug] == shown_text(replace(document, keeps_contacts=True))


def test_every_character_keeps_its_place_where_contact_details_are_blotted_out(
    read_reports: Mapping[str, Document],
) -> None:
    for slug, document in read_reports.items():
        known = ReportTexts({slug: kept_text(document)})[slug]
        shown = shown_text(document)
        assert replace(known, text=shown.text) == shown
        assert len(known.text) == len(shown.text)


@pytest.mark.parametrize("keeps", [False, True])
def test_contact_details_are_kept_only_where_the_document_keeps_them(keeps: bool) -> None:
    document = replace(read_bytes(_LETTER.encode(), "letter.txt"), keeps_contacts=keeps)
    kept = kept_text(document)
    assert "about it" in kept
    assert ("jane.roe@example.org" in kept) is keeps
    assert ("0161 496 0000" in kept) is keeps
