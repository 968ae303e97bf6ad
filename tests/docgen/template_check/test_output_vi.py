from __future__ import annotations

import json
from pathlib import Path

from docgen.template_check.checking import check_template, findings_json, findings_text
from tests.docgen import templates
from tests.docgen.template_check.samples import FIELDS, check


def test_faults_are_listed_by_weight_and_summed_up(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{ x }", "{{ dia_dan }}")
    assert findings_text("mau.docx", check_template(path, FIELDS)).splitlines() == [
        "LỖI (2)",
        "  [MB11] Đoạn “{ x }”: “{ x }” không có đúng dấu của thẻ nên sẽ được in nguyên văn. Viết"
        " là {{ x }}.",
        "  [MB21] Đoạn “{{ dia_dan }}”: dùng ô điền “dia_dan” mà loại văn bản này không có. Có"
        " phải là “dia_danh” không? Xem danh sách ô điền của mẫu này trong templates/README.md.",
        "",
        "NHẮC (1)",
        "  [MB91] Tệp mẫu: mẫu không dùng các ô: dia_danh, cac_cau, ky, cac_muc. Nếu cố ý bỏ thì"
        " không cần sửa.",
        "",
        "Mẫu “mau.docx”: 2 lỗi, 1 nhắc. Cần sửa các lỗi trước khi dùng mẫu.",
    ]


def test_a_good_template_is_said_to_be_good(tmp_path: Path) -> None:
    assert findings_text("a.docx", []) == "Mẫu “a.docx”: không có lỗi, dùng được."
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    assert findings_text("a.docx", check_template(path, FIELDS)).endswith(
        "Mẫu “a.docx”: 1 nhắc; không có lỗi nào, dùng được."
    )


def test_the_json_has_english_keys_and_everything_else(tmp_path: Path) -> None:
    (fault,) = check(tmp_path, "Tại {{ dia_dan }}")
    assert json.loads(json.dumps(findings_json([fault]))) == {
        "faults": [
            {
                "code": "MB21",
                "severity": "error",
                "place": "Đoạn",
                "words": "Tại {{ dia_dan }}",
                "message": fault.message,
            }
        ]
    }
