"""Numbers that Word computes are computed: they are printed but stand nowhere in the text."""

from pathlib import Path

import pytest

from importers.word.number_formats import written_number
from importers.word.reader import read_word
from plan.papers.blocks import Paragraph
from tests.importers.word_files import BULLETS, docx_of, listed, para


def level(place: int, pattern: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def labels(folder: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    blocks = read_word(docx_of(folder, body, numbering=numbering, styles=styles)).blocks
    return [block.label for block in blocks if isinstance(block, Paragraph)]


TWO_LEVELS = abstract(1, level(0, "%1.0"), level(1, "%1.%2")) + num(1, 1)


def test_two_levels_count_and_the_lower_one_starts_again(tmp_path: Path) -> None:
    places = (0, 1, 1, 0, 1)
    body = "".join(listed("x", 1, place) for place in places)
    assert labels(tmp_path, body, TWO_LEVELS) == ["1.0", "1.1", "1.2", "2.0", "2.1"]


def test_a_level_that_does_not_restart_goes_on(tmp_path: Path) -> None:
    second = level(1, "%2", more='<w:lvlRestart w:val="0"/>')
    body = "".join(listed("x", 1, place) for place in (0, 1, 0, 1))
    numbering = abstract(1, level(0, "%1"), second) + num(1, 1)
    assert labels(tmp_path, body, numbering) == ["1", "1", "2", "2"]


def test_two_lists_of_one_definition_go_on_unless_one_is_told_to_start_again(
    tmp_path: Path,
) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(1, level(0, "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, restart)
    body = "".join(listed("x", key) for key in (1, 1, 2, 3, 3))
    assert labels(tmp_path, body, numbering) == ["1.", "2.", "3.", "5.", "6."]


def test_a_list_may_print_its_levels_otherwise_than_its_definition(tmp_path: Path) -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "Aim %1:")}</w:lvlOverride>'
    numbering = abstract(1, level(0, "%1.")) + num(1, 1, other)
    assert labels(tmp_path, listed("x", 1), numbering) == ["Aim 1:"]


def test_a_level_can_ask_for_figures_throughout(tmp_path: Path) -> None:
    roman = level(0, "%1", "upperRoman")
    numbering = abstract(1, roman, level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 1)
    body = listed("x", 1, 0) + listed("x", 1, 1)
    assert labels(tmp_path, body, numbering) == ["I", "1.1"]


def test_a_list_is_inherited_from_a_style_at_the_level_tied_to_it(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Point">'
        '<w:basedOn w:val="Base"/></w:style>'
    )
    tied = level(1, "%1.%2", more='<w:pStyle w:val="Point"/>')
    numbering = abstract(1, level(0, "%1.0"), tied) + num(1, 1)
    body = para("a", '<w:pStyle w:val="Base"/>') + para("b", '<w:pStyle w:val="Point"/>')
    assert labels(tmp_path, body, numbering, styles) == ["1.0", "1.1"]


def test_a_paragraph_can_leave_the_list_of_its_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert labels(tmp_path, para("x", out), TWO_LEVELS, styles) == [""]


def test_bullets_have_a_depth_and_no_number(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="B2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr>'
        '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    body = listed("a", 7) + listed("b", 7, 1) + para("c", '<w:pStyle w:val="B2"/>') + para("d")
    blocks = read_word(docx_of(tmp_path, body, numbering=BULLETS, styles=styles)).blocks
    found = [(block.bullet, block.label) for block in blocks if isinstance(block, Paragraph)]
    assert found == [(0, ""), (1, ""), (1, ""), (None, "")]


def test_a_list_that_is_nowhere_defined_has_no_number(tmp_path: Path) -> None:
    assert labels(tmp_path, listed("x", 99) + listed("x", -4, 70), TWO_LEVELS) == ["", ""]


THREE_LEVELS = abstract(1, level(0, "%1.0"), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1, 1)


@pytest.mark.parametrize(
    ("places", "printed"),
    [
        ((0, 1, 0, 2, 2, 1, 0), ["1.0", "1.1", "2.0", "2.1.1", "2.1.2", "2.2", "3.0"]),
        ((2, 0, 1), ["1.1.1", "2.0", "2.1"]),
        ((1, 1, 0), ["1.1", "1.2", "2.0"]),
        ((0, 2, 2, 0, 2, 1), ["1.0", "1.1.1", "1.1.2", "2.0", "2.1.1", "2.2"]),
    ],
)
def test_a_level_that_is_skipped_counts_as_begun(
    tmp_path: Path, places: tuple[int, ...], printed: list[str]
) -> None:
    body = "".join(listed("x", 1, place) for place in places)
    assert labels(tmp_path, body, THREE_LEVELS) == printed


def test_a_skipped_level_begins_where_its_list_says(tmp_path: Path) -> None:
    from_five = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(1, level(0, "%1.0"), level(1, "%1.%2")) + num(1, 1, from_five)
    body = listed("x", 1, 1) + listed("x", 1, 1)
    assert labels(tmp_path, body, numbering) == ["5.1", "5.2"]


def test_a_level_begins_anew_where_its_list_says(tmp_path: Path) -> None:
    from_four = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbering = abstract(1, level(0, "%1.0"), level(1, "%1.%2")) + num(1, 1, from_four)
    body = "".join(listed("x", 1, place) for place in (0, 1, 1, 0, 1))
    assert labels(tmp_path, body, numbering) == ["1.0", "1.4", "1.5", "2.0", "2.4"]


def test_a_level_may_begin_anew_only_after_one_above_its_parent(tmp_path: Path) -> None:
    third = level(2, "%3", more='<w:lvlRestart w:val="1"/>')
    numbering = abstract(1, level(0, "%1.0"), level(1, "%1.%2"), third) + num(1, 1)
    body = "".join(listed("x", 1, place) for place in (0, 1, 2, 1, 2, 0, 2))
    assert labels(tmp_path, body, numbering) == ["1.0", "1.1", "1", "1.2", "2", "2.0", "1"]


def test_a_level_that_asks_for_the_number_of_a_deeper_one_has_none(tmp_path: Path) -> None:
    numbering = abstract(1, level(0, "%1.%2"), level(1, "%1.%2")) + num(1, 1)
    assert labels(tmp_path, listed("x", 1) + listed("x", 1, 1), numbering) == ["", "1.1"]


def test_a_number_above_that_is_a_bullet_is_no_part_of_those_below(tmp_path: Path) -> None:
    numbering = abstract(
        1, level(0, "%1."), level(1, "o", "bullet"), level(2, "%1.%2.%3"), level(3, "%2-%4")
    ) + num(1, 1)
    body = "".join(listed("x", 1, place) for place in (0, 1, 2, 3))
    assert labels(tmp_path, body, numbering) == ["1.", "", "1..1", "-1"]


def test_figures_with_a_zero_before_them_stay_so_in_legal_numbering(tmp_path: Path) -> None:
    article = level(0, "Article %1.", "upperRoman")
    section = level(1, "Section %1.%2", "decimalZero", "<w:isLgl/>")
    clause = level(2, "%1.%2.%3", "lowerLetter", "<w:isLgl/>")
    numbering = abstract(1, article, section, clause) + num(1, 1)
    body = "".join(listed("x", 1, place) for place in (0, 1, 1, 2, 0, 1))
    expected = [
        "Article I.",
        "Section 1.01",
        "Section 1.02",
        "1.02.1",
        "Article II.",
        "Section 2.01",
    ]
    assert labels(tmp_path, body, numbering) == expected


def custom(format_words: str, usual: str = "") -> str:
    """Return a level with a custom format as Word writes it, beside a usual one if there is any."""
    own = f'<w:numFmt w:val="custom" w:format="{format_words}"/>'
    if usual:
        own = (
            f'<mc:AlternateContent><mc:Choice Requires="w14">{own}</mc:Choice><mc:Fallback>'
            f'<w:numFmt w:val="{usual}"/></mc:Fallback></mc:AlternateContent>'
        )
    return f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{own}<w:lvlText w:val="No. %1"/></w:lvl>'


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        (custom("001, 002, 003, ...", "decimal"), ["No. 009", "No. 010"]),
        (custom("0001, 0002, 0003, ...", "decimal"), ["No. 0009", "No. 0010"]),
        (custom("00001, 00002, 00003, ..."), ["No. 00009", "No. 00010"]),
        (custom("α, β, γ, ...", "decimal"), ["No. ι", "No. κ"]),
        (custom("001"), ["No. 009", "No. 010"]),
        (custom("A"), ["No. I", "No. J"]),
        (custom("never seen", "lowerRoman"), ["No. ix", "No. x"]),
        (custom("never seen"), ["No. 9", "No. 10"]),
        (custom(""), ["No. 9", "No. 10"]),
    ],
)
def test_a_custom_format_is_known_by_its_first_numbers(
    tmp_path: Path, own: str, printed: list[str]
) -> None:
    numbering = abstract(1, own) + num(1, 1)
    assert labels(tmp_path, listed("x", 1) * 2, numbering) == printed


def linked(key: int, name: str, style: str, *levels: str) -> str:
    """Return a definition that is a list style's, or that has the levels of one."""
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:{name} w:val="{style}"/>{"".join(levels)}'
        "</w:abstractNum>"
    )


