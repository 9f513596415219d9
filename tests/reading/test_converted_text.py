"""Texts as converters give them without the layout of the page: ``pdftotext`` in its reading order,
pypdf and pdfminer, and what is copied out of a viewer."""

from __future__ import annotations

import textwrap

import pytest

from yotgraph.reading import BlockKind, Document, read_bytes

LINE = "The workers knew each of the children and their families well, and they were kind and"
TEXT = "\n".join([*[LINE] * 9, "they said so."])


def read(text: str) -> Document:
    return read_bytes(text.encode(), "converted.txt")


def wrapped(*lines: str) -> Document:
    """A text of forty lines of the same width, and these lines behind."""
    return read("\n\n".join([*[TEXT] * 4, "\n".join(lines)]))


def last(document: Document, count: int) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks[-count:]]


def rows(document: Document) -> list[list[str]]:
    return [
        [document.slice(cell) for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.ROW
    ]


# -- where lines end --------------------------------------------------------------------------


def test_room_is_measured_by_the_breadth_of_letters() -> None:
    """Seventy-seven narrow letters left room for a word, sixty-nine broad ones did not."""
    narrow = "little is still left until all of it is filled, if it fits in a little title"
    broad = "MAPPA AND MARAC MEMBERS WHOM WE MET WANTED MORE MEETINGS IN WARM"
    document = wrapped(LINE, f"{narrow}.", f"Plans {LINE[4:]}", "so they were.")
    assert last(document, 1) == [("paragraph", f"Plans {LINE[4:]} so they were.")]
    document = wrapped(LINE, f"{broad}", f"Wards {LINE[4:]}", "so they were.")
    assert len(last(document, 1)[0][1]) > 200


def test_room_is_counted_in_letters_where_lines_were_wrapped_so() -> None:
    """The narrow letters of its line leave room in print, but none of ninety letters."""
    words = "children of all ages were seen at home by staff who knew the families and their area"
    filling = "\n".join(textwrap.wrap(f"{words}, and " * 60, 90))
    narrow = (
        "It is little, still, till it fills it all in the list that is in this little bill of it."
    )
    document = read(f"{filling}\nthey said so.\n\n{narrow}\nIt was {words}\nand so on.")
    assert document.blocks[-1].text.startswith("It is little")


def test_short_lines_below_one_another_are_apart_where_all_had_room() -> None:
    document = wrapped(
        "To: Ann Stone, Chair of the Northmoor YOT Board",
        "Publication",
        "date: 4th June 2014",
        "Report of Short Quality Screening of",
        "youth offending work in Northmoor",
        f"The{LINE[3:]}",
        "so it was.",
    )
    assert [text for _, text in last(document, 4)] == [
        "To: Ann Stone, Chair of the Northmoor YOT Board",
        "Publication date: 4th June 2014",
        "Report of Short Quality Screening of youth offending work in Northmoor",
        f"{LINE} so it was.",
    ]


def test_a_name_in_a_narrow_column_is_not_torn() -> None:
    document = wrapped("Police and Crime Commissioner for", "Northmoor")
    assert last(document, 1)[0][1] == "Police and Crime Commissioner for Northmoor"


def test_a_title_below_a_full_line_begins_anew() -> None:
    full = f"{LINE[:-4]} so."
    document = wrapped(LINE, full, "Out-of-court disposals", f"Plans {LINE[4:]}", "they were.")
    assert [text[-22:] for _, text in last(document, 3)][1] == "Out-of-court disposals"


def test_an_item_that_ends_in_a_semicolon_goes_on() -> None:
    document = wrapped(
        "- in support of practice, plans should address assessment; planning;", "MAPPA."
    )
    assert last(document, 1)[0][1].endswith("planning; MAPPA.")


def test_a_cell_that_was_wrapped_is_one_line() -> None:
    posts = ("Service Manager", "Chair of the Youth Court", "Lead Elected Member for Children")
    names = ("Ann Stone", "Bea Wood", "Cal Lake")
    cells = [cell for pair in zip(posts, names, strict=True) for cell in pair]
    document = wrapped(
        "\n\n".join(["", *cells, "Police and Crime Commissioner for\nNorthmoor", "Dee"])
    )
    block = next(block for block in document.blocks if block.text.startswith("Police"))
    assert len(block.lines) == 1


# -- hyphens that got lost --------------------------------------------------------------------


def test_a_hyphen_that_a_converter_took_out_is_put_back() -> None:
    words = "twothirds of multiagency plans that selfharm led to, and so on"
    document = wrapped(
        "A multi-agency plan for harm was made.", "", f"{LINE} {words}", "it went on."
    )
    assert "two-thirds of multi-agency plans that self-harm led to, and so on" in document.text


def test_a_word_that_other_lines_have_without_a_hyphen_is_left() -> None:
    joined = (
        f"{LINE} wellbeing of all the children whom we met in the year and of those whom they knew"
    )
    document = wrapped("Their well-being and wellbeing were good.", "", joined, "it went on.")
    assert document.text.count("wellbeing") == 2


# -- notes ------------------------------------------------------------------------------------

PAGE = "The rate1 of the children fell by two-thirds.2 It fell by a\n\n{}\n\n3\n\n\fthird.\n\n4\n\n\fMore.\n\n5\n"


@pytest.mark.parametrize(
    "notes",
    [
        "1\n\nFrom the board.\n\n2\n\nFrom the\ncourt.",
        "1\n2\n\nFrom the board.\nFrom the\ncourt.",
    ],
)
def test_numbers_apart_from_their_notes(notes: str) -> None:
    document = read(PAGE.format(notes))
    assert [(note.label, note.block.text) for note in document.footnotes] == [
        ("1", "From the board."),
        ("2", "From the court."),
    ]
    assert (
        document.blocks[0].text
        == "The rate of the children fell by two-thirds. It fell by a third."
    )


def test_notes_of_a_web_page_that_were_wrapped() -> None:
    document = read(
        "The rate[footnote 1] fell.[footnote 2]\n\n1. From the board, for the\nJanuary cohort. ↩\n2. From us. ↩\n"
    )
    assert [note.block.text for note in document.footnotes] == [
        "From the board, for the January cohort.",
        "From us.",
    ]


def test_the_first_line_is_furniture_where_other_pages_begin_with_it() -> None:
    pages = [f"Screening: Northmoor\n{LINE}\nthey said so.\n{page}" for page in range(1, 5)]
    assert "Screening" not in read("\n".join(pages)).text


# -- tables -----------------------------------------------------------------------------------


def test_values_one_space_behind_a_label_are_cells() -> None:
    document = wrapped(
        "Total population 106,566",
        "210,711 People of all ages",
        "Caseload",
        "Age 10-14 years 15-17 years",
        "Northmoor YOS 28% 72%",
        "Ethnicity White Black and minority ethnic",
        "Northmoor YOS 93% 6%",
        f"In the year {LINE}",
        "so it was.",
    )
    assert rows(document) == [
        ["Total population", "106,566"],
        ["210,711", "People of all ages"],
        ["Age", "10-14 years", "15-17 years"],
        ["Northmoor YOS", "28%", "72%"],
        ["Ethnicity", "White", "Black and minority ethnic"],
        ["Northmoor YOS", "93%", "6%"],
    ]


def test_a_sentence_that_ends_its_line_with_a_value_is_no_row() -> None:
    document = wrapped(
        LINE, "the average of the area, which has been", f"Northmoor 28%, was {LINE}"
    )
    assert rows(document) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Does the plan help to keep", "86%", "the child safe?", "Is it kept? 71%"),
        ("Does the plan help to keep", "the child safe?", "86%", "Is it kept?", "71%"),
        ("Does the plan help to keep", "the child safe?", "Is it kept?", "86%", "71%"),
    ],
)
def test_percentages_beside_and_behind_their_questions(lines: tuple[str, ...]) -> None:
    document = wrapped("Key questions:", *lines, f"Plans {LINE[4:]}", "so they were.")
    assert rows(document) == [
        ["Does the plan help to keep the child safe?", "86%"],
        ["Is it kept?", "71%"],
    ]


