"""The command line's grammar, and argparse's own words in Vietnamese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period

# argparse composes its messages in English: each is recognised and said in Vietnamese.
_ERRORS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", r"còn thiếu: \1"),
    (r"argument (.*): expected one argument", r"sau \1 cần một giá trị"),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from .*\)", r"không có lệnh “\2”"),
    (r"argument (.*): not allowed with argument (.*)", r"không dùng \1 cùng với \2"),
    (r"argument (.*): invalid .* value: '(.*)'", r"\1: giá trị “\2” không đúng"),
    (r"argument (.*): (.*)", r"\1: \2"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (r"ambiguous option: (\S+) .*", r"chưa rõ lựa chọn \1"),
)


class VietnameseParser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese and raises instead of exiting."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type] # passed through
        self._positionals.title = "Cần có"
        self._optionals.title = "Lựa chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")

    def format_usage(self) -> str:
        """Return the usage line with its Vietnamese heading."""
        return super().format_usage().replace("usage:", "Cách dùng:", 1)

    def format_help(self) -> str:
        """Return the help text with its Vietnamese heading."""
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Turn a misused command line into one Vietnamese sentence."""
        for pattern, words in _ERRORS:
            if match := re.fullmatch(pattern, message, re.DOTALL):
                message = match.expand(words)
                break
        raise UnusableInputError(
            f"Lệnh chưa đúng: {message}. Gõ “{self.prog} --help” để xem cách dùng."
        )


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"kỳ “{text}” không đúng; viết như 2026 hoặc 2026-H1"
        ) from None


def _year(text: str) -> int:
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(f"năm “{text}” không đúng; viết như 2026")
    return int(text)


def _findings_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".xlsx":
        raise argparse.ArgumentTypeError(f"tên tệp “{path.name}” cần có đuôi .xlsx")
    return path


Command = Callable[[argparse.Namespace], int]


def build_parser(commands: dict[str, Command]) -> VietnameseParser:
    """Build the parser; each command name maps to the function that runs it."""
    parser = VietnameseParser(
        prog="so-chi-tieu",
        description="Sổ chỉ tiêu: theo dõi kế hoạch vì trẻ em của phường, kiểm tra số liệu,"
        " đánh giá chỉ tiêu và lập báo cáo Word.",
    )
    subparsers = parser.add_subparsers(
        title="Các lệnh", metavar="LỆNH", dest="lệnh", required=True, parser_class=VietnameseParser
    )
    for name, (help_text, add_arguments) in _COMMANDS.items():
        sub = subparsers.add_parser(
            name, help=help_text, description=help_text[0].upper() + help_text[1:]
        )
        add_arguments(sub)
        sub.set_defaults(run=commands[name])
    return parser


def _trial(parser: argparse.ArgumentParser) -> None:
    _folder(parser, "thư mục ghi kết quả (mặc định: chay-thu)", default=Path("chay-thu"))


def _new_workbook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--nam", type=_year, metavar="NĂM", help="năm báo cáo (mặc định: năm nay)")
    parser.add_argument("--so-lieu", type=Path, metavar="CSV", help="tệp số liệu để điền sẵn")
    parser.add_argument("--lich-su", type=Path, metavar="CSV", help="tệp số liệu các năm trước")
    parser.add_argument(
        "--ke-hoach", type=Path, metavar="TOML", help="tệp kế hoạch khác với kế hoạch đi kèm"
    )
    parser.add_argument(
        "--ho-so", metavar="HỒ_SƠ", help="hồ sơ tên gọi, nơi nhận của phường (ví dụ: an-khe)"
    )
    parser.add_argument(
        "-o",
        dest="file",
        type=Path,
        required=True,
        metavar="TỆP",
        help="tệp cần tạo: .xlsm có nút bấm, .xlsx không có macro",
    )


def _checking(parser: argparse.ArgumentParser) -> None:
    _workbook(parser)
    output = parser.add_mutually_exclusive_group()
    output.add_argument(
        "-o",
        dest="file",
        type=_findings_file,
        metavar="TỆP",
        help="ghi các điểm cần sửa vào một tệp Excel mới (.xlsx)",
    )
    _json(output)


def _judging(parser: argparse.ArgumentParser) -> None:
    _workbook(parser)
    _json(parser)


def _json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="in kết quả cho máy đọc (JSON)")


def _tables(parser: argparse.ArgumentParser) -> None:
    _source(parser)
    _folder(parser, "thư mục ghi các bảng", required=True)


def _report_kind(text: str) -> str:
    # Word's libraries are not wanted in the path of the other commands.
    from docgen.documents import KINDS, Per

    known = [kind.key for per in (Per.SPAN, Per.UNIT) for kind in KINDS.values() if kind.per is per]
    if text not in known:
        raise argparse.ArgumentTypeError(
            f"không có loại báo cáo “{text}”, các loại là {', '.join(known)}"
        )
    return text