def test_a_list_may_have_the_levels_of_a_list_style(tmp_path: Path) -> None:
    own = linked(1, "styleLink", "Outline", level(0, "Aim %1"))
    numbering = own + linked(2, "numStyleLink", "Outline") + num(1, 1) + num(2, 2)
    assert labels(tmp_path, listed("x", 1) + listed("x", 2), numbering) == ["Aim 1", "Aim 2"]


def test_the_levels_of_a_list_style_are_found_by_its_list_as_well(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Outline"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = (
        abstract(1, level(0, "Aim %1"))
        + linked(2, "numStyleLink", "Outline")
        + num(1, 1)
        + num(2, 2)
    )
    assert labels(tmp_path, listed("x", 2), numbering, styles) == ["Aim 1"]


def test_a_list_style_that_is_nowhere_leaves_a_list_its_own_levels(tmp_path: Path) -> None:
    numbering = linked(2, "numStyleLink", "Gone", level(0, "%1)")) + num(2, 2)
    assert labels(tmp_path, listed("x", 2), numbering) == ["1)"]


def test_lists_whose_definition_is_gone_have_the_levels_that_they_bring(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)")}</w:lvlOverride>'
    bare = f'<w:num w:numId="3">{own}</w:num>'
    numbering = num(1, 70) + num(2, 70, own) + bare
    body = "".join(listed("x", key) for key in (1, 2, 2, 3))
    assert labels(tmp_path, body, numbering) == ["", "1)", "2)", "1)"]


