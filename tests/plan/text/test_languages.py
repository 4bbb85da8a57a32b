"""Which language a paragraph is in: only where that is sure; and which way it runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.text.languages import FILES_OWN, Speech, directed, has_rtl, speech_of

SURE = {
    "Tha a' Chomhairle airson gum bi gach leanabh sàbhailte agus gun tèid èisteachd ris.": "gd-GB",
    "Bidh seirbheisean còmhla ri chèile agus chan fheum pàrantan an aon sgeul innse.": "gd-GB",
    "Tha seo airson clann agus an teaghlaichean anns na h-Eileanan.": "gd-GB",
    "Dzieci i rodzice są pytani, co jest dla nich ważne, oraz jak można się zgłosić.": "pl-PL",
    "يجب أن يحصل كل طفل على المساعدة التي يحتاجها في الوقت المناسب.": "ar-SA",
    "ہر بچے کو وقت پر مدد ملنی چاہیے۔": "ur-PK",
    "כל ילד צריך לקבל עזרה בזמן הנכון.": "he-IL",
    "Кожна дитина має отримати допомогу вчасно, і її думку треба почути.": "uk-UA",
    "每个孩子都应该及时得到帮助，这是我们的目标。": "zh-CN",
    "每個孩子都應該及時得到幫助，這是我們的目標。": "zh-TW",
    "ਹਰ ਬੱਚੇ ਨੂੰ ਸਮੇਂ ਸਿਰ ਮਦਦ ਮਿਲਣੀ ਚਾਹੀਦੀ ਹੈ।": "pa-IN",
    "Κάθε παιδί πρέπει να λάβει βοήθεια εγκαίρως.": "el-GR",
}
NOT_SURE = (
    "",
    "Every child is heard, and what they say is acted on.",
    "An Lanntair and Comhairle nan Eilean Siar lead the work on Gaelic.",
    "Alba",
    "Tha",
    "agus agus agus agus agus agus",
    "The Gaelic plan (Plana Gàidhlig) says that agus, tha and airson are common words of it.",
    "Tá an Chomhairle ag obair agus beidh an plean ar fáil do gach páiste sa scoil.",
    "Naïve café in Łódź: a żurek for Zoë.",
    "The officer, Wójcik, will meet families in Polish, as many of them are.",
    "Leaflets in العربية and עברית were given out at the hall by the team.",
    "Нет",
    "木",
    "12 September 2016",
    "£1,200 – “as agreed”",
)


@pytest.mark.parametrize(("text", "language"), SURE.items())
def test_a_whole_paragraph_tells_its_language(text: str, language: str) -> None:
    assert speech_of(text).language == language


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_is_not_sure_stays_in_the_language_of_the_file(text: str) -> None:
    assert speech_of(text).language == ""


def test_a_paragraph_runs_as_its_first_letter_does() -> None:
    assert speech_of("عربي (Arabic); leaflets in two languages.").is_rtl
    assert speech_of("1. עברית").is_rtl
    assert not speech_of("Leaflets in العربية").is_rtl
    assert speech_of("Leaflets in English") is FILES_OWN


def test_pieces_run_their_own_way() -> None:
    assert directed("Read «كتاب جديد», then answer.", is_rtl=False) == [
        ("Read «", False),
        ("كتاب جديد", True),
        ("», then answer.", False),
    ]
    assert directed("كتاب (Book 2); جديد", is_rtl=True) == [
        ("كتاب (", True),
        ("Book 2", False),
        ("); جديد", True),
    ]
    assert directed("plain", is_rtl=False) == [("plain", False)]
    assert directed("", is_rtl=False) == []


@given(st.text(alphabet="aé1 ,;()אבجد\n\tЖ木", max_size=40), st.booleans())
def test_no_letter_is_lost_and_each_runs_as_its_script_does(text: str, is_rtl: bool) -> None:
    pieces = directed(text, is_rtl=is_rtl)
    assert "".join(piece for piece, _ in pieces) == text
    for piece, runs_rtl in pieces:
        letters = set(piece) & set("אבجد" if not runs_rtl else "aéЖ")
        assert not letters
    assert has_rtl(text) is bool(set(text) & set("אבجد"))


@given(st.text(max_size=60))
def test_any_text_has_a_speech(text: str) -> None:
    assert isinstance(speech_of(text), Speech)
