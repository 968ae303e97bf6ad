"""The twelve steps of an official's work with the sổ, in plain words.

A sentence that begins with a number in brackets explains the mark with this number on
the step's pictures. A sổ without macros has no buttons, and its steps speak of none.
"""

from __future__ import annotations

from dataclasses import dataclass

GUIDE_TITLE = "HƯỚNG DẪN SỬ DỤNG SỔ CHỈ TIÊU"
GUIDE_HINT = (
    "Mười hai bước, theo thứ tự công việc. Hình chụp từ sổ có số liệu mẫu; số trong vòng tròn trên"
    " hình là số trong ngoặc ở lời hướng dẫn."
)
BUTTONS_TITLE = "Các nút"
STATUSES_TITLE = "Các tình trạng"
STATUSES_HINT = "Mỗi tình trạng có ký hiệu, chữ và màu; in đen trắng vẫn phân biệt được."
MESSAGES_TITLE = "Các thông báo khi kiểm tra"
MESSAGES_HINT = (
    "Tra theo mã ở cột “Mã lỗi” của trang “Kết quả kiểm tra”. “Lỗi” phải sửa trước khi lập báo cáo"
    " chính thức; “Cảnh báo” và “Nhắc” cần xem lại nhưng không chặn."
)


@dataclass(frozen=True)
class Picture:
    """A picture by the name of its file, with the words under it.

    They say what is seen, and so are its alternative text too.
    """

    name: str
    caption: str


@dataclass(frozen=True)
class Step:
    """One step: its title, plain sentences, the pictures that show it."""

    title: str
    sentences: tuple[str, ...]
    pictures: tuple[Picture, ...]


_SHEETS = Picture("chon-trang", "Đầu trang của đơn vị; hàng tên trang ở phía dưới màn hình.")
_CELLS = Picture("o-vang", "Các ô màu vàng nhạt để nhập tử số, mẫu số; giá trị do sổ tính.")
_SOURCES = Picture("nguon", "Các cột nguồn số liệu, ngày nhập, ghi chú, giải trình.")
_FINDINGS = (
    Picture("ket-qua", "Trang “Kết quả kiểm tra”: mỗi dòng là một điểm cần xem."),
    Picture("ket-qua-loi", "Cột cuối của trang này: sai gì, cần làm gì."),
)
_STALE = Picture("o-xam", "Ô tình trạng màu xám: số liệu đã đổi sau lần đánh giá trước.")
_SUMMARY = (
    Picture("tong-hop", "Trang “Tổng hợp”: dải đếm theo tình trạng."),
    Picture("danh-sach", "Trang “Tổng hợp”: danh sách chậm hoặc không đạt."),
)
_REPORT = Picture("bao-cao", "Phần đầu của báo cáo lập từ sổ.")
_EMAIL = Picture("thu", "Trang “Cấu hình”: các ô ghi địa chỉ nhận báo cáo.")

