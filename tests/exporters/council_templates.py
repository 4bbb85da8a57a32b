"""Templates as councils have them, made by hand: a letterhead, a logo, fonts and margins."""

import base64
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)
"""A picture of one point."""
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PAGE_X_OF_Y = (
    '<w:p><w:r><w:t xml:space="preserve">Sheet </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)


@dataclass(frozen=True)
class CouncilPaper:
    """A template: what its pages say and how they are.

    `body` is the XML of the body up to its last section, `section` what that one has besides its
    header and footer, `numbering` its lists, `heading` what its Heading 1 has besides its looks.
    """

    body: str = "<w:p/>"
    footer: str = PAGE_X_OF_Y
    section: str = ""
    margin: int = 1701
    numbering: str = ""
    heading: str = ""
    styles: str = ""
    kind: str = DOCUMENT

    def parts(self) -> dict[str, str | bytes]:
        """Return the parts of the file."""
        relations = {"header1.xml": "header", "styles.xml": "styles", "theme/theme1.xml": "theme"}
        kinds = {"styles.xml": "styles", "header1.xml": "header"}
        parts: dict[str, str | bytes] = {
            "word/styles.xml": self._styles(),
            "word/header1.xml": _HEADER,
            "word/_rels/header1.xml.rels": _relations({"media/image1.png": "image"}),
            "word/media/image1.png": LOGO,
            "word/theme/theme1.xml": _THEME,
            "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        }
        if self.footer:
            relations["footer1.xml"] = kinds["footer1.xml"] = "footer"
            parts["word/footer1.xml"] = f"{_HEAD}<w:ftr {_NAMES}>{self.footer}</w:ftr>"
        if self.numbering:
            relations["numbering.xml"] = kinds["numbering.xml"] = "numbering"
            parts["word/numbering.xml"] = (
                f"{_HEAD}<w:numbering {_NAMES}>{self.numbering}</w:numbering>"
            )
        parts["word/_rels/document.xml.rels"] = _relations(relations)
        parts["word/document.xml"] = self._document([*relations])
        parts["[Content_Types].xml"] = _types(self.kind, kinds)
        return parts

    def _document(self, related: list[str]) -> str:
        header = f'<w:headerReference w:type="default" r:id="{_id("header1.xml")}"/>'
        footer = f'<w:footerReference w:type="default" r:id="{_id("footer1.xml")}"/>'
        margins = f'w:top="1700" w:right="{self.margin}" w:bottom="1400" w:left="{self.margin}"'
        return (
            f"{_HEAD}<w:document {_NAMES}><w:body>{self.body}<w:sectPr>{header}"
            f"{footer if 'footer1.xml' in related else ''}"
            '<w:pgSz w:w="11906" w:h="16838"/>'
            f'<w:pgMar {margins} w:header="600" w:footer="600" w:gutter="0"/>'
            f"{self.section}</w:sectPr></w:body></w:document>"
        )

    def _styles(self) -> str:
        return (
            f"{_HEAD}<w:styles {_NAMES}><w:docDefaults><w:rPrDefault><w:rPr>"
            '<w:rFonts w:ascii="Gill Sans" w:hAnsi="Gill Sans" w:cs="Gill Sans"/>'
            '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
            "</w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Standard">'
            '<w:name w:val="Normal"/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
            '<w:name w:val="Normal Table"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
            f'<w:basedOn w:val="Standard"/><w:pPr>{self.heading}<w:outlineLvl w:val="0"/></w:pPr>'
            '<w:rPr><w:b/><w:color w:val="003060"/></w:rPr></w:style>'
            f"{self.styles}</w:styles>"
        )

    def written(self, path: Path) -> Path:
        """Write the template at `path` and return it."""
        with ZipFile(path, "w", ZIP_DEFLATED) as package:
            for name, part in self.parts().items():
                package.writestr(name, part)
        return path

    def as_dotx(self) -> "CouncilPaper":
        """Return the same as a template for new documents."""
        return replace(self, kind=DOTX)


def _id(target: str) -> str:
    return "rId" + "".join(char for char in target if char.isalnum())


def _relations(targets: dict[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="{_id(target)}" Type="{_R}/{kind}" Target="{target}"/>'
        for target, kind in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def _types(main: str, kinds: dict[str, str]) -> str:
    each = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        f"{each}</Types>"
    )


_HEADER = (
    f'{_HEAD}<w:hdr {_NAMES} xmlns:wp="{_WP}"><w:p><w:r><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="1" name="Arms" descr="The arms of Glenshire Council"/>'
    f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
    '<pic:nvPicPr><pic:cNvPr id="1" name="Arms"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    f'<a:blip r:embed="{_id("media/image1.png")}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    "<w:r><w:t>Glenshire Council</w:t></w:r></w:p></w:hdr>"
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "003060",
        "lt2": "EEEEEE",
        **{f"accent{number}": "003060" for number in range(1, 7)},
        "hlink": "0000EE",
        "folHlink": "551A8B",
    }.items()
)
_FONT = '<a:latin typeface="Gill Sans"/><a:ea typeface=""/><a:cs typeface=""/>'
_THEME = (
    f'{_HEAD}<a:theme xmlns:a="{_A}" name="Glenshire"><a:themeElements>'
    f'<a:clrScheme name="Glenshire">{_COLOURS}</a:clrScheme>'
    f'<a:fontScheme name="Glenshire"><a:majorFont>{_FONT}</a:majorFont>'
    f"<a:minorFont>{_FONT}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="Glenshire"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
