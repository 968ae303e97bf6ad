"""The tab of the ribbon (customUI14.xml): the buttons of Tổng hợp, whatever sheet is shown."""

from __future__ import annotations

from xml.etree import ElementTree

from xl_macros.buttons import on_ribbon
from xl_macros.macro_book.modules import ribbon_macro

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
TAB_LABEL = "Sổ chỉ tiêu"
_GROUP_LABEL = "Theo dõi và báo cáo"


def ribbon_xml() -> str:
    """Return the part's text; the icons are Office's own."""
    root = ElementTree.Element("customUI", xmlns=NAMESPACE)
    tabs = ElementTree.SubElement(ElementTree.SubElement(root, "ribbon"), "tabs")
    tab = ElementTree.SubElement(tabs, "tab", id="tabSoChiTieu", label=TAB_LABEL)
    group = ElementTree.SubElement(tab, "group", id="grpSoChiTieu", label=_GROUP_LABEL)
    for button in on_ribbon():
        ElementTree.SubElement(
            group,
            "button",
            id=f"btn{button.macro}",
            label=button.caption,
            size="large",
            imageMso=button.icon,
            screentip=button.caption,
            supertip=button.tip,
            onAction=ribbon_macro(button),
        )
    return ElementTree.tostring(root, encoding="unicode")