_SHEET = (
    "(1) Ở hàng tên trang phía dưới màn hình, bấm vào trang mang tên đơn vị mình.",
    "(2) Ghi họ tên ở ô “Người nhập”.",
    "(3) Ghi ngày ở ô “Ngày nhập”.",
    "Trang chỉ mở nhóm cột của kỳ đang báo cáo. Muốn xem kỳ kia: chọn các cột hai bên cột xanh"
    " hẹp “6 tháng” hoặc “Cả năm”, bấm chuột phải, chọn “Bỏ ẩn” (Unhide).",
)
_TYPING = (
    "(1) Chỉ nhập vào ô màu vàng nhạt. Bấm vào ô sẽ thấy lời nhắc cần nhập gì.",
    "(2) Với tỷ lệ, nhập tử số và mẫu số; sổ tự tính giá trị. Không gõ tỷ lệ, không gõ dấu %.",
    "(3) Ô màu xám là ô không cần nhập.",
    "Chỉ nhập số nguyên, không gõ chữ kèm số. Số liệu cả năm tính lũy kế từ ngày 01 tháng 01.",
    "Không phát sinh thì nhập 0. Chưa có số liệu thì để trống; ô trống không được tính là 0.",
)
_SOURCE = (
    "(1) Dòng nào có số liệu cũng ghi nguồn: tên sổ sách, báo cáo hoặc nơi cung cấp.",
    "(2) Ghi ngày nhập: ngày, tháng, năm.",
    "(3) Cột “Ghi chú” dành cho điều cần biết khi đọc con số. Cột “Giải trình” dành cho nguyên"
    " nhân khi chậm; lời giải trình được đưa vào báo cáo.",
    "Chỉ ghi số lượng. Không ghi tên trẻ em ở bất cứ ô nào.",
    "Dưới bảng số liệu có bảng nhiệm vụ của đơn vị: ghi kết quả, thời hạn, đã hoàn thành hay chưa.",
)
_MENDING = (
    "(1) Mở trang “Kết quả kiểm tra”. Cột “Mức độ” cho biết điểm nào phải sửa trước.",
    "(2) Bấm vào ô gạch chân để đến đúng chỗ cần sửa.",
    "(3) Làm theo lời hướng dẫn trong cột cuối. Cần biết thêm thì tra mã lỗi ở bảng “Các thông báo"
    " khi kiểm tra” cuối hướng dẫn này.",
)
_GREY = "(1) Ô xám “↻ Cần cập nhật” nghĩa là số liệu đã đổi sau lần đánh giá trước."
_READING = (
    "(1) Dải ô phía trên đếm số nội dung theo từng tình trạng. Ý nghĩa của từng tình trạng có ở"
    " bảng “Các tình trạng” cuối hướng dẫn này.",
    "(2) Nội dung chậm hoặc không đạt đứng ở danh sách đầu tiên.",
    "(3) Cột “Còn thiếu / vượt” nói bằng số trẻ em hoặc số trường hợp; cột “Diễn giải” nói rõ vì"
    " sao.",
    "Phía dưới là các đơn vị còn thiếu số liệu, hai biểu đồ và tất cả nội dung theo mục tiêu.",
    "Khi in, mỗi trang vừa khổ giấy A4; phiếu trống in ra có thể điền bằng tay.",
)
_OPEN_PLACES = (
    "Chỗ trong ngoặc vuông, tô xám là phần đơn vị tự ghi. Số và ngày văn bản để trống cho văn thư."
)
_KEEPING = (
    "Không đổi tên trang, không xóa dòng, cột hay tiêu đề. Các ô ngoài ô vàng được khóa, không có"
    " mật khẩu."
)
_HELP = "Cần hỗ trợ: gửi cả tệp sổ, nói rõ đang làm ở bước nào và thấy thông báo gì."

