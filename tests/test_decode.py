"""Addresses hidden from machines but shown to visitors are read as visitors see them."""

import base64

import pytest

from audit.decode import base64_text, cloudflare, mailto, spelt_email
from audit.look import look
from audit.scripts import script_emails

ADDRESS = "ann@exampleccg.nhs.uk"


def xored(text: str, key: int = 0x5A) -> str:
    return bytes([key, *(b ^ key for b in text.encode())]).hex()


def addresses(html: str) -> list[str]:
    page = look(html.encode(), url="http://www.exampleccg.nhs.uk/")
    return [mailto(k.href) for b in page.blocks for k in b.links]


@pytest.mark.parametrize("code", ["", "zz", "5a", "5a00", xored("no address")])
def test_a_code_without_address_gives_nothing(code: str):
    assert cloudflare(code) == ""


def test_cloudflare_is_decoded_in_spans_and_in_links():
    assert cloudflare(xored(f"{ADDRESS}?subject=Hello")) == ADDRESS
    assert addresses(f'<p><span data-cfemail="{xored(ADDRESS)}">[email protected]</span></p>') == [
        ADDRESS
    ]
    assert addresses(f'<p><a href="/cdn-cgi/l/email-protection#{xored(ADDRESS)}">us</a></p>') == [
        ADDRESS
    ]


JOOMLA_3 = """
var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
var addy12 = '&#97;nn' + '&#64;';
addy12 = addy12 + '&#101;xampleccg' + '&#46;' + 'nhs' + '&#46;' + 'uk';
document.getElementById('cloak12').innerHTML += '<a href="' + prefix + ':' + addy12 + '">';
"""


@pytest.mark.parametrize(
    "source",
    [
        JOOMLA_3,
        "var a='ann';var b='exampleccg.nhs.uk';document.write(a+'@'+b);",
        "x = 'ann'; x += '@exampleccg.nhs.uk'",
        "document.write('<a href=\"mailto:ann%40exampleccg.nhs.uk\">us</a>')",
        'var a="ann",b="exampleccg";var m=a+"\\u0040"+b+".nhs.uk";e.innerHTML="<a>"+m+"</a>";',
        "document.write('ann' + String.fromCharCode(64) + 'exampleccg.nhs.uk')",
    ],
)
def test_what_a_script_writes_is_read(source: str):
    assert [address for address, _ in script_emails(source)][:1] == [ADDRESS]


@pytest.mark.parametrize(
    "source",
    [
        *("", "var a = 1;", "if (a == b) c('@')", "'\\" * 5000, "a=b;" * 5000),
        *(r"a = '\ud83d@\ude00';", "a = String.fromCharCode(55296, 64, 99999999);"),
        f"a = String.fromCharCode({'9' * 9000});",
    ],
)
def test_a_script_without_address_gives_nothing(source: str):
    assert script_emails(source) == []


def test_a_script_stands_where_its_notice_stood():
    page = look(
        f"<p>Write to <span>This email address is being protected from spambots.</span>"
        f"<script>{JOOMLA_3}</script></p>".encode(),
        url="http://www.exampleccg.nhs.uk/",
    )

    assert [(k.href, k.start) for k in page.blocks[0].links] == [(f"mailto:{ADDRESS}", 9)]


def test_joomla_4_hides_both_halves():
    first, last = (base64.b64encode(part).decode() for part in (b"ann", b"exampleccg.nhs.uk"))

    assert addresses(
        f'<joomla-hidden-mail first="{first}" last="{last}">x</joomla-hidden-mail>'
    ) == [ADDRESS]
    assert base64_text("!") == ""


@pytest.mark.parametrize(
    "text",
    [
        "ann [at] exampleccg.nhs.uk",
        "ann (at) exampleccg (dot) nhs (dot) uk",
        "ann {at} exampleccg [dot] nhs.uk",
        "ann AT exampleccg DOT nhs DOT uk",
    ],
)
def test_an_address_spelt_out_is_read(text: str):
    assert spelt_email(text) == ADDRESS


@pytest.mark.parametrize("text", ["meet at noon", "ann [at] home", "at", ""])
def test_words_are_no_address(text: str):
    assert spelt_email(text) == ""


def test_text_from_right_to_left_is_turned_round():
    assert addresses(
        f'<p><span style="unicode-bidi: bidi-override">{ADDRESS[::-1]}</span></p>'
    ) == [ADDRESS]
    assert addresses(f"<p><span dir=rtl>{ADDRESS[::-1]}</span></p>") == [ADDRESS]


def test_entities_are_characters():
    assert addresses("<a href='&#109;ailto:ann&#64;exampleccg.nhs.uk'>us</a>") == [ADDRESS]


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("mailto:ann@exampleccg.nhs.uk?subject=x", ADDRESS),
        ("MAILTO:%20ann@exampleccg.nhs.uk", ADDRESS),
        ("mailto:?subject=x", ""),
        ("http://x.uk/ann@exampleccg.nhs.uk", ""),
    ],
)
def test_a_mail_link_gives_its_address(href: str, address: str):
    assert mailto(href) == address


def test_a_script_may_reverse_decode_or_list_the_parts_of_an_address():
    for written in (
        "s.innerHTML = 'ku.shn.gccelpmaxe@nna'.split('').reverse().join('');",
        "document.write(['ann', 'exampleccg.nhs.uk'].join('@'));",
        "a.href = 'mailto:' + atob('YW5uQGV4YW1wbGVjY2cubmhzLnVr');",
        'var a="ann",b="exampleccg.nhs.uk";s.innerHTML=a+"\\u0040"+b;',
        "document.write('ann' + String.fromCharCode(64) + 'exampleccg.nhs.uk');",
    ):
        assert [address for address, _ in script_emails(written)][:1] == [ADDRESS]