def test_a_picture_is_a_bullet_like_any_other(tmp_path: Path) -> None:
    picture = level(0, "", "bullet", '<w:lvlPicBulletId w:val="0"/>')
    numbering = f'<w:numPicBullet w:numPicBulletId="0"/>{abstract(1, picture)}{num(1, 1)}'
    (block,) = read_word(docx_of(tmp_path, listed("x", 1), numbering=numbering)).blocks
    assert isinstance(block, Paragraph)
    assert (block.bullet, block.label) == (0, "")


def test_headings_are_known_by_the_name_of_their_style_or_their_level(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="O"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
        "</w:style>"
    )
    body = (
        para("a", '<w:pStyle w:val="H"/>')
        + para("b", '<w:pStyle w:val="O"/>')
        + para("c", '<w:outlineLvl w:val="7"/>')
        + para("d", '<w:pStyle w:val="O"/><w:outlineLvl w:val="9"/>')
    )
    blocks = read_word(docx_of(tmp_path, body, styles=styles)).blocks
    roles = [block.role for block in blocks if isinstance(block, Paragraph)]
    assert roles == ["heading-2", "heading-1", "heading-3", "body"]


@pytest.mark.parametrize(
    ("count", "kind", "written"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (12, "decimalZero", "12"),
        (4, "lowerLetter", "d"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (0, "lowerRoman", "0"),
        (3_000_000_000, "upperLetter", "3000000000"),
        (3_000_000_000, "chicago", "3000000000"),
        (3_000_000_000, "cardinalText", "3000000000"),
        (2, "none", ""),
        (2, "bahtText", "2"),
        (2, "of another year", "2"),
        (-1, "hebrew1", "-1"),
        (-1, "aiueo", "-1"),
        (-1, "thaiNumbers", "-1"),
        (-1, "chineseCounting", "-1"),
    ],
)
def test_numbers_are_written_as_their_kind_asks(count: int, kind: str, written: str) -> None:
    assert written_number(count, kind) == written


@pytest.mark.parametrize(
    ("kind", "counts", "written"),
    [
        ("ordinal", (1, 2, 3, 4, 11, 12, 13, 21), "1st 2nd 3rd 4th 11th 12th 13th 21st"),
        ("ordinal", (101, 111, 112, 122), "101st 111th 112th 122nd"),
        ("cardinalText", (1, 2, 12, 20, 21), "One Two Twelve Twenty Twenty-one"),
        ("cardinalText", (100, 342), "One hundred Three hundred forty-two"),
        ("ordinalText", (1, 2, 3, 5, 8, 9), "First Second Third Fifth Eighth Ninth"),
        ("ordinalText", (12, 20, 21, 100), "Twelfth Twentieth Twenty-first One hundredth"),
        ("numberInDash", (1, 12), "- 1 - - 12 -"),
        ("lowerLetter", (26, 27, 53, 781), "z aa aaa a"),
        ("hex", (9, 10, 16, 255), "9 A 10 FF"),
        ("chicago", (1, 2, 3, 4, 5), "* † ‡ § **"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("decimalEnclosedCircleChinese", (1, 10, 11), "① ⑩ 11"),
        ("decimalEnclosedParen", (1, 20, 21), "⑴ ⒇ 21"),
        ("decimalEnclosedFullstop", (1, 20, 21), "⒈ ⒛ 21"),
        ("ideographEnclosedCircle", (1, 10, 11), "㈠ ㈩ 11"),
        ("chineseCounting", (1, 10, 12, 20, 99, 100), "一 十 十二 二十 九十九 一○○"),
        ("chineseCountingThousand", (10, 101, 110, 1010), "十 一百〇一 一百一十 一千〇一十"),
        ("taiwaneseCountingThousand", (101, 10_001), "一百零一 一萬零一"),
        ("chineseLegalSimplified", (1, 10, 23, 105), "壹 壹拾 贰拾叁 壹佰零伍"),
        ("japaneseCounting", (1, 10, 100, 111), "一 十 百 百十一"),
        ("koreanCounting", (1, 10, 21), "일 십 이십일"),
        ("koreanLegal", (1, 10, 21, 100), "하나 열 스물하나 백"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiacTraditional", (1, 60, 61), "甲子 癸亥 甲子"),
        ("vietnameseCounting", (5, 15, 21, 105), "năm mười lăm hai mươi mốt một trăm lẻ năm"),
        ("hebrew1", (1, 11, 15, 16, 100, 500), "א יא טו טז ק תק"),
        ("hebrew2", (1, 22, 23), "א ת תא"),
        ("arabicAlpha", (1, 2, 3, 29), "أ ب ت أأ"),
        ("arabicAbjad", (1, 2, 3, 29), "أ ب ج أأ"),
        ("russianLower", (1, 10, 30), "а к аа"),
        ("thaiNumbers", (10,), "๑๐"),
        ("hindiNumbers", (10,), "१०"),
        ("aiueoFullWidth", (1, 46, 47), "ア ン ア"),
        ("ganada", (1, 14, 15), "가 하 가"),
    ],
)
def test_every_format_of_the_standard_is_written_as_word_does(
    kind: str, counts: tuple[int, ...], written: str
) -> None:
    assert " ".join(written_number(count, kind) for count in counts) == written
