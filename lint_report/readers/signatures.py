"""Files that hold no text as they stand, told by their first bytes, and what their owner can do."""

from __future__ import annotations

import re

from lint_report.messages import Message
from lint_report.records import NamedTuple

# Folder walks name files of these kinds instead of passing over them in silence.
CONVERTIBLE_SUFFIXES = (".doc", ".wps", ".dot", ".wpt", ".pdf", ".rtf", ".odt", ".ofd", ".pages")

_SAVE_AS_DOCX = Message("请在 Word 或 WPS 中打开，另存为 .docx", "open it in Word or WPS and save it as .docx")
_GIVE_TEXT = Message("请改用文本、Markdown、网页或 .docx 文件", "give a text, Markdown, HTML or .docx file instead")
_RENAME_DOCX = Message("请把文件名的后缀改为 .docx", "name the file .docx")
_DECRYPT = Message(
    "请在 Word 或 WPS 中打开，去掉密码后另存为 .docx",
    "open it in Word or WPS, remove the password and save it as .docx",
)
_READ_ALOUD = Message("请先做文字识别（OCR），再检查其文字", "recognise its text (OCR) first and check that")
_UNPACK = Message("请先解压", "unpack it first")


class Signature(NamedTuple):
    """What a file is, and what to do with it."""

    what: Message
    advice: Message


_PDF = Signature(Message("PDF 文件", "a PDF file"), _SAVE_AS_DOCX)
_OLD_WORD = Signature(
    Message("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"), _SAVE_AS_DOCX
)
_ENCRYPTED_WORD = Signature(Message("有密码的 Office 文档", "an Office document with a password"), _DECRYPT)
_RICH_TEXT = Signature(Message("RTF 文档", "an RTF document"), _SAVE_AS_DOCX)
_WORD = Signature(Message("Word 文档（.docx）", "a Word document (.docx)"), _RENAME_DOCX)
_SHEET = Signature(Message("Excel 工作簿", "an Excel workbook"), _GIVE_TEXT)
_SLIDES = Signature(Message("PowerPoint 演示文稿", "a PowerPoint presentation"), _GIVE_TEXT)
_OPEN_DOCUMENT = Signature(Message("OpenDocument 文档（.odt）", "an OpenDocument file (.odt)"), _SAVE_AS_DOCX)
_FIXED_LAYOUT = Signature(Message("OFD 版式文件", "an OFD file"), _SAVE_AS_DOCX)
_ARCHIVE = Signature(Message("压缩包", "an archive"), _UNPACK)
_IMAGE = Signature(Message("图片", "an image"), _READ_ALOUD)

_BEGINNINGS: tuple[tuple[bytes, Signature], ...] = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RICH_TEXT),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"RIFF", _IMAGE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_ZIP = b"PK\x03\x04"  # APPNOTE.TXT 4.3.7
_ENTRY_NAMES: tuple[tuple[bytes, Signature], ...] = (
    (b"word/", _WORD),
    (b"xl/", _SHEET),
    (b"ppt/", _SLIDES),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", _OPEN_DOCUMENT),
    (b"OFD.xml", _FIXED_LAYOUT),
)


def recognise(content: bytes) -> Signature | None:
    """Tell what a file without readable text is; None for what may be text."""
    for beginning, signature in _BEGINNINGS:
        if content.startswith(beginning):
            return signature
    if content.startswith(_OLE):
        return _ENCRYPTED_WORD if "EncryptedPackage".encode("utf-16-le") in content else _OLD_WORD
    if content.startswith(_ZIP):
        for name, signature in _ENTRY_NAMES:
            if name in content:
                return signature
        return _ARCHIVE
    return None


def sniff(content: bytes) -> str:
    """Tell which built-in reader may read a content without a name: docx, html or text."""
    if content.startswith(_ZIP) and b"word/" in content:
        return "docx"
    opening = rb"(?:<!--[^>]{0,500}-->|<\?[^>]{0,200}>|\xef\xbb\xbf|\s){0,50}<(?:!doctype\s+html|html|head|body)\b"
    return "html" if re.match(opening, content[:2000], re.IGNORECASE) else "text"