_WITH_BUTTONS: tuple[Step, ...] = (
    Step(
        "Cài đặt và mở sổ lần đầu",
        (
            "Lưu tệp nén (đuôi .zip) vào máy. Bấm chuột phải vào tệp, chọn “Giải nén tất cả”"
            " (Extract All) vào một thư mục riêng, ví dụ D:\\SoChiTieu, rồi mở thư mục đó.",
            "(1) Bấm đúp “CaiDat.bat”, chờ thông báo “Đã cài xong”. Chỉ làm một lần; không cần"
            " mạng, không cần quyền quản trị.",
            "(2) Bấm đúp tệp sổ để mở bằng Excel.",
            "Luôn lưu sổ với đuôi .xlsm; lưu thành .xlsx thì mất các nút.",
        ),
        (Picture("cai-dat", "Thư mục sau khi giải nén."),),
    ),
    Step(
        "Thanh màu vàng, thanh báo macro",
        (
            "(1) Có thanh màu vàng phía trên: bấm “Bật chỉnh sửa” (Enable Editing).",
            "(2) Có thanh báo về macro: bấm “Bật nội dung” (Enable Content) để các nút chạy được.",
            "Thanh màu đỏ báo macro bị chặn: đóng sổ. Bấm chuột phải vào tệp, chọn “Thuộc tính”"
            " (Properties), đánh dấu “Bỏ chặn” (Unblock), bấm OK rồi mở lại. Không có mục đó thì"
            " báo người hỗ trợ kỹ thuật; không tự hạ mức bảo mật của máy.",
            "Nút không chạy được thì vẫn nhập, xem và in sổ được.",
        ),
        (Picture("thanh-vang", "Hai thanh có thể hiện phía trên trang; bấm nút ở cuối thanh."),),
    ),
    Step("Chọn trang của đơn vị", _SHEET, (_SHEETS,)),
    Step("Nhập số liệu vào ô vàng", _TYPING, (_CELLS,)),
    Step("Ghi nguồn số liệu và ngày nhập", _SOURCE, (_SOURCES,)),
    Step(
        "Kiểm tra số liệu",
        (
            "(1) Bấm nút “Kiểm tra số liệu”. Ở trang đơn vị, nút chỉ nêu lỗi của trang đó; ở trang"
            " “Tổng hợp”, nút kiểm tra tất cả các trang.",
            "(2) Ô cần xem lại có viền đỏ. Đưa chuột vào góc đỏ của ô để xem cách sửa.",
            "Chưa nhập xong cũng kiểm tra được; số liệu đã nhập không bị thay đổi.",
        ),
        (Picture("kiem-tra", "Nút kiểm tra ở trang đơn vị, và ô được viền đỏ."),),
    ),
    Step(
        "Sửa lỗi",
        (
            *_MENDING,
            "Sửa xong, bấm “Kiểm tra số liệu” lần nữa; điểm đã sửa không còn trong danh sách.",
        ),
        _FINDINGS,
    ),
    Step(
        "Cập nhật tình trạng",
        (
            "Giá trị tự tính khi gõ, còn tình trạng thì phải cập nhật.",
            _GREY,
            "(2) Bấm nút “Cập nhật tình trạng” ở trang đơn vị hoặc ở trang “Tổng hợp”.",
            "(3) Ở trang “Tổng hợp”, dòng chữ đỏ đếm số tình trạng cần cập nhật; cập nhật xong thì"
            " dòng này mất.",
            "Sau khi sửa trang “Lịch sử” hoặc “Cấu hình” cũng bấm nút này.",
        ),
        (_STALE, Picture("cap-nhat", "Nút cập nhật và dòng chữ đỏ ở trang “Tổng hợp”.")),
    ),
    Step("Đọc trang “Tổng hợp”", _READING, _SUMMARY),
    Step(
        "Lập báo cáo, công văn, kế hoạch",
        (
            "(1) Ở trang “Tổng hợp”, chọn kỳ, đơn vị, loại văn bản và bản trong các ô vàng.",
            "(2) Bấm nút “Tạo báo cáo”. Tệp Word nằm cạnh sổ; chương trình hỏi có mở ngay không.",
            "(3) Nút “Tạo kế hoạch” lập kế hoạch của năm tới hoặc của cả giai đoạn.",
            "Còn lỗi thì chưa lập được bản chính thức: sửa lỗi trước, hoặc chọn bản “Dự thảo”.",
            _OPEN_PLACES,
            "Văn bản đã có không bao giờ bị ghi đè.",
        ),
        (Picture("lap-van-ban", "Các ô chọn và các nút ở trang “Tổng hợp”."), _REPORT),
    ),
    Step(
        "Gửi thư điện tử",
        (
            "(1) Ghi địa chỉ nhận báo cáo ở trang “Cấu hình”, mỗi ô một địa chỉ.",
            "Đọc lại văn bản, điền chỗ còn để trống, lưu và đóng. Ở trang “Tổng hợp” chọn loại văn"
            " bản “Thư điện tử”, bấm “Tạo báo cáo”: thư được soạn sẵn kèm văn bản, chưa gửi đi.",
            "Không mở được thư soạn sẵn thì đính kèm văn bản vào thư mới và gửi tới các địa chỉ"
            " đó.",
            "Gửi sổ cho đơn vị nhập thì gửi tệp đuôi .xlsx có sẵn trong thư mục: tệp có macro gửi"
            " qua thư hay bị chặn.",
            "Không gửi kèm danh sách tên trẻ em.",
        ),
        (_EMAIL,),
    ),
    Step(
        "Khi có trục trặc",
        (
            "Bấm nút mà không thấy gì: xem lại bước 2.",
            "(1) Nút chạy được nhưng báo lỗi: bấm nút “Kiểm tra máy” ở trang “Tổng hợp”. Kết quả là"
            " một trang để gửi người hỗ trợ kỹ thuật.",
            "(2) Máy không cho chạy macro: kéo tệp sổ thả lên “KiemTra.bat” để kiểm tra; các điểm"
            " cần sửa được ghi ra một tệp mới.",
            "(3) Bấm đúp “KiemTraMay.bat” thay cho nút “Kiểm tra máy”.",
            "(4) Kéo tệp sổ thả lên “TaoBaoCao.bat” để lập báo cáo. Sổ không bị thay đổi.",
            _KEEPING,
            _HELP,
        ),
        (
            Picture("kiem-tra-may", "Nút “Kiểm tra máy” ở trang “Tổng hợp”."),
            Picture("tep-lenh", "Các tệp lệnh làm thay các nút khi macro bị chặn."),
        ),
    ),
)

