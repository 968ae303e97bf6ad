"""The settings of a sổ: names, recipients, signature, periods, choices of method.

`SPECS` says which settings exist (sheet Cấu hình lists them in this order); their
defaults come from the plan's TOML, table `[settings]`, under the same keys. A setting
that belongs to one office's machines, or whose default the plan gives elsewhere, has
none there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from workbook.domain.periods import Period


class Interim(Enum):
    """How the years between two milestones are judged (a choice, not the plan's)."""

    STRAIGHT = "đường thẳng"
    HOLD = "giữ mức mốc trước"
    NEXT = "theo mức mốc sau"


class Wording(Enum):
    """Whose words the plan is printed in: its own, or with its mistakes mended."""

    ISSUED = "giữ nguyên văn"
    MENDED = "sửa lỗi"


class SettingKind(Enum):
    """What may be typed for a setting."""

    TEXT = "text"
    LIST = "list"  # one row an item
    YEAR = "year"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True)
class SettingSpec:
    """One setting: its key, the words on the sheet, what may be typed."""

    key: str
    group: str
    label: str
    kind: SettingKind
    help: str
    rows: int = 1
    choices: tuple[str, ...] = ()
    required: bool = True
    in_plan: bool = True  # the plan's TOML gives its default


_T, _L, _Y, _D, _C = SettingKind
_NAMES, _PAPER, _TIME, _WAY, _OTHER = (
    "Tên gọi",
    "Văn bản",
    "Thời gian",
    "Cách đánh giá",
    "Liên hệ",
)

SPECS: tuple[SettingSpec, ...] = (
    SettingSpec("superior", _NAMES, "Cơ quan chủ quản (dòng trên)", _T,
                "Để trống nếu văn bản không có dòng này.", required=False),
    SettingSpec("issuer", _NAMES, "Tên cơ quan ban hành (từng dòng)", _L,
                "Viết in hoa, mỗi dòng một ô, như ở đầu văn bản.", rows=3),
    SettingSpec("body_name", _NAMES, "Tên cơ quan trong câu văn", _T,
                "Dùng trong câu mở đầu báo cáo."),
    SettingSpec("unit_name", _NAMES, "Tên đơn vị hành chính trong câu văn", _T,
                "Viết đúng như cần in, kể cả chữ hoa."),
    SettingSpec("area", _NAMES, "Địa bàn của số liệu", _T,
                "Số liệu các năm chỉ được so sánh khi cùng địa bàn."),
    SettingSpec("programme", _NAMES, "Tên chương trình", _T,
                "Tên đầy đủ, kèm giai đoạn."),
    SettingSpec("place", _PAPER, "Địa danh", _T,
                "Đứng trước ngày, tháng, năm ở đầu văn bản."),
    SettingSpec("number_suffix", _PAPER, "Ký hiệu cơ quan trong số văn bản", _T,
                "Phần đứng sau BC- trong số, ký hiệu."),
    SettingSpec("addressees", _PAPER, "Kính gửi", _L,
                "Mỗi nơi một ô.", rows=5),
    SettingSpec("legal_basis", _PAPER, "Văn bản làm căn cứ", _L,
                "Mỗi văn bản một ô: tên loại, số, ký hiệu, ngày, cơ quan, trích yếu.", rows=6),
    SettingSpec("recipients", _PAPER, "Nơi nhận", _L,
                "Mỗi nơi một ô; không gõ dấu gạch đầu dòng.", rows=10),
    SettingSpec("plan_recipients", _PAPER, "Nơi nhận của kế hoạch", _L,
                "Mỗi nơi một ô; để trống thì theo kế hoạch.", rows=10, required=False,
                in_plan=False),
    SettingSpec("signature", _PAPER, "Quyền hạn, chức vụ người ký (từng dòng)", _L,
                "Ví dụ: TM. ỦY BAN NHÂN DÂN, rồi CHỦ TỊCH.", rows=4),
    SettingSpec("signer", _PAPER, "Họ và tên người ký", _T,
                "Không ghi học hàm, học vị.", required=False),
    SettingSpec("wording", _PAPER, "Lời của kế hoạch khi in lại", _C,
                "Giữ nguyên văn: in đúng bản đã ban hành. Sửa lỗi: sửa các lỗi in đã ghi nhận.",
                choices=tuple(way.value for way in Wording)),
    SettingSpec("output_folder", _PAPER, "Thư mục ghi văn bản", _T,
                "Đường dẫn đầy đủ, ví dụ D:\\Văn bản. Để trống thì ghi cùng thư mục với sổ.",
                required=False, in_plan=False),
    SettingSpec("h1_opens", _TIME, "6 tháng: nhận số liệu từ ngày", _D, "Ngày/tháng/năm."),
    SettingSpec("h1_closes", _TIME, "6 tháng: nhận số liệu đến ngày", _D, "Ngày/tháng/năm."),
    SettingSpec("h1_deadline", _TIME, "6 tháng: hạn nộp số liệu", _D,
                "Theo văn bản của cấp trên; để trống nếu chưa có.", required=False),
    SettingSpec("year_opens", _TIME, "Cả năm: nhận số liệu từ ngày", _D, "Ngày/tháng/năm."),
    SettingSpec("year_closes", _TIME, "Cả năm: nhận số liệu đến ngày", _D, "Ngày/tháng/năm."),
    SettingSpec("year_deadline", _TIME, "Cả năm: hạn nộp số liệu", _D,
                "Theo văn bản của cấp trên; để trống nếu chưa có.", required=False),
    SettingSpec("interim", _WAY, "Cách tính mốc trung gian", _C,
                "Áp dụng cho các năm giữa hai mốc của kế hoạch.",
                choices=tuple(way.value for way in Interim)),
    SettingSpec("baseline_year", _WAY, "Năm gốc", _Y,
                "Để trống: lấy năm sớm nhất có trong trang Lịch sử.", required=False),
    SettingSpec("schools", _OTHER, "Trường học trên địa bàn", _L,
                "Mỗi trường một ô.", rows=12, required=False),
    SettingSpec("emails", _OTHER, "Địa chỉ thư điện tử nhận báo cáo", _L,
                "Mỗi địa chỉ một ô.", rows=5, required=False),
)  # fmt: skip


@dataclass(frozen=True)
class Window:
    """When figures of a period are expected; `deadline` None: no date is set."""

    opens: date | None
    closes: date | None
    deadline: date | None


@dataclass(frozen=True)
class Settings:
    """The settings in force: what Cấu hình says, else the plan's default."""

    superior: str
    issuer: tuple[str, ...]
    body_name: str
    unit_name: str
    area: str
    programme: str
    place: str
    number_suffix: str
    addressees: tuple[str, ...]
    legal_basis: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str
    interim: Interim
    baseline_year: int | None
    schools: tuple[str, ...]
    emails: tuple[str, ...]
    windows: Mapping[Period, Window]
    plan_recipients: tuple[str, ...] = ()  # of a Kế hoạch; empty: the plan's own
    wording: Wording = Wording.ISSUED
    output_folder: str = ""  # where documents are written; "": beside the sổ
