"""The content of the guide, for the sheet Hướng dẫn and for HuongDan.docx alike; pure."""

GUIDE_NAME = "HuongDan.docx"
