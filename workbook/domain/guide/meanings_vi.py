"""What every finding means, in plain words, with facts for an example of its message.

One entry for each kind of fault, which a test holds; severity, sentence and remedy are
the catalogue's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.domain.validation.messages_vi import Fault


@dataclass(frozen=True)
class Meaning:
    """Plain words, and what stands in the places that the fault's sentence leaves open."""

    words: str
    facts: Mapping[str, str] = field(default_factory=dict)


def _means(words: str, **facts: str) -> Meaning:
    return Meaning(words, facts)


MEANINGS: Mapping[Fault, Meaning] = {
    Fault.TEXT_NUMBER: _means(
        "Số trong ô được lưu thành chữ; chương trình đọc được nhưng cần nhập lại.",
        typed="1 234", number="1.234"),
    Fault.NOT_A_NUMBER: _means("Ô cần số nhưng có chữ; không đọc được.", typed="12 trẻ"),
    Fault.AMBIGUOUS_DOT: _means(
        "Không rõ 1.234 là một nghìn hai trăm ba mươi tư, hay là một phẩy hai ba tư;"
        " chương trình không đoán.", typed="1.234"),
    Fault.PERCENT: _means("Ô cần số đếm nhưng được gõ tỷ lệ.", typed="98%"),
    Fault.NEGATIVE: _means("Số đếm không thể âm.", number="-5"),
    Fault.NOT_WHOLE: _means("Số người, số trường, số vụ phải là số nguyên.", number="12,5"),
    Fault.EXCEL_ERROR: _means("Ô có công thức hỏng của Excel.", typed="#DIV/0!"),
    Fault.DATE_FOR_NUMBER: _means("Excel đã đổi số vừa gõ thành ngày.", typed="03/05/2026"),
    Fault.BOOLEAN: _means("Ô có giá trị đúng/sai của Excel, không phải số."),
    Fault.TOO_LARGE: _means("Số quá lớn so với một phường; có lẽ gõ thừa chữ số.",
                            typed="100000000000"),
    Fault.NOT_YES_OR_NO: _means("Ô chỉ nhận có hoặc không.", typed="đang làm"),
    Fault.NO_DENOMINATOR: _means("Có tử số mà thiếu mẫu số, nên chưa tính được tỷ lệ.",
                                 other="K10"),
    Fault.NO_NUMERATOR: _means("Có mẫu số mà thiếu tử số, nên chưa tính được tỷ lệ.", other="L10"),
    Fault.NOTHING_TYPED: _means("Dòng này chưa nhập số liệu của kỳ.", what="tử số và mẫu số"),
    Fault.NOTHING_CHOSEN: _means("Dòng này chưa chọn có hoặc không."),
    Fault.DENOMINATOR_ZERO: _means("Mẫu số là 0 thì tử số cũng phải là 0.", other="K10",
                                   number="3"),
    Fault.DENOMINATOR_ZERO_UNUSUAL: _means(
        "Mẫu số là 0 mà có trường hợp; hiếm gặp, cần xem lại.", other="K10", number="1"),
    Fault.NOBODY_COUNTED: _means("Mẫu số là 0, trong khi địa bàn chắc chắn có đối tượng này."),
    Fault.NUMERATOR_ABOVE: _means("Tử số là một phần của mẫu số, không thể lớn hơn.", other="K10",
                                  number="412", most="400"),
    Fault.NUMERATOR_ABOVE_UNEXPLAINED: _means(
        "Tử số lớn hơn mẫu số; có thể đúng khi có đối tượng từ nơi khác đến, cần ghi chú.",
        other="K10", number="52", most="50"),
    Fault.ZERO_WITHOUT_SOURCE: _means("Số 0 cần có nguồn, để biết là đã rà soát."),
    Fault.NO_SOURCE: _means("Có số liệu mà chưa ghi lấy từ đâu."),
    Fault.TOO_EARLY: _means("Ngày nhập sớm hơn thời gian nhận số liệu ghi ở trang “Cấu hình”.",
                            date="05/01/2026", limit="từ 01/11/2026"),
    Fault.TOO_LATE: _means("Ngày nhập muộn hơn thời gian nhận số liệu ghi ở trang “Cấu hình”.",
                           date="05/02/2027", limit="đến 31/01/2027"),
    Fault.PAST_DEADLINE: _means("Số liệu được nhập sau hạn nộp.", date="20/12/2026",
                                limit="15/12/2026"),
    Fault.NOT_A_DATE: _means("Ô cần ngày nhưng nội dung không phải là ngày.", typed="tháng 12"),
    Fault.RATE_ABOVE_WHOLE: _means("Tỷ lệ của một phần không thể quá 100%.", number="104,5"),
    Fault.ORDERED_COUNTS: _means("Hai số bao gồm nhau mà số nhỏ lại lớn hơn số bao gồm.",
                                 first="số thứ nhất 5 (ô K10)", second="số thứ hai 4 (ô K11)"),
    Fault.NESTED_POPULATIONS: _means("Nhóm đối tượng hẹp mà lại đông hơn nhóm rộng.",
                                     first="mẫu số 520 (ô L10)", second="mẫu số 500 (ô L11)"),
    Fault.PART_OF: _means("Một phần mà lại lớn hơn tổng số.", first="số của một phần 9 (ô K10)",
                          second="tổng số 7 (ô K11)"),
    Fault.SAME_POPULATION: _means("Hai dòng đếm cùng một nhóm đối tượng mà số khác nhau.",
                                  first="mẫu số 500 (ô L10)", second="mẫu số 498 (ô L11)"),
    Fault.COVERAGE: _means("Số được rà soát ít so với số đối tượng trên địa bàn.",
                           first="mẫu số 300 (ô L10)", second="mẫu số 500 (ô L11)", share="80"),
    Fault.YEAR_BELOW_HALF: _means("Số cả năm tính từ đầu năm, không thể ít hơn số 6 tháng.",
                                  number="8", most="12", other="K10"),
    Fault.YEAR_CLOSE_TO_HALF: _means("Số cả năm quá gần số 6 tháng; có thể chỉ nhập 6 tháng cuối.",
                                     number="60", share="1,3", most="55", other="L10"),
    Fault.POPULATION_JUMPED: _means("Mẫu số thay đổi nhiều so với năm trước.", number="700",
                                    most="500"),
    Fault.POPULATION_MOVED: _means("Mẫu số thay đổi khá nhiều so với năm trước.", number="620",
                                   most="500"),
    Fault.UNCHANGED: _means("Số liệu giống hệt năm trước; có thể là số cũ chép lại.", most="450",
                            number="500"),
    Fault.OVERSPENT: _means("Số đã chi lớn hơn dự toán.", number="30.000.000", most="25.000.000",
                            other="C8"),
    Fault.TASK_DATE: _means("Thời hạn của nhiệm vụ không phải là ngày.", typed="cuối năm"),
    Fault.TASK_DONE: _means("Không rõ nhiệm vụ đã hoàn thành hay chưa.", typed="gần xong"),
    Fault.HISTORY_ID: _means("Dòng lịch sử có mã lạ, nên bị bỏ qua.", typed="CT"),
    Fault.HISTORY_PERIOD: _means("Dòng lịch sử có kỳ viết sai, nên bị bỏ qua.",
                                 typed="đầu năm 2024"),
    Fault.HISTORY_TWICE: _means("Hai dòng lịch sử cho cùng nội dung, kỳ và địa bàn.",
                                period="năm 2024", other="B12"),
    Fault.HISTORY_LATE: _means("Trang “Lịch sử” chỉ dành cho các năm trước.", period="năm 2026",
                               limit="2026"),
    Fault.HISTORY_DISAGREES: _means("Tỷ lệ ghi sẵn khác với tỷ lệ tính từ tử số, mẫu số.",
                                    number="95", most="450/500"),
    Fault.HISTORY_COLUMN: _means("Nội dung này chỉ có một số, nhưng lại nhập vào cột tử số hoặc"
                                 " mẫu số."),
    Fault.HISTORY_EMPTY: _means("Dòng lịch sử có mã và kỳ mà không có số liệu."),
    Fault.HISTORY_AREA: _means("Không rõ số liệu cũ của địa bàn nào, nên không so sánh được."),
    Fault.SETTING_DATE: _means("Ngày ở trang “Cấu hình” không đúng; tạm dùng ngày của kế hoạch.",
                               typed="31/6/2026", default="30/06/2026"),
    Fault.SETTING_YEAR: _means("Năm ở trang “Cấu hình” không đúng; tạm dùng năm của kế hoạch.",
                               typed="2030", default="2022"),
    Fault.SETTING_CHOICE: _means("Nội dung không có trong danh sách cho phép.", typed="khác",
                                 default="đường thẳng"),
    Fault.SETTING_WINDOW: _means("Ngày bắt đầu, ngày kết thúc, hạn nộp không theo thứ tự.",
                                 typed="01/12/2026", default="15/12/2026"),
    Fault.SETTING_EMPTY: _means("Thiếu một nội dung cần để lập văn bản."),
    Fault.BASELINE_UNKNOWN: _means("Năm gốc đã chọn chưa có số liệu ở trang “Lịch sử”.",
                                   typed="2020"),
    Fault.SETTING_FOLDER: _means("Không rõ thư mục ghi văn bản; tạm ghi cạnh sổ.",
                                 typed="Văn bản"),
    Fault.SETTING_EMAIL: _means("Địa chỉ thư điện tử viết sai, nên bị bỏ qua.",
                                typed="vhxh phuong.gov.vn"),
    Fault.NOT_NFC: _means("Chữ gõ bằng kiểu bảng mã ít dùng; chương trình tự đổi."),
    Fault.LEGACY_FONT: _means("Chữ gõ bằng bảng mã cũ, nơi khác mở ra không đọc được.",
                              encoding="TCVN3", reading="trẻ em"),
    Fault.CONTROL_CHARACTER: _means("Trong ô có ký tự ẩn, thường do chép từ nơi khác.",
                                    number="1"),
    Fault.TEXT_ERROR: _means("Ô ghi chữ có công thức hỏng của Excel.", typed="#N/A"),
    Fault.SHEET_MISSING: _means("Một trang của sổ đã bị xóa.", typed="Lịch sử"),
    Fault.SHEET_RENAMED: _means("Một trang của sổ đã bị đổi tên.", typed="Lịch sử"),
    Fault.SHEET_TWICE: _means("Sổ có trang chép thừa; chỉ trang gốc được dùng.", typed="Lịch sử"),
    Fault.TABLE_MISSING: _means("Dòng ẩn giúp nhận ra các cột đã bị xóa.", typed="số liệu"),
    Fault.TABLE_TWICE: _means("Trong trang có hai bảng giống nhau.", typed="số liệu",
                              other="A40"),
    Fault.COLUMN_MISSING: _means("Một cột của bảng đã bị xóa.", typed="Mẫu số"),
    Fault.COLUMN_TWICE: _means("Bảng có hai cột giống nhau.", typed="Mẫu số", other="M9"),
    Fault.HEADING_CHANGED: _means("Tiêu đề cột đã bị sửa; có thể các cột bị đổi chỗ.", typed="Mẫu",
                                  right="Mẫu số"),
    Fault.ROW_MISSING: _means("Một dòng của bảng đã bị xóa.", typed="của một chỉ tiêu"),
    Fault.ROW_TWICE: _means("Bảng có hai dòng cùng mã.", typed="của chỉ tiêu", other="A11"),
    Fault.ROW_UNKNOWN: _means("Bảng có dòng mang mã lạ.", typed="CT"),
    Fault.ROW_ELSEWHERE: _means("Dòng này thuộc về trang khác.", typed="của một chỉ tiêu",
                                right="Kinh phí"),
    Fault.FORMULA_LOST: _means("Ô giá trị đã bị gõ đè, nên không còn tự tính."),
    Fault.FORMULA_EMPTY: _means("Công thức chưa được tính, thường do tệp lưu bằng phần mềm khác."),
    Fault.SHEET_UNKNOWN: _means("Có trang thêm vào sổ; chương trình không đọc trang đó."),
    Fault.ID_CHANGED: _means("Mã và tên của một dòng không khớp nhau.", typed="CT",
                             right="một chỉ tiêu khác"),
}  # fmt: skip
