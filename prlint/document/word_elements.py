"""The elements of a Word part that mean something to a reader, and which method of `Walk` each begins and ends with."""

# Elements whose text is no text of the release: readings above characters, and how things looked before a change of format.
SKIPPED = frozenset(
    f"w:{name}"
    for name in (
        *("rt", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblPrExChange"),
        *("sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid"),
    )
)
SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
ADDED, REMOVED = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
PROPERTIES = ("w:rPr", "w:trPr", "w:numPr")
TEXTS = frozenset(("w:t", "w:delText", "m:t"))

BEGIN: dict[str, str] = {
    "mc:AlternateContent": "_alternate",
    "mc:Choice": "_choice",
    "mc:Fallback": "_choice",
    "w:fldChar": "_field",
    **dict.fromkeys(ADDED, "_ins"),
    **dict.fromkeys(REMOVED, "_del"),
    "w:p": "_paragraph",
    "w:pStyle": "_paragraph_style",
    "w:numId": "_list",
    "w:ilvl": "_list_level",
    "w:specVanish": "_run_in",
    "w:tbl": "_table",
    "w:tr": "_row",
    "w:tc": "_cell",
    "w:txbxContent": "_box",
    "w:footnote": "_note_text",
    "w:endnote": "_note_text",
    "w:footnoteReference": "_footnote",
    "w:endnoteReference": "_endnote",
    "w:r": "_run",
    "m:oMath": "_formula",
    "w:vanish": "_vanish",
    "w:rStyle": "_run_style",
    "w:vertAlign": "_raise",
    "w:rFonts": "_fonts",
    **dict.fromkeys(TEXTS, "_text"),
    **dict.fromkeys(SIGNS, "_sign"),
    "w:sym": "_symbol",
    "w:commentRangeStart": "_comment_begin",
    "w:commentRangeEnd": "_comment_end",
}
END: dict[str, str] = {
    "mc:AlternateContent": "_alternate_end",
    **dict.fromkeys(ADDED, "_ins_end"),
    **dict.fromkeys(REMOVED, "_del_end"),
    "w:p": "_paragraph_end",
    "w:tbl": "_table_end",
    "w:tr": "_row_end",
    "w:tc": "_cell_end",
    "w:txbxContent": "_box_end",
    "w:footnote": "_note_text_end",
    "w:endnote": "_note_text_end",
    "w:r": "_run_end",
    "m:oMath": "_formula_end",
    **dict.fromkeys(TEXTS, "_text_end"),
}
