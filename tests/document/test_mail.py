"""E-mail: the text that its reader sees; what is attached is named."""

from email.message import EmailMessage

import pytest

from prlint.document import ReadError, read


def message(**more: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {"From": "ana@ferrant.example", "To": "press@ferrant.example", "Subject": "Draft", **more}.items():
        made[name] = value
    return made


def test_a_text_is_read_without_the_fields_above_it() -> None:
    made = message()
    made.set_content("Ferrant’s first line.\n\nThe second — ends.\n", charset="utf-8")
    document = read(made.as_bytes(), "release.txt")
    assert (document.format, document.text, document.notes) == ("mail", "Ferrant’s first line.\n\nThe second — ends.\n", ())
    assert document.locate(document.text.index("second")) == (2, 5, "paragraph 2")


def test_of_text_and_page_the_page_is_read_and_attachments_are_named() -> None:
    made = message()
    made.set_content("As text.")
    made.add_alternative('<html><head><meta charset="iso-8859-1"><body><p>As a “page”</p>', subtype="html", charset="utf-8")
    for number in range(7):
        made.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"draft {number}.pdf")
    document = read(made.as_bytes())
    assert document.text == "As a “page”"
    assert document.notes == ("has attachments that are not read: draft 0.pdf, draft 1.pdf, draft 2.pdf, draft 3.pdf, draft 4.pdf, …",)


def test_an_empty_page_gives_way_to_the_text() -> None:
    made = message()
    made.set_content("As text.")
    made.add_alternative("<img src=x>", subtype="html")
    assert read(made.as_bytes()).text == "As text.\n"


def test_lines_that_flow_are_joined() -> None:
    data = b"From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nOne \ntwo.\n\n-- \nAna\n"
    assert read(data).text == "One two.\n\n-- \nAna\n"


def test_a_charset_that_is_not_so_is_guessed() -> None:
    head = b"From: a@x.example\nTo: b@x.example\nContent-Type: text/plain; charset=%s\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(head % b"x-unknown" + "Ferrant’s".encode()).text == "Ferrant’s"
    assert read(head % b"utf-8" + "Ferrant’s".encode("cp1252")).text == "Ferrant’s"


def test_a_mail_without_text_says_what_it_holds() -> None:
    made = message()
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="draft.pdf")
    with pytest.raises(ReadError, match=r"is an e-mail without text \(attached: draft\.pdf\)"):
        read(made.as_bytes())


def test_an_encrypted_mail_is_refused() -> None:
    data = b"From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIAGCSq\n"
    with pytest.raises(ReadError, match="is an encrypted e-mail"):
        read(data)


def test_a_deep_nest_of_parts_is_refused_or_read_and_never_stops_prlint() -> None:
    part = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    data = b"From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\n" + b"".join(part % (n, n) for n in range(3000)) + b"\nText.\n"
    with pytest.raises(ReadError, match="is an e-mail"):
        read(data)


def test_a_byte_order_mark_before_the_fields_is_no_field() -> None:
    document = read(b"\xef\xbb\xbfFrom: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\n\nFerrant said.\n")
    assert (document.format, document.text.strip()) == ("mail", "Ferrant said.")


def test_a_mail_of_very_many_parts_is_refused_before_its_parts_are_made() -> None:
    head = b"From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    with pytest.raises(ReadError, match="is an e-mail of more than 1000 parts"):
        read(head + b"--b\n\nText.\n" * 1001)


def test_a_release_with_a_list_of_fields_is_no_mail() -> None:
    assert read(b"FROM: Ferrant\nTO: Editors\nDATE: May 5, 2027\nSUBJECT: Results\n\nText.\n").format == "text"
