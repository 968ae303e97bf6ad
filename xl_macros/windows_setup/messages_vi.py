"""What the installer says in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.domain.numbers_vi import format_count
from xl_macros.windows_setup.facts import Program

_FIRST_FEW = 3

IN_PLACE = (
    "Đã cài xong Sổ chỉ tiêu, bản {version}.\n\n"
    "Mở sổ trong thư mục {books} bằng Excel rồi bấm các nút như thường."
    " Nếu Excel đang mở, đề nghị đóng lại và mở lại."
)
COPIED = (
    "Đã chép Sổ chỉ tiêu, bản {version} vào máy này; từ nay không cần ổ mạng hay thẻ nhớ nữa.\n\n"
    "Đề nghị chép sổ vào thư mục {books} rồi mở sổ ở đó: Excel chỉ tin cậy sổ nằm trên máy."
)
UPDATED = (
    "Đã cập nhật Sổ chỉ tiêu lên bản {version} trong thư mục đang dùng {books};"
    " các sổ và mẫu ở đó giữ nguyên.\n\n"
    "Tiếp tục mở sổ ở thư mục đó. Có thể xóa thư mục vừa giải nén {source}."
)
REMOVED = (
    "Đã gỡ Sổ chỉ tiêu khỏi tài khoản này: các thiết lập trong Excel, Windows và chương trình"
    " đã chép vào máy.\n\n"
    "Sổ, mẫu và văn bản vẫn còn nguyên. Thư mục {folder} không bị xóa."
)

NO_EXCEL = (
    "Không thấy Excel trên máy này nên các nút trong sổ chưa dùng được. Vẫn lập được báo cáo:"
    " kéo sổ thả vào TaoBaoCao.bat. Sau khi có Excel, đề nghị bấm đúp CaiDat.bat lần nữa."
)
LOCATIONS_OFF = (
    "Chính sách của cơ quan không cho Excel tin cậy thư mục nào. Nếu macro bị chặn, đề nghị báo"
    " người phụ trách công nghệ thông tin, hoặc kéo sổ thả vào TaoBaoCao.bat."
)
TOO_BROAD = (
    "Chưa khai báo thư mục tin cậy, vì {folder} chứa cả các tệp khác. Đề nghị chuyển toàn bộ"
    " Sổ chỉ tiêu vào một thư mục riêng, ví dụ D:\\SoChiTieu, rồi bấm đúp CaiDat.bat ở đó."
)
READ_ONLY = (
    "Không ghi được vào thư mục {folder}: báo cáo sẽ không lưu được cạnh sổ. Đề nghị chép sổ sang"
    " một thư mục ghi được, hoặc giải nén lại vào thư mục khác rồi bấm đúp CaiDat.bat ở đó."
)
SYNCED = (
    "Thư mục này do OneDrive đồng bộ, các nút có thể chạy chậm. Nên chuyển toàn bộ sang một thư"
    " mục riêng trên ổ đĩa, ví dụ D:\\SoChiTieu, rồi bấm đúp CaiDat.bat ở đó."
)
STILL_BLOCKED = (
    "Còn {count} tệp mang dấu tải từ mạng mà Windows không cho gỡ. Nếu Excel chặn macro: bấm chuột"
    " phải vào sổ, chọn Properties, đánh dấu Unblock."
)
DOES_NOT_START = (
    "Chương trình đã nằm đúng chỗ nhưng không chạy được, thường do phần mềm diệt virus hoặc chính"
    " sách của cơ quan chặn. Đề nghị báo người phụ trách công nghệ thông tin, kèm tệp nhật ký"
    " {log}."
)

TEMPORARY = (
    "Bộ cài đang mở từ thư mục tạm {folder}, sẽ bị xóa khi tắt máy. Đề nghị giải nén toàn bộ tệp"
    " zip vào một thư mục riêng, ví dụ D:\\SoChiTieu, rồi bấm đúp CaiDat.bat ở đó."
)
DISK_FULL = (
    "Ổ đĩa chứa thư mục {folder} đã đầy nên chưa cài được; bản cũ (nếu có) vẫn dùng như trước."
    " Đề nghị dọn bớt rồi bấm đúp CaiDat.bat lần nữa."
)
IN_USE = (
    "Chương trình hoặc tài liệu trong thư mục {folder} đang mở nên chưa làm xong."
    " Đề nghị đóng Excel và Word rồi làm lại."
)
NOT_ALLOWED = (
    "Windows không cho ghi vào thư mục {folder} nên chưa cài được. Đề nghị báo người phụ trách"
    " công nghệ thông tin, hoặc giải nén bộ cài vào thư mục khác."
)
CHANGED_MEANWHILE = (
    "Tệp {file} của bộ cài không đọc được hoặc đã bị thay đổi nên chưa cài; bản cũ (nếu có) vẫn"
    " dùng như trước. Đề nghị giải nén lại bộ cài vào thư mục mới."
)
KEPT_NEWER = "Đã giữ bản mới hơn trên máy; không có gì thay đổi."
ONLY_ON_WINDOWS = "Việc cài đặt chỉ làm trên Windows, bằng CaiDat.bat hoặc GoCaiDat.bat."
UNKNOWN_ACTION = "Lệnh chưa đúng. Cách dùng: CaiDat.bat [/im] hoặc GoCaiDat.bat [/im]."
NO_LIST = (
    "Chương trình này không nằm trong thư mục của bộ cài. Đề nghị bấm đúp CaiDat.bat trong thư mục"
    " vừa giải nén."
)


def damaged(files: Sequence[str]) -> str:
    """Say which files of the folder are missing or changed."""
    named = ", ".join(files[:_FIRST_FEW]) + (", …" if len(files) > _FIRST_FEW else "")
    return (
        f"Bộ cài bị thiếu hoặc hỏng {format_count(len(files))} tệp ({named}), nên chưa cài. Đề nghị"
        " giải nén lại toàn bộ tệp zip vào một thư mục mới. Nếu vẫn vậy, có thể phần mềm diệt"
        " virus đã giữ lại tệp: đề nghị báo người phụ trách công nghệ thông tin."
    )


def older(present: Program, source: Program) -> str:
    """Ask whether a newer program is to be replaced by this older one."""
    return (
        f"Máy đang dùng bản {present.version} ({present.folder}), mới hơn bản {source.version}"
        " trong thư mục này. Có thay bằng bản cũ hơn không?"
    )
