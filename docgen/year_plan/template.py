"""The template `ke_hoach_nam.docx`, as it is drawn."""

from __future__ import annotations

from docgen.shared import template_parts
from docgen.shared.template_parts import AGENCY_ACTS, left_open, optional, value
from docgen.word.drawing import KEEP, ROW, Column, Item, Row, each, either, only_if, repeat, table

_NAME = "{{ chuong_trinh }} trên địa bàn {{ don_vi_hanh_chinh }} năm\u00a0{{ nam }}"
_TITLE = f"Thực hiện {_NAME}"
_UNTYPED = "[chưa ghi]"

_TARGETS: list[Column] = [
    (11, "STT", ("BangNhoSo", "{{ d.so }}")),
    (41, "Chỉ tiêu", ("BangNhoChu", "{{ d.ten }}")),
    (22, "Kết quả năm {{ nam_truoc }}", value("d.ket_qua", counts="d.so_dem")),
    (22, "Mục tiêu năm {{ nam }}", value("d.muc_tieu", unknown="[phường ghi]")),
    (19, "Mốc năm {{ moc }}", ("BangNhoSo", "{{ d.moc }}")),
    (27, "So với mục tiêu", ("BangNhoSo", "{{ d.con_thieu }}")),
    (18, "Đơn vị", ("BangNhoSo", "{{ d.don_vi }}")),
]


def _amount(field: str) -> list[Item]:
    return value(field, "BangTien", KEEP, unknown=_UNTYPED)


_SPENT = (40, "Đã chi năm {{ nam_truoc }} (đồng)", _amount("k.da_chi"))
_PLANNED = ("Dự toán năm {{ nam }} (đồng)", _amount("k.du_toan"))
_SPENT_AND_PLANNED = template_parts.money_table(68, _SPENT, (40, *_PLANNED))

_UNIT = Row([[("BangMuc", "{{ u.don_vi }}"), *optional("u.chi_tieu", "BangChu", KEEP)]], wide=True)
_TASKS: list[Column] = [
    (12, "STT", ("BangSo", "{{ n.stt }}")),
    (116, "Nhiệm vụ", [("BangChu", "{{ n.nhiem_vu }}"), *optional("n.ton_dong", "BangChu")]),
    (32, "Thời hạn", value("n.thoi_han", "BangSo", unknown=_UNTYPED)),
]

_UNASSIGNED = (
    "[{{ ten_ke_hoach }} chưa giao chỉ tiêu {{ chua_giao }} cho đơn vị nào; phường xác nhận đơn vị "
    "thực hiện ghi ở bảng trên.]"
)
_BODY: list[Item] = [
    template_parts.heading([template_parts.number("KH-{{ ky_hieu }}")]),
    *template_parts.title("KẾ HOẠCH", _TITLE),
    *template_parts.DRAFT_FRAME,
    ("NoiDung", f"{AGENCY_ACTS} ban hành Kế hoạch thực hiện {_NAME}, cụ thể như sau:"),
    ("MucLaMa", "I. KẾT QUẢ NĂM {{ nam_truoc }}"),
    *each("cau in ket_qua_nam_truoc", "NoiDung"),
    left_open("[Đơn vị ghi đánh giá chung, khó khăn, nguyên nhân.]"),
    ("MucLaMa", "II. MỤC TIÊU"),
    ("Khoan", "1. Mục tiêu chung"),
    *each("doan in muc_tieu_chung", "NoiDung", "- {{ doan }}"),
    ("Khoan", "2. Chỉ tiêu năm {{ nam }}"),
    (
        "NoiDung",
        "{{ cach_tinh }} Phần còn thiếu tính theo số trẻ em, số trường của năm "
        "{{ nam_truoc }}; số của năm {{ nam }} có thể khác.",
    ),
    ("BangTen", "Các chỉ tiêu của năm {{ nam }}"),
    template_parts.table_by_goal(_TARGETS),
    template_parts.AFTER_TABLE,
    ("MucLaMa", "III. NHIỆM VỤ VÀ GIẢI PHÁP"),
    ("Khoan", "1. Nội dung trọng tâm"),
    ("NoiDung", "{{ loi_dan_trong_tam }}"),
    *each("cau in trong_tam", "NoiDung", "- {{ cau }}"),
    left_open("[Đơn vị ghi giải pháp cho từng nội dung trọng tâm.]"),
    ("Khoan", "2. Các nhóm nhiệm vụ, giải pháp"),
    (
        "NoiDung",
        "Thực hiện các nhóm nhiệm vụ, giải pháp tại mục {{ muc_giai_phap }} của "
        "{{ ten_ke_hoach }}:",
        KEEP,
    ),
    *each("g in giai_phap", "NoiDung", "- {{ g }}{% if loop.last %}.{% else %};{% endif %}"),
    left_open("[Đơn vị ghi hoạt động cụ thể trong năm.]"),
    ("MucLaMa", "IV. KINH PHÍ THỰC HIỆN"),
    *optional("kinh_phi_nam_truoc", "NoiDung", KEEP),
    ("BangTen", "Kinh phí thực hiện năm {{ nam }}"),
    *either(
        "kinh_phi_nam_truoc",
        [_SPENT_AND_PLANNED],
        [template_parts.money_table(98, (50, *_PLANNED))],
    ),
    template_parts.AFTER_TABLE,
    ("MucLaMa", "V. TỔ CHỨC THỰC HIỆN"),
    ("Khoan", "1. Nhiệm vụ của các đơn vị"),
    table(_TASKS, *repeat("u in cac_don_vi", _UNIT, *repeat("n in u.cac_nhiem_vu", ROW))),
    template_parts.AFTER_TABLE,
    *only_if("chua_giao", left_open(_UNASSIGNED)),
    ("Khoan", "2. Chế độ báo cáo"),
    *repeat("cau in han_so_lieu", ("NoiDung", "{{ cau }}", KEEP)),
    left_open("[Đơn vị ghi thời hạn gửi số liệu và báo cáo theo quy định.]", KEEP),
    *template_parts.closing(f"Trên đây là Kế hoạch thực hiện {_NAME}./."),
    *template_parts.FINDINGS,
]
TEMPLATE = template_parts.Template("ke_hoach_nam.docx", _TITLE, _BODY)