def test_cells_one_behind_the_other_are_rows() -> None:
    heads = ("Total population of the area", "106,566", "Caseload\nAge")
    cells = (*heads, "10-14", "15-17", "Northmoor", "28%", "72%", "National", "24%", "76%")
    document = wrapped("\n\n".join(["", *cells, "This was better."]))
    assert rows(document) == [
        ["Age", "10-14", "15-17"],
        ["Northmoor", "28%", "72%"],
        ["National", "24%", "76%"],
    ]
    assert "Caseload" in [block.text for block in document.blocks]


def test_terms_and_their_meanings_in_a_narrow_column_are_rows() -> None:
    entries = [
        "MAPPA",
        "Arrangements by which agencies work together to keep other\npeople safe from harm.",
        "Desistance",
        "The cessation of offending or other behaviour of that kind.",
        "YJB",
        "The body that is responsible for giving advice to ministers.",
    ]
    document = wrapped("\n\n".join(["", *entries]))
    assert [row[0] for row in rows(document)] == ["MAPPA", "Desistance", "YJB"]
    assert rows(document)[0][1].endswith("to keep other people safe from harm.")


# -- lists whose bullets were drawn -----------------------------------------------------------


def test_short_paragraphs_behind_a_colon_are_items_where_no_bullets_are() -> None:
    text = (f"Plans {LINE[4:]}", LINE, LINE, "so they were.")
    document = wrapped("Strengths:", "Partners help.", "Plans are good.", *text)
    assert [kind for kind, _ in last(document, 4)] == ["heading", "item", "item", "paragraph"]
    assert last(document, 1)[0][1] == " ".join(text)


def test_short_paragraphs_are_none_where_the_text_has_bullets() -> None:
    document = wrapped("• One of them.", "Strengths:", "Partners help.", "Plans are good.")
    assert [kind for kind, _ in last(document, 2)] == ["paragraph", "paragraph"]


def test_paragraphs_that_empty_lines_part_are_not_cut_where_a_line_was_left_short() -> None:
    paragraph = (
        "Three volunteers were seen by us, and all of them could say what it is that they do.\n"
        "They told us that few come to the training, which is in the morning.\n"
        "Nobody asked them what they had thought of it, though all of them had thought of\n"
        "it a great deal. The Forum was no help to them.\n"
    )
    text = "\n".join([paragraph] * 12)
    assert len(read_bytes(text.encode(), "volunteers.txt").blocks) == 12
