"""What may be wrong with a plan's file: one Vietnamese sentence for every fault."""

from __future__ import annotations

from enum import Enum

from workbook.domain.errors import PlanError


class PlanFault(Enum):
    """A fault; the value is the end of its sentence, with names to be filled in."""

    NOT_TOML = "không đúng dạng TOML; đề nghị xem lại dấu ngoặc, dấu phẩy và dấu = ở đó"
    MISSING_KEY = "thiếu mục “{key}”; đề nghị bổ sung"
    UNKNOWN_KEY = "có mục “{key}” không dùng được ở đây; đề nghị xem lại cách viết hoặc bỏ đi"
    WRONG_TYPE = "mục “{key}” phải là {expected}; đề nghị sửa lại"
    BLANK = "mục “{key}” đang để trống; đề nghị ghi nội dung"
    CONTROL_CHARACTER = "mục “{key}” có ký tự điều khiển không in được; đề nghị gõ lại"
    UNKNOWN_CHOICE = "mục “{key}” ghi “{given}”, chỉ nhận một trong: {known}; đề nghị sửa lại"
    BAD_NUMBER = "mục “{key}” ghi {given}, phải từ {low} đến {high}; đề nghị sửa lại"
    BAD_ID = "mã “{given}” chỉ được gồm chữ không dấu, chữ số và dấu . - _; đề nghị đặt lại"
    BAD_FILE_NAME = (
        "mục “{key}” ghi “{given}”, phải là tên tệp không dấu nằm cùng thư mục; đề nghị đặt lại"
    )
    DUPLICATE = "“{given}” đã có ở trước; đề nghị bỏ hoặc đổi một trong hai chỗ"
    UNKNOWN_REFERENCE = "mục “{key}” nhắc đến “{given}” không có trong kế hoạch; đề nghị sửa lại"
    OWN_SUPPORTER = "đơn vị “{given}” vừa phụ trách vừa phối hợp; đề nghị bỏ ở supporting_units"
    WRONG_CLAUSE = (
        "mục “assigned_by” ghi “{given}”, phải là “default” hoặc mục giao việc của đơn vị"
        " phụ trách (“{clause}”); đề nghị sửa lại"
    )
    YEARS_REVERSED = "năm đầu {first} sau năm cuối {last}; đề nghị sửa lại"
    YEAR_OUTSIDE = "năm {year} nằm ngoài thời gian từ {first} đến {last}; đề nghị sửa lại"
    YEARS_NOT_ASCENDING = "năm {year} không sau mốc đứng trước nó; đề nghị xếp mốc theo năm"
    NO_MILESTONE = "chưa có mốc nào; đề nghị bổ sung ít nhất một mốc"
    RULE_UNFIT = "cách so sánh “{rule}” không hợp với loại “{kind}”; đề nghị sửa lại"
    RULES_MIXED = "các mốc vừa đòi tăng vừa đòi giảm; đề nghị sửa lại cách so sánh"
    VALUE_UNFIT = (
        "giá trị {value} không hợp với cách so sánh “{rule}” của loại “{kind}”; đề nghị sửa"
    )
    FACTOR_UNFIT = "hệ số {factor} không hợp với loại “{kind}”; đề nghị sửa lại"
    KEY_UNFIT = "loại “{kind}” không dùng mục “{key}”; đề nghị bỏ đi hoặc sửa loại"
    NATURE_UNFIT = "tính chất “{nature}” không hợp với loại “{kind}”; đề nghị sửa lại"
    SLOT_UNKNOWN = "ô “{given}” không có: {known}; đề nghị sửa lại"
    CELLS_NUMBER = "quan hệ “{kind}” cần {needed} ô, đang có {given}; đề nghị sửa lại"
    SLOT_UNFIT = "quan hệ “{kind}” không dùng được với ô “{given}”; đề nghị sửa lại"
    SHARE_UNFIT = "quan hệ “{kind}” {rule} “share”; đề nghị sửa lại"
    SHEET_NAME = (
        "tên trang “{given}” dài quá 31 chữ, có dấu Excel không nhận ([ ] : * ? / \\) hoặc"
        " trùng tên trang có sẵn; đề nghị đặt lại"
    )
    LIST_TOO_LONG = "mục “{key}” có {given} dòng, nhiều nhất là {most}; đề nghị bớt lại"
    NOT_A_YEAR = "ghi “{given}”, phải là năm viết bốn chữ số hoặc để trống; đề nghị sửa lại"
    BAD_DAY = "không có ngày {day}/{month} trong mọi năm; đề nghị sửa lại"
    WINDOW_REVERSED = "ngày mở, ngày đóng hoặc hạn nộp không theo thứ tự; đề nghị sửa lại"
    MENDED_UNFIT = (
        "mục “mended” chỉ dùng khi “kind” là “mistake”, “original” có lời của kế hoạch và hai lời"
        " khác nhau; đề nghị sửa lại"
    )
    WORDS_NOT_FOUND = "lời “{given}” không có trong kế hoạch nên không thay được; đề nghị sửa lại"
    NO_SUCH_NAME = "nhắc đến {given}, không phải mục chữ nào của [settings]; đề nghị sửa lại"
    QUOTE_NOT_FOUND = "câu “{given}” không có trong {where}; đề nghị chép lại đúng nguyên văn"