_PLAIN: tuple[Step, ...] = (
    Step(
        "Mở sổ lần đầu",
        (
            "Lưu tệp sổ nhận được vào một thư mục dễ nhớ; không mở thẳng từ thư điện tử.",
            "(1) Bấm đúp tệp sổ để mở bằng Excel. Không cần cài đặt gì.",
            "Luôn lưu sổ với đuôi .xlsx và giữ nguyên tên tệp.",
        ),
        (Picture("mo-so", "Tệp sổ trong thư mục."),),
    ),
    Step(
        "Thanh màu vàng phía trên",
        (
            "(1) Có thanh màu vàng phía trên: bấm “Bật chỉnh sửa” (Enable Editing) rồi mới nhập.",
            "Sổ này không có macro. Nếu có thanh báo macro bị chặn, đề nghị đóng tệp và hỏi lại nơi"
            " gửi; không tự hạ mức bảo mật của máy.",
        ),
        (Picture("thanh-vang-xlsx", "Thanh có thể hiện phía trên trang khi mở tệp nhận qua thư."),),
    ),
    Step("Chọn trang của đơn vị", _SHEET, (_SHEETS,)),
    Step("Nhập số liệu vào ô vàng", _TYPING, (_CELLS,)),
    Step("Ghi nguồn số liệu và ngày nhập", _SOURCE, (_SOURCES,)),
    Step(
        "Kiểm tra số liệu",
        (
            "(1) Dòng chữ ở đầu trang cho biết còn bao nhiêu ô chưa nhập.",
            "Excel chặn ngay số không hợp lệ và nói rõ vì sao: đọc lời báo, bấm Esc rồi nhập lại.",
            "Nhập xong, lưu sổ và gửi tệp về nơi tổng hợp. Nơi đó kiểm tra, gửi lại các điểm cần"
            " sửa.",
            "Máy có chương trình thì kéo tệp sổ thả lên “KiemTra.bat”: các điểm cần sửa được ghi"
            " ra một tệp mới, sổ không bị thay đổi.",
        ),
        (Picture("con-thieu", "Số ô chưa nhập, ở đầu trang của đơn vị."),),
    ),
    Step(
        "Sửa lỗi",
        (*_MENDING, "Trang này ghi kết quả của lần kiểm tra khi lập sổ."),
        _FINDINGS,
    ),
    Step(
        "Cập nhật tình trạng",
        (
            _GREY,
            "Đơn vị không phải làm gì với ô này. Nơi tổng hợp đánh giá lại sau khi nhận sổ.",
            "Sửa trang “Lịch sử” hoặc “Cấu hình” thì tình trạng cũng cần đánh giá lại.",
        ),
        (_STALE,),
    ),
    Step("Đọc trang “Tổng hợp”", _READING, _SUMMARY),
    Step(
        "Lập báo cáo, công văn, kế hoạch",
        (
            "Các văn bản do nơi tổng hợp lập từ sổ.",
            "Máy có chương trình thì kéo tệp sổ thả lên “TaoBaoCao.bat”; tệp Word nằm cạnh sổ.",
            _OPEN_PLACES,
        ),
        (_REPORT,),
    ),
    Step(
        "Gửi thư điện tử",
        (
            "Lưu và đóng sổ, đính kèm tệp sổ vào thư, gửi về nơi tổng hợp đúng hạn.",
            "(1) Nơi tổng hợp ghi địa chỉ nhận báo cáo ở trang “Cấu hình”, mỗi ô một địa chỉ.",
            "Không gửi kèm danh sách tên trẻ em.",
        ),
        (_EMAIL,),
    ),
    Step(
        "Khi có trục trặc",
        (
            _KEEPING,
            "Lỡ xóa hay gõ nhầm: bấm Ctrl+Z để hoàn tác, hoặc đóng tệp mà không lưu rồi mở lại.",
            "(1) Máy có chương trình thì dùng “KiemTra.bat” để kiểm tra, (2) “TaoBaoCao.bat” để"
            " lập báo cáo: kéo tệp sổ thả lên tệp lệnh.",
            _HELP,
        ),
        (Picture("tep-lenh-xlsx", "Hai tệp lệnh, ở máy có chương trình."),),
    ),
)


def steps(*, buttons: bool) -> tuple[Step, ...]:
    """Return the twelve steps, for a sổ with buttons or without."""
    return _WITH_BUTTONS if buttons else _PLAIN
