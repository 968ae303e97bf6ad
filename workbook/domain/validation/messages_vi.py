"""The catalogue of faults: code, severity, and the Vietnamese sentence of each.

A code is stable for ever; its words may change. SL: figures. QH: figures against each
other. KP, NV: money, tasks. LS: history. CH: settings. VB: texts. BT: the sổ's sheets.
The sentence is `place: problem. remedy.`; `making.finding` fills in the facts.

Source: reference methods, section 6 (the severities); reference style, 7.2 (the form).
"""

from __future__ import annotations

from enum import Enum

from workbook.domain.findings import Severity
from workbook.domain.plan import Slot

_E, _W, _N = Severity


class Fault(Enum):
    """One kind of fault; relations of the plan carry a severity of their own."""

    def __init__(self, code: str, severity: Severity, problem: str, remedy: str) -> None:
        """Keep the parts of the sentence; `{…}` are facts."""
        self.code = code
        self.severity = severity
        self.problem = problem
        self.remedy = remedy

    # fmt: off
    TEXT_NUMBER = ("SL01", _W,
        '"{typed}" là chữ, đã được hiểu là {number}',
        "Bấm vào ô và nhập lại số {number}")
    NOT_A_NUMBER = ("SL02", _E,
        '"{typed}" không phải là số nên không được dùng',
        "Nhập lại bằng chữ số; nếu chưa có số liệu thì để trống")
    AMBIGUOUS_DOT = ("SL03", _E,
        '"{typed}" là chữ, không rõ dấu chấm ngăn hàng nghìn hay thập phân',
        "Bấm vào ô và nhập lại số, không gõ dấu chấm")
    PERCENT = ("SL04", _E,
        '"{typed}" là tỷ lệ, không phải số đếm',
        "Nhập số lượng; tỷ lệ do sổ tự tính")
    NEGATIVE = ("SL05", _E,
        "số {number} nhỏ hơn 0",
        "Nhập số từ 0 trở lên")
    NOT_WHOLE = ("SL06", _E,
        "số {number} không phải là số nguyên",
        "Nhập số nguyên, vì đây là số người, số trường hoặc số trường hợp")
    EXCEL_ERROR = ("SL07", _E,
        "ô báo lỗi {typed} của Excel",
        "Xóa ô rồi nhập lại số")
    DATE_FOR_NUMBER = ("SL08", _E,
        "ô đang là ngày {typed}, không phải là số",
        "Xóa ô, đặt lại kiểu số rồi nhập lại số")
    BOOLEAN = ("SL09", _E,
        "ô đang là giá trị đúng/sai (TRUE/FALSE), không phải là số",
        "Xóa ô rồi nhập lại số")
    TOO_LARGE = ("SL10", _E,
        "số {typed} quá lớn",
        "Kiểm tra lại và nhập số đúng")
    NOT_YES_OR_NO = ("SL11", _E,
        '"{typed}" không phải là có hoặc không',
        "Chọn Có hoặc Không trong danh sách của ô")
    NO_DENOMINATOR = ("SL12", _E,
        "đã có tử số (ô {other}) nhưng chưa có mẫu số",
        "Nhập mẫu số, hoặc xóa tử số nếu chưa có số liệu")
    NO_NUMERATOR = ("SL13", _E,
        "đã có mẫu số (ô {other}) nhưng chưa có tử số",
        "Nhập tử số; nếu không có trường hợp nào thì nhập 0")
    NOTHING_TYPED = ("SL14", _W,
        "chưa nhập số liệu",
        "Nhập {what}; nếu không phát sinh thì nhập 0")
    NOTHING_CHOSEN = ("SL15", _W,
        "chưa nhập số liệu",
        "Chọn Có hoặc Không")
    DENOMINATOR_ZERO = ("SL16", _E,
        "mẫu số là 0 nhưng tử số (ô {other}) là {number}",
        "Kiểm tra lại hai ô")
    DENOMINATOR_ZERO_UNUSUAL = ("SL17", _W,
        "mẫu số là 0 nhưng tử số (ô {other}) là {number}, nên chưa tính được tỷ suất",
        "Kiểm tra lại hai ô")
    NOBODY_COUNTED = ("SL18", _E,
        "mẫu số là 0, nhưng trên địa bàn chắc chắn có đối tượng này",
        "Nhập mẫu số; nếu chưa có số liệu thì xóa cả hai ô")
    NUMERATOR_ABOVE = ("SL19", _E,
        "tử số {number} (ô {other}) lớn hơn mẫu số {most}",
        "Kiểm tra lại hai ô; tử số không được lớn hơn mẫu số")
    NUMERATOR_ABOVE_UNEXPLAINED = ("SL20", _W,
        "tử số {number} (ô {other}) lớn hơn mẫu số {most} mà chưa có ghi chú",
        "Kiểm tra lại hai ô; nếu có đối tượng từ nơi khác đến thì ghi rõ ở cột Ghi chú")
    ZERO_WITHOUT_SOURCE = ("SL21", _W,
        "số 0 chưa có nguồn số liệu",
        "Ghi nguồn để biết số 0 là đã rà soát, không phải chưa có báo cáo")
    NO_SOURCE = ("SL22", _N,
        "chưa ghi nguồn số liệu",
        "Ghi tên sổ sách, báo cáo hoặc nơi cung cấp")
    TOO_EARLY = ("SL23", _N,
        "ngày nhập {date} trước thời gian nhận số liệu ({limit})",
        "Kiểm tra lại ngày nhập và kỳ của số liệu")
    TOO_LATE = ("SL24", _N,
        "ngày nhập {date} sau thời gian nhận số liệu ({limit})",
        "Kiểm tra lại ngày nhập và kỳ của số liệu")
    PAST_DEADLINE = ("SL25", _N,
        "ngày nhập {date} sau hạn nộp số liệu ({limit})",
        "Kiểm tra lại ngày nhập; nếu đúng thì số liệu nộp muộn")
    NOT_A_DATE = ("SL26", _W,
        '"{typed}" không phải là ngày',
        "Nhập ngày/tháng/năm, ví dụ 05/12/2026; nếu chưa rõ thì để trống")
    RATE_ABOVE_WHOLE = ("SL27", _E,
        "tỷ lệ {number}% lớn hơn 100%",
        "Kiểm tra lại và nhập số đúng")

    ORDERED_COUNTS = ("QH01", _E,
        "{first} lớn hơn {second}",
        "Kiểm tra lại các ô; số sau phải bao gồm số trước")
    NESTED_POPULATIONS = ("QH02", _W,
        "{first} lớn hơn {second}",
        "Kiểm tra lại các ô; nhóm đối tượng sau phải bao gồm nhóm trước")
    PART_OF = ("QH03", _E,
        "{first} lớn hơn {second}, dù chỉ là một phần",
        "Kiểm tra lại hai ô")
    SAME_POPULATION = ("QH04", _W,
        "{first} khác {second}",
        "Kiểm tra lại các ô; các số này cần bằng nhau")
    COVERAGE = ("QH05", _W,
        "{first} chưa đạt {share}% của {second}",
        "Kiểm tra lại các ô; nếu đúng thì số liệu chưa bao quát đủ đối tượng")
    YEAR_BELOW_HALF = ("QH06", _E,
        "số cả năm {number} nhỏ hơn số 6 tháng đầu năm {most} (ô {other})",
        "Nhập số lũy kế từ đầu năm, không chỉ 6 tháng cuối năm")
    YEAR_CLOSE_TO_HALF = ("QH07", _W,
        "số cả năm {number} chưa bằng {share} lần số 6 tháng đầu năm {most} (ô {other})",
        "Kiểm tra có phải chỉ nhập số 6 tháng cuối năm không; cần nhập số cả năm")
    POPULATION_JUMPED = ("QH08", _W,
        "mẫu số {number} chênh hơn 33% so với cùng kỳ năm trước ({most})",
        "Kiểm tra lại; nếu đúng thì ghi lý do ở cột Ghi chú")
    POPULATION_MOVED = ("QH09", _N,
        "mẫu số {number} chênh hơn 20% so với cùng kỳ năm trước ({most})",
        "Kiểm tra lại; nếu đúng thì ghi lý do ở cột Ghi chú")
    UNCHANGED = ("QH10", _N,
        "tử số và mẫu số ({most}/{number}) giống hệt cùng kỳ năm trước",
        "Kiểm tra có phải số liệu cũ được chép lại không")

    OVERSPENT = ("KP01", _N,
        "đã chi {number} đồng, lớn hơn dự toán {most} đồng (ô {other})",
        "Kiểm tra lại hai ô")

    TASK_DATE = ("NV01", _W,
        'thời hạn "{typed}" không phải là ngày nên chưa được dùng',
        "Nhập ngày/tháng/năm, ví dụ 30/11/2026")
    TASK_DONE = ("NV02", _W,
        '"{typed}" không cho biết nhiệm vụ đã hoàn thành hay chưa',
        "Chọn Có hoặc Chưa trong danh sách của ô")

    HISTORY_ID = ("LS01", _E,
        'mã "{typed}" không có trong kế hoạch nên dòng này không được dùng',
        "Sửa lại mã như ở trang Chỉ tiêu, hoặc xóa dòng")
    HISTORY_PERIOD = ("LS02", _E,
        'kỳ "{typed}" không đúng nên dòng này không được dùng',
        "Viết như 2024, hoặc 2024-H1 cho 6 tháng đầu năm")
    HISTORY_TWICE = ("LS03", _E,
        "{period}, cùng địa bàn, đã có ở ô {other}",
        "Xóa một trong hai dòng")
    HISTORY_LATE = ("LS04", _W,
        "{period} không phải là năm trước năm báo cáo {limit}, nên dòng này không được"
        " dùng",
        "Nhập số liệu năm nay ở trang của đơn vị")
    HISTORY_DISAGREES = ("LS05", _E,
        "tỷ lệ {number} không khớp với tử số và mẫu số ({most})",
        "Kiểm tra lại; chỉ giữ số đúng, ô kia để trống")
    HISTORY_COLUMN = ("LS06", _E,
        "chỉ tiêu này không có tử số và mẫu số",
        'Nhập ở cột "Số lượng, có/không, hoặc tỷ lệ" và để trống ô này')
    HISTORY_EMPTY = ("LS07", _N,
        "dòng này chưa có số liệu",
        "Nhập số liệu, hoặc xóa dòng")
    HISTORY_AREA = ("LS08", _W,
        "chưa ghi địa bàn của số liệu, nên không so sánh được",
        "Ghi tên địa bàn như ở trang Cấu hình")

    SETTING_DATE = ("CH01", _W,
        '"{typed}" không phải là ngày hợp lệ của năm báo cáo; đang dùng {default}',
        "Nhập ngày/tháng/năm, hoặc để trống")
    SETTING_YEAR = ("CH02", _W,
        '"{typed}" không phải là một năm trước năm báo cáo; đang dùng {default}',
        "Nhập năm bốn chữ số, ví dụ 2022, hoặc để trống")
    SETTING_CHOICE = ("CH03", _W,
        '"{typed}" không có trong danh sách; đang dùng {default}',
        "Chọn một dòng trong danh sách của ô")
    SETTING_WINDOW = ("CH04", _W,
        "ngày {typed} không hợp với ngày bắt đầu và ngày kết thúc; đang dùng {default}",
        "Kiểm tra lại hai ngày")
    SETTING_EMPTY = ("CH05", _W,
        "chưa có nội dung, kế hoạch cũng không ghi",
        "Nhập nội dung vào ô")
    BASELINE_UNKNOWN = ("CH06", _W,
        "trang Lịch sử không có số liệu năm {typed} được chọn làm năm gốc",
        "Nhập số liệu năm gốc ở trang Lịch sử, hoặc chọn năm khác")

    SETTING_FOLDER = ("CH07", _W,
        '"{typed}" không phải là đường dẫn đầy đủ của một thư mục; đang ghi cùng thư mục với sổ',
        "Nhập đường dẫn đầy đủ, ví dụ D:\\Văn bản, hoặc để trống")
    SETTING_EMAIL = ("CH08", _W,
        '"{typed}" không phải là địa chỉ thư điện tử nên không được dùng',
        "Nhập một địa chỉ không dấu, ví dụ vhxh@phuong.gov.vn")

    NOT_NFC = ("VB01", _N,
        "chữ gõ theo kiểu Unicode tổ hợp; chương trình tự đổi sang Unicode dựng sẵn",
        "Khi gõ tiếp, chọn bảng mã Unicode (dựng sẵn) trong bộ gõ")
    LEGACY_FONT = ("VB02", _W,
        'chữ gõ bằng bảng mã cũ {encoding}, có lẽ là "{reading}"',
        "Nếu đúng, gõ lại nội dung bằng bảng mã Unicode")
    CONTROL_CHARACTER = ("VB03", _E,
        "có {number} ký tự điều khiển không in được nên không đưa vào văn bản được",
        "Xóa nội dung ô rồi gõ lại")
    TEXT_ERROR = ("VB04", _W,
        "ô báo lỗi {typed} của Excel nên không được dùng",
        "Xóa ô rồi nhập lại")

    SHEET_MISSING = ("BT01", _E,
        'không tìm thấy trang "{typed}"',
        "Không xóa trang; lấy lại trang từ tệp gốc hoặc lập sổ mới")
    SHEET_RENAMED = ("BT02", _E,
        'trang này tên đúng là "{typed}"',
        "Đặt lại tên trang như cũ")
    SHEET_TWICE = ("BT03", _E,
        'trang này là bản chép của trang "{typed}" nên không được dùng',
        "Chuyển số liệu cần giữ về trang gốc rồi xóa bản chép")
    TABLE_MISSING = ("BT04", _E,
        "không tìm thấy dòng mã cột (dòng ẩn trên tiêu đề) của bảng {typed}",
        "Không xóa dòng ẩn; lấy lại trang từ tệp gốc")
    TABLE_TWICE = ("BT05", _E,
        "dòng mã cột của bảng {typed} xuất hiện hai lần (ô {other})",
        "Xóa bảng bị chép thừa")
    COLUMN_MISSING = ("BT06", _E,
        'không tìm thấy cột "{typed}"',
        "Không xóa cột; lấy lại trang từ tệp gốc")
    COLUMN_TWICE = ("BT07", _E,
        'cột "{typed}" xuất hiện hai lần (ô {other})',
        "Xóa cột bị chép thừa")
    HEADING_CHANGED = ("BT08", _E,
        'tiêu đề là "{typed}", đúng ra là "{right}"',
        "Trả lại tiêu đề cũ; nếu các cột bị đổi chỗ thì đổi lại")
    ROW_MISSING = ("BT09", _E,
        "không tìm thấy dòng {typed}",
        "Không xóa dòng; lấy lại trang từ tệp gốc")
    ROW_TWICE = ("BT10", _E,
        "mã {typed} đã có ở ô {other}",
        "Xóa dòng bị chép thừa")
    ROW_UNKNOWN = ("BT11", _E,
        'mã "{typed}" không có trong bảng này',
        "Trả lại mã cũ, hoặc xóa dòng")
    ROW_ELSEWHERE = ("BT12", _E,
        'dòng {typed} thuộc trang "{right}"',
        "Chuyển dòng về trang đó")
    FORMULA_LOST = ("BT13", _E,
        "công thức tính giá trị đã bị xóa hoặc ghi đè",
        "Bấm Hoàn tác, hoặc chép lại công thức từ ô cùng cột ở dòng khác")
    FORMULA_EMPTY = ("BT14", _E,
        "ô có công thức nhưng chưa có kết quả",
        "Mở sổ bằng Excel, lưu lại, hoặc nhập số thay cho công thức")
    SHEET_UNKNOWN = ("BT15", _W,
        "trang này không thuộc sổ nên không được đọc",
        "Nếu có số liệu cần dùng thì nhập vào trang của đơn vị")
    ID_CHANGED = ("BT16", _E,
        'mã là "{typed}" nhưng chỉ tiêu ghi bên cạnh là của {right}',
        "Trả lại mã và tên chỉ tiêu như cũ")
    # fmt: on


SLOT_NAMES = {Slot.NUMERATOR: "tử số", Slot.DENOMINATOR: "mẫu số", Slot.AMOUNT: "số lượng"}
YES_NO_NAME = "có/không"
COLUMN_NAMES = {
    "source": "nguồn số liệu",
    "entered_on": "ngày nhập",
    "note": "ghi chú",
    "explanation": "giải trình",
    "value": "giá trị",
    "planned": "dự toán",
    "spent": "đã chi",
    "deadline": "thời hạn",
    "done": "hoàn thành",
    "rate": "tỷ lệ",
    "share": "tỷ lệ chi",
}
NONE_SET = "không có"