class PlanFaultError(PlanError):
    """A plan refused: the fault, where it stands, and the whole sentence."""

    def __init__(self, place: str, fault: PlanFault, **words: object) -> None:
        """Compose the sentence from the place and the fault's words."""
        self.place = place
        self.fault = fault
        where = f"Kế hoạch, {place}" if place else "Kế hoạch"
        super().__init__(f"{where}: {fault.value.format(**words)}.")


class Place:
    """Names of places in a plan's file, as its editor would look for them."""

    WHOLE = ""
    LINE = "dòng {line}, cột {column}"
    GENERAL_GOAL = "mục tiêu chung [general_goal]"
    GOAL = "mục tiêu {name}"
    INDICATOR = "chỉ tiêu {name}"
    MEASURE = "chỉ tiêu {indicator}, mã {name}"
    MILESTONE = "{measure}, mốc {name}"
    NOTE = "{owner}ghi chú (notes) thứ {index}"
    NTH = "thứ {index}"
    SCOPE = "phạm vi [[scope]] {name}"
    SOLUTION = "giải pháp [[solutions]] {name}"
    FUNDING = "nguồn kinh phí {name}"
    UNIT = "đơn vị {name}"
    TASK = "đơn vị {unit}, nhiệm vụ {name}"
    LETTERHEAD = "{owner}, phần đầu văn bản (letterhead)"
    RELATION = "quan hệ thứ {index}"
    WINDOWS = "[windows]"
    WINDOW = "kỳ [windows.{name}]"
    SETTINGS = "[settings]"
    SETTING = "[settings], {name}"
    PROFILE = "hồ sơ [profile]"
    PROFILE_SETTINGS = "hồ sơ [profile.settings]"
    PROFILE_UNIT = "hồ sơ, đơn vị {name}"
    PROFILE_WORDS = "hồ sơ, lời thay thứ {index}"


TEXT = "một đoạn chữ trong ngoặc kép"
TEXTS = "danh sách các đoạn chữ"
WHOLE_NUMBER = "số nguyên"
NUMBER = "số"
FLAG = "true hoặc false"
DAY = "ngày viết như 2025-07-01"
TABLE = "một bảng"
TABLES = "danh sách các bảng"
PLAN_TEXT = "văn bản của kế hoạch"
INDICATOR_QUOTE = "câu của chỉ tiêu {number}"
MUST_HAVE = "phải có"
MUST_NOT_HAVE = "không dùng"
MUST_FIT = "cần số lớn hơn 0 (tỷ lệ bao phủ không quá 1) ở"
EXACTLY = "đúng {number}"
AT_LEAST = "ít nhất {number}"