def _report(parser: argparse.ArgumentParser) -> None:
    _workbook(parser)
    parser.add_argument(
        "--loai",
        type=_report_kind,
        metavar="LOẠI",
        help="so-ket, tong-ket (cả giai đoạn) hoặc don-vi (của một đơn vị); bỏ qua thì lập báo"
        " cáo của phường trong một kỳ",
    )
    parser.add_argument(
        "--don-vi", metavar="TRANG", help="tên trang của đơn vị trong sổ, dùng với --loai don-vi"
    )
    _document(parser)
    _draft(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    _source(parser)
    parser.add_argument(
        "--nam", type=_year, metavar="NĂM", help="kế hoạch của một năm (mặc định: cả giai đoạn)"
    )
    _document(parser)
    _draft(parser)


def _letter(parser: argparse.ArgumentParser) -> None:
    _workbook(parser)
    _document(parser)


def _document(parser: argparse.ArgumentParser) -> None:
    _folder(parser, "thư mục ghi văn bản (mặc định: cạnh sổ)")
    parser.add_argument("--mau", type=Path, metavar="DOCX", help="mẫu Word khác với mẫu đi kèm")


def _draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--du-thao", action="store_true", help="lập bản dự thảo, kể cả khi số liệu còn lỗi"
    )


def _paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tep", type=Path, metavar="TỆP", help="tệp Word (.docx)")
    _json(parser)


def _guide(parser: argparse.ArgumentParser) -> None:
    _folder(parser, "thư mục ghi hướng dẫn (mặc định: thư mục này)", default=Path())


def _email(parser: argparse.ArgumentParser) -> None:
    _source(parser)
    parser.add_argument(
        "van_ban", type=Path, metavar="VĂN_BẢN", help="văn bản cần gửi kèm (.docx, .pdf)"
    )
    _folder(parser, "thư mục ghi thư (mặc định: cạnh văn bản)")


def _machine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "so", type=Path, nargs="?", metavar="SỔ", help="tệp sổ cần dùng trên máy này (nếu có)"
    )
    output = parser.add_mutually_exclusive_group()
    _folder(output, "thư mục ghi trang kết quả (.html) để gửi người hỗ trợ")
    _json(output)


def _source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("so", type=Path, metavar="SỔ", help="tệp sổ chỉ tiêu (.xlsx, .xlsm)")


def _workbook(parser: argparse.ArgumentParser) -> None:
    _source(parser)
    parser.add_argument(
        "--ky", type=_period, metavar="KỲ", help="kỳ báo cáo: 2026 (cả năm) hoặc 2026-H1 (6 tháng)"
    )


def _folder(
    parser: argparse._ActionsContainer,
    help_text: str,
    *,
    default: Path | None = None,
    required: bool = False,
) -> None:
    parser.add_argument(
        "-o",
        dest="folder",
        type=Path,
        metavar="THƯ_MỤC",
        default=default,
        required=required,
        help=help_text,
    )


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "chay-thu": ("làm thử trọn việc trên số liệu mẫu: sổ, kiểm tra, đánh giá, báo cáo", _trial),
    "tao-so": ("tạo sổ mới của một năm, điền sẵn từ CSV nếu có", _new_workbook),
    "kiem-tra": ("kiểm tra số liệu trong sổ, nêu từng điểm cần sửa", _checking),
    "tinh-trang": ("đánh giá từng chỉ tiêu: giá trị, tình trạng, còn thiếu bao nhiêu", _judging),
    "xuat": ("xuất kết quả thành bảng (CSV, Excel) kèm bảng giải thích các cột", _tables),
    "bao-cao": ("lập Báo cáo Word: của một kỳ, sơ kết, tổng kết hoặc của một đơn vị", _report),
    "ke-hoach": ("lập văn bản Kế hoạch, cả giai đoạn hoặc của một năm", _plan),
    "don-doc": ("lập Công văn đôn đốc đơn vị gửi và sửa số liệu", _letter),
    "giai-trinh": ("lập Công văn yêu cầu giải trình nội dung chậm, không đạt", _letter),
    "thu-dien-tu": ("soạn thư điện tử (.eml) gửi kèm văn bản, tới nơi văn bản kính gửi", _email),
    "kiem-mau": ("kiểm tra một mẫu Word trước khi dùng, nêu từng lỗi và cách sửa", _paper),
    "the-thuc": ("kiểm tra thể thức một văn bản Word theo Nghị định 30/2020/NĐ-CP", _paper),
    "huong-dan": ("ghi HuongDan.docx: mười hai bước có hình, tình trạng, các thông báo", _guide),
    "chan-doan": ("kiểm tra máy: chương trình, thư mục, macro, dấu thập phân, phông chữ", _machine),
}
