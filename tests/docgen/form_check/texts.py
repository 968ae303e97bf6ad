"""Fifteen texts of the kinds of Phụ lục III, as what is said in each part of them.

Written from Decree 30/2020/NĐ-CP and its samples alone; how they are typed is another
matter (`tests.docgen.form_check.writers`). All names are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

GAP = "\u00a0" * 6  # left open for the clerk's office to fill in
LONG = (
    "Các đơn vị phối hợp mở rộng sân chơi cho trẻ em, sửa các sân cũ, mở sân trường ngoài giờ học "
    "và bố trí người trông coi trong suốt thời gian mở cửa"
)
UBND = ("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN ĐÒ")
CHAIRMAN = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
DEPUTY = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


@dataclass(frozen=True)
class Annex:
    """An annex; `rows` make a table of its content."""

    title: str
    name: str
    attached: str
    body: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    landscape: bool = False


@dataclass(frozen=True)
class Text:
    """What one document says.

    A line of the body may begin with a mark: `=` a section `I. …`, `*` a khoản with a title,
    `^` a centred bold line (Chương, its title, QUYẾT ĐỊNH:), `§` a điều, `|` the cells of a
    table's row, `>` a centred line, `-` an addressee of a Công điện.
    """

    title: str
    number: str
    body: tuple[str, ...]
    recipients: tuple[str, ...] = ("- Hội đồng nhân dân phường;", "- Lưu: VT, VHXH.")
    offices: tuple[str, ...] = CHAIRMAN
    signer: str = "Trần Thị Bình"
    abstract: tuple[str, ...] = ()
    superior: str = ""
    issuer: tuple[str, ...] = UBND
    date: str = "Bến Đò, ngày 15 tháng 3 năm 2026"
    subject: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    authority: str = ""
    basis: tuple[str, ...] = ()
    secretary: str = ""
    annexes: tuple[Annex, ...] = ()
    attached: Text | None = None
    attached_to: str = ""


_BASIS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
    "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
)
_TABLE = ("|Chỉ tiêu|Kết quả", "|Tỷ lệ trẻ em có sân chơi|95,0%", "|Số sân chơi mở mới|04 sân")

RESOLUTION = Text(
    "NGHỊ QUYẾT", f"Số:{GAP}/NQ-HĐND",
    ("^QUYẾT NGHỊ:",
     f"§Điều 1.| Thông qua Đề án sân chơi. {LONG}.",
     "§Điều 2.| Ủy ban nhân dân phường tổ chức thực hiện Nghị quyết này.",
     "Nghị quyết này đã được Hội đồng nhân dân phường Bến Đò khóa II, kỳ họp thứ 3 thông qua ngày"
     " 15 tháng 3 năm 2026./."),
    recipients=("- Như Điều 2;", "- Thường trực Đảng ủy;", "- Lưu: VT."),
    offices=("CHỦ TỊCH",), signer="Nguyễn Văn An",
    abstract=("Về việc thông qua Đề án sân chơi cho trẻ em giai đoạn 2026 - 2030",),
    issuer=("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG BẾN ĐÒ"),
    authority="HỘI ĐỒNG NHÂN DÂN PHƯỜNG BẾN ĐÒ\nKHÓA II, KỲ HỌP THỨ 3", basis=_BASIS,
)  # fmt: skip
DECISION = Text(
    "QUYẾT ĐỊNH", f"Số:{GAP}/QĐ-UBND",
    ("^QUYẾT ĐỊNH:",
     f"§Điều 1.| Thành lập Tổ quản lý sân chơi. {LONG}, gồm các ông, bà có tên sau:",
     "1. Bà Lê Thị Hoa, Trưởng phòng Văn hóa - Xã hội, Tổ trưởng;",
     "2. Ông Phạm Văn Nam, Bí thư Đoàn thanh niên phường, Tổ phó.",
     "§Điều 2.| Quyết định này có hiệu lực kể từ ngày ký.",
     "§Điều 3.| Chánh Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết"
     " định này./."),
    recipients=("- Như Điều 3;", "- Lưu: VT, VHXH."),
    offices=("CHỦ TỊCH",),
    abstract=("Về việc thành lập Tổ quản lý sân chơi cho trẻ em",),
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ", basis=_BASIS,
)  # fmt: skip
REGULATION = Text(
    "QUY CHẾ", "",
    ("^Chương I", "^QUY ĐỊNH CHUNG",
     "§Điều 1. Phạm vi điều chỉnh|", f"Quy chế này quy định việc quản lý sân chơi. {LONG}.",
     "§Điều 2. Đối tượng áp dụng|", "1. Các khu phố của phường.", "2. Các trường học.",
     "^Chương II", "^TỔ CHỨC THỰC HIỆN", "^Mục 1", "^TRÁCH NHIỆM",
     "§Điều 3. Trách nhiệm của Tổ quản lý|", "1. Tổ quản lý có nhiệm vụ:",
     "a) Mở và đóng cửa sân;", "b) Giữ gìn vệ sinh;", "c) Kiểm tra đồ chơi;",
     "d) Nhắc nhở trẻ em;", "đ) Báo cáo hằng tháng;", "e) Đề xuất sửa chữa.",
     "2. Tổ quản lý họp mỗi quý một lần./."),
    recipients=(), offices=(), signer="", date="",
    abstract=("Quản lý sân chơi cho trẻ em trên địa bàn phường Bến Đò",),
    attached_to="(Kèm theo Quyết định số 15/QĐ-UBND ngày 15 tháng 3 năm 2026 của Ủy ban nhân dân "
    "phường Bến Đò)",
)  # fmt: skip
ISSUING = replace(
    DECISION,
    body=(
        "^QUYẾT ĐỊNH:",
        "§Điều 1.| Ban hành kèm theo Quyết định này Quy chế quản lý sân chơi cho trẻ em.",
        "§Điều 2.| Quyết định này có hiệu lực kể từ ngày ký.",
        f"§Điều 3.| Chánh Văn phòng và các đơn vị thi hành Quyết định này. {LONG}./.",
    ),
    abstract=("Ban hành Quy chế quản lý sân chơi cho trẻ em", "trên địa bàn phường Bến Đò"),
    offices=CHAIRMAN,
    authority="ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ",
    attached=REGULATION,
)
LETTER = Text(
    "", "Số: 15/UBND-VHXH",
    (f"{LONG}.", "Ủy ban nhân dân phường đề nghị các đơn vị thực hiện./."),
    recipients=("- Như trên;", "- Lưu: VT, VHXH."), offices=("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
    subject=("V/v mở sân chơi",), addressees=("- Các trường học;", "- Trạm y tế phường."),
)  # fmt: skip
LETTER_UP = replace(
    LETTER,
    number="Số: 05/PVHXH-TE",
    superior="UBND PHƯỜNG BẾN ĐÒ",
    issuer=("PHÒNG VĂN HÓA - XÃ HỘI",),
    body=(
        f"Thực hiện Công văn số 120/SYT-BTXH ngày 10 tháng 02 năm 2026 của Sở Y tế; {LONG}.",
        "Phòng Văn hóa - Xã hội xin báo cáo và đề nghị Sở Y tế xem xét./.",
    ),
    subject=("V/v đề nghị hỗ trợ kinh phí", "mở sân chơi cho trẻ em"),
    addressees=("Sở Y tế tỉnh Gia Lai",),
    recipients=("- Như trên;", "- UBND phường (báo cáo);", "- Lưu: VT, TE."),
    offices=("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    signer="Lê Thị Hoa",
)
REPORT = Text(
    "BÁO CÁO", f"Số:{GAP}/BC-UBND",
    ("Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023; Ủy ban nhân dân phường Bến Đò"
     " báo cáo kết quả như sau:",
     "=I. KẾT QUẢ CHUNG", "*1. Tình hình chung", f"{LONG}. Kế hoạch có 03 chỉ tiêu.",
     "Số liệu chi tiết của từng chỉ tiêu có Phụ lục kèm theo.",
     "*2. Kết quả các chỉ tiêu", *_TABLE, "Các chỉ tiêu khác chưa đến kỳ đánh giá.",
     "=II. ĐỀ XUẤT, KIẾN NGHỊ", "Ủy ban nhân dân phường không có ý kiến khác./."),
    recipients=("- Như trên;", "- Hội đồng nhân dân phường;", "- Lưu: VT."),
    abstract=("Kết quả thực hiện Chương trình sân chơi năm 2026",),
    addressees=("Ủy ban nhân dân thành phố",),
    date=f"Bến Đò, ngày{GAP}tháng{GAP}năm 2026",
    annexes=(
        Annex("Phụ lục", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
              f"(Kèm theo Báo cáo số{GAP}/BC-UBND ngày{GAP}tháng{GAP}năm 2026 của Ủy ban nhân dân"
              " phường)",
              rows=(("STT", "Chỉ tiêu", "Kết quả"), ("1", "Tỷ lệ trẻ em biết bơi", "81,0%")),
              landscape=True),
    ),
)  # fmt: skip
PLAN = Text(
    "KẾ HOẠCH", f"Số:{GAP}/KH-UBND",
    (f"{LONG}, cụ thể như sau:",
     "=I. MỤC ĐÍCH", "*1. Mục tiêu chung", f"{LONG}.", f"2. {LONG}.",
     "a) Mỗi khu phố chọn một địa điểm;", "b) Trường học mở sân ngoài giờ;",
     "c) Đoàn thanh niên trông coi;", "d) Công an phường bảo đảm trật tự;",
     "đ) Trạm y tế phòng ngừa tai nạn;", "e) Tổ dân phố thu dọn sân.",
     "=II. TỔ CHỨC THỰC HIỆN", "Trên đây là Kế hoạch mở rộng sân chơi./."),
    abstract=(f"{LONG} năm 2027",), offices=DEPUTY,
    date=f"Bến Đò, ngày{GAP}tháng{GAP}năm 2026",
)  # fmt: skip
SUBMISSION = Text(
    "TỜ TRÌNH", "Số: 08/TTr-UBND",
    (f"Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023 của Ủy ban nhân dân phường; {LONG}.",
     "=I. SỰ CẦN THIẾT", f"{LONG}.", "=II. NỘI DUNG TRÌNH", "1. Mở mới 04 sân chơi.",
     "2. Kinh phí 200.000.000 đồng (Hai trăm triệu đồng).",
     "Ủy ban nhân dân phường kính trình Hội đồng nhân dân phường xem xét, quyết định./."),
    recipients=("- Như trên;", "- Lưu: VT, VHXH."),
    abstract=("Về việc đề nghị thông qua Đề án sân chơi",),
    addressees=("Hội đồng nhân dân phường Bến Đò",),
)  # fmt: skip
NOTICE = Text(
    "THÔNG BÁO", "Số: 21/TB-UBND",
    (f"{LONG}. Ủy ban nhân dân phường thông báo như sau:",
     "1. Thời gian mở cửa: từ 16 giờ 30 phút đến 19 giờ 00 phút hằng ngày.",
     "2. Địa điểm:", "- Sân trường Tiểu học Bến Đò;", "- Sân khu phố 3.",
     "Đề nghị các khu phố thông báo đến Nhân dân biết, thực hiện./."),
    recipients=("- Các khu phố;", "- Lưu: VT, VHXH."),
    abstract=("Về việc mở cửa sân trường ngoài giờ học",),
    offices=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), signer="Phạm Văn Nam",
)  # fmt: skip
MINUTES = Text(
    "BIÊN BẢN", "Số: 02/BB-UBND",
    ("Thời gian bắt đầu: 08 giờ 00 phút ngày 15 tháng 3 năm 2026.",
     "Địa điểm: Hội trường Ủy ban nhân dân phường.",
     "Thành phần tham dự: Lãnh đạo Ủy ban nhân dân phường, trưởng các khu phố.",
     "Chủ trì (chủ tọa): Bà Trần Thị Bình, Chủ tịch Ủy ban nhân dân phường.",
     "Thư ký (người ghi biên bản): Ông Phạm Văn Nam.",
     "Nội dung (theo diễn biến cuộc họp):", f"{LONG}.",
     "Cuộc họp kết thúc vào 10 giờ 00 phút, ngày 15 tháng 3 năm 2026./."),
    recipients=("- Thành phần dự họp;", "- Lưu: VT, Hồ sơ."), date="",
    abstract=("Họp bàn việc mở sân chơi cho trẻ em",),
    offices=("CHỦ TỌA",), secretary="Phạm Văn Nam",
)  # fmt: skip
INVITATION = Text(
    "GIẤY MỜI", "Số: 11/GM-UBND",
    ("Ủy ban nhân dân phường trân trọng kính mời: Ông (bà) trưởng các khu phố",
     f"Tới dự cuộc họp bàn việc mở sân chơi. {LONG}.",
     "Chủ trì: Bà Trần Thị Bình, Chủ tịch Ủy ban nhân dân phường.",
     "Thời gian: 08 giờ 00 phút ngày 15 tháng 3 năm 2026.",
     "Địa điểm: Hội trường Ủy ban nhân dân phường.",
     "Đề nghị các đại biểu đến đúng giờ./."),
    recipients=("- Như trên;", "- Lưu: VT, VP."), abstract=("Họp bàn việc mở sân chơi",),
    offices=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), signer="Phạm Văn Nam",
)  # fmt: skip
INTRODUCTION = Text(
    "GIẤY GIỚI THIỆU", "Số: 07/GGT-UBND",
    ("Ủy ban nhân dân phường Bến Đò trân trọng giới thiệu:",
     "Ông (bà): Lê Thị Hoa", "Chức vụ: Trưởng phòng Văn hóa - Xã hội",
     "Được cử đến: Sở Y tế tỉnh Gia Lai", "Về việc: Nhận tài liệu tập huấn",
     "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
     "Giấy này có giá trị đến hết ngày 31 tháng 3 năm 2026./."),
    recipients=("- Như trên;", "- Lưu: VT."),
)  # fmt: skip
TELEGRAM = Text(
    "CÔNG ĐIỆN", "Số: 01/CĐ-UBND",
    (">ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ điện:", "-- Các khu phố;", "-- Trạm y tế phường.",
     f"Trước diễn biến của bão số 3, {LONG}.", "1. Đóng cửa các sân chơi.",
     "2. Kiểm tra cây xanh quanh sân./."),
    recipients=("- Như trên;", "- Lưu: VT, KT."),
    abstract=("Về việc chủ động ứng phó với bão số 3",),
)  # fmt: skip
LEAVE = Text(
    "GIẤY NGHỈ PHÉP", "Số: 03/GNP-UBND",
    ("Xét Đơn đề nghị nghỉ phép ngày 10 tháng 3 năm 2026 của bà Lê Thị Hoa.",
     "Ủy ban nhân dân phường Bến Đò cấp cho:", "Bà: Lê Thị Hoa",
     "Chức vụ: Trưởng phòng Văn hóa - Xã hội",
     "Được nghỉ phép trong thời gian 05 ngày kể từ ngày 16 tháng 3 năm 2026 đến hết ngày 20 tháng"
     " 3 năm 2026 tại phường Bến Đò.",
     "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./."),
    recipients=("- Bà Lê Thị Hoa;", "- Lưu: VT, VHXH."),
)  # fmt: skip
GUIDE = Text(
    "HƯỚNG DẪN", "Số: 04/HD-UBND",
    (f"{LONG}. Ủy ban nhân dân phường hướng dẫn như sau (chi tiết tại các Phụ lục I, II):",
     "^Phần I", "^QUY ĐỊNH CHUNG", "1. Sân chơi mở cửa hằng ngày.",
     "^Phần II", "^CÁCH THỰC HIỆN", "1. Khu phố cử người trông coi./."),
    abstract=("Thực hiện việc mở sân chơi cho trẻ em",), offices=DEPUTY,
    annexes=(
        Annex("Phụ lục I", "DANH SÁCH SÂN CHƠI",
              "(Kèm theo Hướng dẫn số 04/HD-UBND ngày 15 tháng 3 năm 2026 của Ủy ban nhân dân"
              " phường Bến Đò)", body=("Sân khu phố 1.", "Sân khu phố 2./.")),
        Annex("Phụ lục II", "DANH SÁCH NGƯỜI TRÔNG COI SÂN CHƠI",
              "(Kèm theo Hướng dẫn số 04/HD-UBND ngày 15 tháng 3 năm 2026 của Ủy ban nhân dân"
              " phường Bến Đò)", rows=(("Họ và tên", "Sân"), ("Lê Văn Tư", "Khu phố 1"))),
    ),
)  # fmt: skip

TEXTS = {
    "nghị quyết": RESOLUTION, "quyết định": DECISION, "quyết định và quy chế": ISSUING,
    "công văn": LETTER, "công văn gửi một nơi": LETTER_UP, "báo cáo": REPORT, "kế hoạch": PLAN,
    "tờ trình": SUBMISSION, "thông báo": NOTICE, "biên bản": MINUTES, "giấy mời": INVITATION,
    "giấy giới thiệu": INTRODUCTION, "công điện": TELEGRAM, "giấy nghỉ phép": LEAVE,
    "hướng dẫn": GUIDE,
}  # fmt: skip
