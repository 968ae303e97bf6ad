"""`so-chi-tieu`: the actions without Excel, for IT staff, servers and tests.

Exit status: 0 fine; 1 the sổ has blocking faults (`kiem-tra`) or the document was refused
because of them (`bao-cao`); 2 the input cannot be used, said in one Vietnamese sentence.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

from workbook.domain.errors import SoChiTieuError
from xl_macros.cli_parser import Command, build_parser
from xl_macros.commands import documents, figures, machine, papers
from xl_macros.commands.common import FINE, UNUSABLE
from xl_macros.fault_log import unexpected
from xl_macros.streams import speak_utf8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; the one place that catches faults."""
    speak_utf8()
    try:
        options = build_parser(_RUN).parse_args(arguments)
        status: int = options.run(options)
    except SoChiTieuError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; chưa ghi tệp nào dở dang.", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        return FINE
    except Exception:  # our own bug: the official gets a sentence, the helper the details
        print(unexpected(traceback.format_exc()), file=sys.stderr)
        return UNUSABLE
    return status


_RUN: dict[str, Command] = {
    "chay-thu": figures.try_out,
    "tao-so": figures.make_workbook,
    "kiem-tra": figures.check_figures,
    "tinh-trang": figures.show_statuses,
    "xuat": figures.export_tables,
    "bao-cao": documents.write_report,
    "ke-hoach": documents.write_plan,
    "don-doc": documents.write_letter,
    "giai-trinh": documents.write_letter,
    "thu-dien-tu": documents.write_email,
    "kiem-mau": papers.check_template,
    "the-thuc": papers.check_form,
    "huong-dan": papers.write_guide,
    "chan-doan": machine.check_machine,
}


if __name__ == "__main__":
    sys.exit(main())
