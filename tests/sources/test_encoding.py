"""Decoding of bytes: all the ways to determine the encoding, and hostile bytes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.encoding import decode, known_encoding

SENTENCES = {
    "cp1251": "Река сдвинулась ночью, и к утру мост оказался в другой стране. «Мы проснулись», — сказал мэр.",
    "koi8-r": "Река сдвинулась ночью, и к утру мост оказался в другой стране, сказал мэр.",
    "gbk": "河水在夜里改道了。第二天早晨，桥已经在另一个国家。镇长说：“我们醒来时，不知道自己住在哪里。”",
    "big5": "河水在夜裡改道了。第二天早晨，橋已經在另一個國家。鎮長說：「我們醒來時，不知道自己住在哪裡。」",
    "shift_jis": "川は夜のうちに流れを変えた。翌朝、橋は別の国にあった。どこに住んでいるのか分からなかった。",
    "euc_jp": "川は夜のうちに流れを変えた。翌朝、橋は別の国にあった。どこに住んでいるのか分からなかった。",
    "euc_kr": "강은 밤사이에 물길을 바꾸었다. 아침이 되자 다리는 다른 나라에 있었다.",
    "latin-1": "La rivière a changé de lit pendant la nuit, et au matin le pont était dans un autre pays.",
    "cp1253": "Το ποτάμι άλλαξε κοίτη μέσα στη νύχτα και το πρωί η γέφυρα βρισκόταν σε άλλη χώρα.",
    "cp1256": "غير النهر مجراه في الليل، وفي الصباح كان الجسر في بلد آخر. قال العمدة إنهم لا يعرفون.",
    "cp1255": "הנהר שינה את מסלולו בלילה, ובבוקר עמד הגשר בארץ אחרת.",
    "cp874": "แม่น้ำเปลี่ยนทางเดินในตอนกลางคืน และในตอนเช้าสะพานก็อยู่ในอีกประเทศหนึ่ง",
    "iso2022_jp": "川は夜のうちに流れを変えた。",
    "cp1250": "W nocy rzeka wystąpiła z brzegów, a rano łódź stała już na środku ulicy.",
    "iso8859_2": "V noci se řeka vylila z břehů. Lidé říkají, že je nikdo nevaroval; děti šly přes les.",
    "cp1254": "Gece nehir yatağından taştı. İnsanlar kimsenin kendilerini uyarmadığını söylüyor.",
    "cp1257": "Naktį upė išsiliejo iš krantų. Žmonės sako, kad niekas jų neįspėjo.",
    "gb18030": "河水漫出河床,淹没了田地。",
    "big5hkscs": "河水漫出河床,淹沒了田地。",
    "cp1252": "Der Fluss trat über die Ufer. „Niemand hat uns gewarnt“, sagen die Bewohner – zu spät.",
}


@pytest.mark.parametrize("encoding", SENTENCES)
def test_old_encodings_are_found_from_a_sentence(encoding: str) -> None:
    assert decode(SENTENCES[encoding].encode(encoding)).text == SENTENCES[encoding]
    page = (
        f"<html><body class='story home'><ul><li>News</ul><p class=text>{SENTENCES[encoding]}</body></html>"
    )
    assert decode(page.encode(encoding), page=True).text == page


@pytest.mark.parametrize("encoding", SENTENCES)
def test_the_encoding_from_the_server_is_used(encoding: str) -> None:
    assert decode(SENTENCES[encoding].encode(encoding), encoding).text == SENTENCES[encoding]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_overrides_the_named_encoding(mark: bytes, encoding: str) -> None:
    found = decode(mark + "mød 中".encode(encoding), "cp1251")
    assert found == ("mød 中", encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_recognised_by_their_nuls(encoding: str) -> None:
    assert decode("Just text without a mark.".encode(encoding)) == ("Just text without a mark.", encoding)


def test_the_encoding_that_a_page_declares_is_used() -> None:
    page = '<html><head><meta charset="windows-1251"></head>Река'.encode("cp1251")
    assert "Река" in decode(page, page=True).text
    xml = '<?xml version="1.0" encoding="koi8-r"?><html>Река'.encode("koi8-r")
    assert "Река" in decode(xml, page=True).text
    claimed = b'<meta http-equiv="Content-Type" content="text/html; charset=utf-16"><p>\xc3\xa9'
    assert decode(claimed, page=True).text.endswith("é")


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Grüße".encode(), "", "Grüße"),
        ("Schöne Grüße aus der Stadt".encode("cp1252"), "", "Grüße"),
        ("\ufeffGrüße".encode("utf-16"), "", "Grüße"),
        ("\ufeffGrüße".encode(), "latin-1", "Grüße"),
        ("“Grüße”".encode("cp1252"), "iso-8859-1", "“Grüße”"),
        ("<meta charset='shift_jis'>日本語の文章".encode("cp932"), "", "日本語の文章"),
        ("<meta charset=gb2312>中文网页".encode("gb18030"), "no-such-charset", "中文网页"),
        ("<?xml version='1.0' encoding='koi8-r'?>Привет".encode("koi8-r"), "", "Привет"),
        ("Привет".encode("cp1251"), "windows-1251", "Привет"),
        (
            "<p>Это довольно длинное предложение на русском языке, по нему видно письмо</p>".encode("cp1251"),
            "",
            "русском",
        ),
        ("Grüße".encode(), "iso-8859-1", "Grüße"),  # the bytes are UTF-8
        ("<p>page</p>".encode("utf-16-le"), "", "page"),
        (b"caf\xe9", "rot13", "caf"),
    ],
)
def test_the_encoding_of_a_page_is_found(data: bytes, charset: str, text: str) -> None:
    assert text in decode(data, charset, page=True).text


def test_valid_utf_8_overrides_latin_1_from_the_server() -> None:
    assert decode("naïve café, déjà vu".encode(), "iso-8859-1").encoding == "utf-8"
    assert decode("å".encode(), "iso-8859-1").text == "Ã¥"  # too short to be sure


def test_a_broken_byte_in_utf_8_loses_one_letter() -> None:
    data = ("Der Fluß änderte seinen Lauf. " * 20).encode()
    found = decode(data[:100] + b"\xff" + data[100:])
    assert found.encoding == "utf-8"
    assert found.text.count("\ufffd") == 1


def test_a_named_encoding_is_used_despite_broken_letters() -> None:
    data = ("河水漫出河床。" * 20).encode("gb18030")
    broken = data[:40] + b"\xff" + data[41:100] + b"\xff" + data[101:]
    assert decode(broken, "gb2312").encoding == "gb18030"


def test_text_cut_inside_a_letter_keeps_the_other_letters() -> None:
    assert decode("中文字".encode()[:-1]).text == "中文\ufffd"


def test_a_wrong_named_encoding_is_replaced_by_a_likely_one() -> None:
    text = SENTENCES["cp1251"]
    assert decode(text.encode("cp1251"), "utf-8").text == text
    assert decode(b"\x81\x8d\x8f\xff", "ascii").text


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("UTF8", "utf-8"),
        (' "ISO-8859-1" ', "cp1252"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("utf-16", "utf-16-le"),
        *[(label, "") for label in ("", "bogus", "base64", "rot13", "hex", "utf-7", "idna", "x\0", "ü")],
    ],
)
def test_labels_have_the_meaning_that_browsers_give_them(label: str, encoding: str) -> None:
    assert known_encoding(label) == encoding


@settings(max_examples=100)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=40).map(lambda s: s.encode("utf-8", "surrogatepass"))
    ),
    st.one_of(st.text(max_size=12), st.sampled_from(["utf-8", "gbk", "utf-16", "iso-2022-jp", "hz", "big5"])),
    st.booleans(),
)
def test_decoding_never_fails(data: bytes, charset: str, page: bool) -> None:
    assert isinstance(decode(data, charset, page=page).text, str)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b"), max_size=60))
def test_utf_8_is_decoded_to_the_same_text(text: str) -> None:
    text = text.lstrip("\ufeff")
    assert decode(text.encode()).text == text
