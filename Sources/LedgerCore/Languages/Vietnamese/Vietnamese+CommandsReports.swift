extension Vietnamese {
  /// The answers of reports, of the register of units, of profiles and of users.
  static let commandsReports: [Translation] = [
    // Sources/benefit-ledger/Commands/AccountCommand.swift
    Translation(
      "{1}, separated by {2}",
      "{1}, phân cách bằng {2}"),
    Translation(
      "‘{1}’ is not an account. Accounts are {2}.",
      "‘{1}’ không phải là tài khoản. Tài khoản viết dạng {2}."),
    Translation(
      "counter-account",
      "tài khoản đối ứng"),
    Translation(
      "balance",
      "số dư"),
    Translation(
      "turnover",
      "cộng phát sinh"),
    Translation(
      "Account {1}{2}{3}\n",
      "Tài khoản {1}{2}{3}\n"),
    Translation(
      "corrects voucher {1}",
      "điều chỉnh chứng từ {1}"),
    // Sources/benefit-ledger/Commands/ChangesCommand.swift
    Translation(
      "--until {1} comes before --since {2}.",
      "--until {1} đứng trước --since {2}."),
    Translation(
      "Changes since batch {1}{2}{3}{4}\n",
      "Thay đổi kể từ sau lô {1}{2}{3}{4}\n"),
    Translation(
      " until batch {1}",
      " đến lô {1}"),
    Translation(
      "Nothing was posted after batch {1}; the last is {2}.\n",
      "Không có gì được ghi sổ sau lô {1}; lô cuối cùng là {2}.\n"),
    Translation(
      "Nothing that this asks for was posted after batch {1}.\n",
      "Sau lô {1} không có số liệu nào được ghi sổ đúng điều kiện đã chọn.\n"),
    Translation(
      ", explained by {1}.\n",
      ", do {1}.\n"),
    Translation(
      "BATCHES AND RECORDS DO NOT ADD UP TO THE DIFFERENCE. Run: benefit-ledger verify\n",
      "CÁC LÔ VÀ BẢN GHI CỘNG LẠI KHÔNG KHỚP VỚI CHÊNH LỆCH. Chạy: benefit-ledger verify\n"),
    Translation(
      "Late, with a date before {1}: {2}.\n",
      "Ghi muộn, có ngày chứng từ trước {1}: {2}.\n"),
    Translation(
      "late",
      "ghi muộn"),
    Translation(
      "{1} record of the register",
      "{1} bản ghi của sổ đăng ký"),
    Translation(
      "{1} and {2}",
      "{1} và {2}"),
    Translation(
      "before {1}, after {2}, difference {3}",
      "trước {1}, sau {2}, chênh lệch {3}"),
    // Sources/benefit-ledger/Commands/ChartCommand.swift
    Translation(
      "Chart “{1}” is not in force yet",
      "Hệ thống tài khoản “{1}” chưa có hiệu lực"),
    Translation(
      "Recorded chart “{1}” as record {2}.",
      "Đã ghi nhận hệ thống tài khoản “{1}” ở bản ghi {2}."),
    Translation(
      "The chart in force, record {1}, says the same. Nothing new recorded.",
      "Hệ thống tài khoản đang có hiệu lực, bản ghi {1}, có cùng nội dung. Không ghi nhận gì mới."),
    Translation(
      "Ask for --record or for --as-known-at, not for both.",
      "Chỉ dùng --record hoặc --as-known-at, không dùng cả hai."),
    Translation(
      "record",
      "bản ghi"),
    // Sources/benefit-ledger/Commands/InitCommand.swift
    Translation(
      "--user and --key go together: the first user and the file for his key.",
      "--user và --key phải đi cùng nhau: người dùng đầu tiên và tệp cho khoá của người đó."),
    Translation(
      "--control four-eyes needs --user and --key: the first administrator.",
      "--control four-eyes cần có --user và --key: người quản trị đầu tiên."),
    Translation(
      "Made ledger {1} with {2} units.{3}",
      "Đã tạo sổ {1} với {2} đơn vị.{3}"),
    Translation(
      " {1} is its administrator; the key is in {2}.",
      " Người quản trị là {1}; khoá nằm trong tệp {2}."),
    // Sources/benefit-ledger/Commands/NightlyCommand.swift
    Translation(
      "{1}: left alone, {2}.\n",
      "{1}: để nguyên, vì {2}.\n"),
    // Sources/benefit-ledger/Commands/PostCommand.swift
    Translation(
      "--held skip is for lists of “due”: nothing else can be left out.",
      """
      --held skip chỉ dùng cho danh sách phải chi (“due”): danh sách khác không được bỏ qua dòng \
      nào.
      """),
    Translation(
      "--rejects is for one file.",
      "--rejects chỉ dùng cho một tệp."),
    Translation(
      "--held-report goes with --held skip.",
      "--held-report phải dùng cùng --held skip."),
    Translation(
      "--held-report is for one file.",
      "--held-report chỉ dùng cho một tệp."),
    // Sources/benefit-ledger/Commands/ProfileCommand.swift
    Translation(
      "for",
      "dùng cho"),
    Translation(
      "list",
      "danh sách"),
    Translation(
      "profile",
      "mẫu đọc"),
    Translation(
      "Profile: {1} ({2})\n",
      "Mẫu đọc: {1} ({2})\n"),
    Translation(
      "No built-in profile fits; the one below is made for this file.\n",
      "Không có mẫu đọc có sẵn nào phù hợp; mẫu dưới đây được lập riêng cho tệp này.\n"),
    Translation(
      "a workbook",
      "sổ tính (tệp Excel)"),
    Translation(
      "Letters and cells: {1}. Header: row {2}. Amounts: {3}.\n",
      "Bảng mã và cách chia ô: {1}. Tiêu đề: dòng {2}. Cách ghi số tiền: {3}.\n"),
    Translation(
      "Not read: {1}.\n",
      "Không đọc: {1}.\n"),
    Translation(
      "row",
      "dòng"),
    Translation(
      "\nNothing says the {1} yet: add ",
      "\nChưa có thông tin về {1}: thêm "),
    // Sources/benefit-ledger/Commands/RegisterNews+Answer.swift
    Translation(
      "register: record {1} of {2}",
      "sổ đăng ký: bản ghi {1} ngày {2}"),
    Translation(
      ", by {1}: ",
      ", người lập {1}: "),
    Translation(
      "; and {1} more",
      "; và {1} thay đổi khác"),
    Translation(
      "the top",
      "cấp cao nhất"),
    Translation(
      "opened {1} under {2} on {3}",
      "mở {1} trực thuộc {2} từ ngày {3}"),
    Translation(
      "renamed {1} on {2}",
      "đổi tên {1} từ ngày {2}"),
    Translation(
      "moved {1} from {2} to {3} on {4}",
      "chuyển {1} từ {2} sang {3} từ ngày {4}"),
    Translation(
      "gave {1} the code {2} on {3}",
      "đổi mã {1} thành {2} từ ngày {3}"),
    Translation(
      "made {1} a {2} on {3}",
      "đổi loại của {1} thành {2} từ ngày {3}"),
    Translation(
      "merged {1} into {2} after {3}",
      "sáp nhập {1} vào {2} sau ngày {3}"),
    Translation(
      "closed {1} after {2}",
      "đóng {1} sau ngày {2}"),
    Translation(
      "reopened {1} on {2}",
      "mở lại {1} từ ngày {2}"),
    // Sources/benefit-ledger/Commands/ReverseCommand.swift
    Translation(
      "Single lines of “{1}” have no persons; undo the batch by `batch reverse`.",
      "Dòng của “{1}” không có người hưởng nên không đảo riêng; đảo cả lô bằng `batch reverse`."),
    // Sources/benefit-ledger/Commands/SiteCommand.swift
    Translation(
      "A unit's code is 1 to 16 letters, digits, dots, dashes, underscores.",
      "Mã đơn vị gồm 1 đến 16 chữ cái, chữ số, dấu chấm, gạch nối, gạch dưới."),
    Translation(
      "Unit {1}{2}{3}\n",
      "Đơn vị {1}{2}{3}\n"),
    Translation(
      "\nNothing was posted to accounts of its own; totals --where adds up the units below it.",
      """

      Không có gì được ghi vào tài khoản riêng của đơn vị này; totals --where cộng số liệu của các \
      đơn vị cấp dưới.
      """),
    // Sources/benefit-ledger/Commands/SiteCountCommands.swift
    Translation(
      "A count of cash is not negative.",
      "Số tiền kiểm kê quỹ không được âm."),
    Translation(
      "There are no such counts.",
      "Không có lần kiểm kê quỹ nào như vậy."),
    Translation(
      "as the books say",
      "khớp với sổ"),
    Translation(
      "the books say {1} đ, {2} đ too little",
      "theo sổ là {1} đ, thiếu {2} đ"),
    Translation(
      "the books say {1} đ, {2} đ too much",
      "theo sổ là {1} đ, thừa {2} đ"),
    Translation(
      "record {1}.",
      "bản ghi {1}."),
    Translation(
      "recorded before as record {1}.",
      "đã ghi nhận từ trước ở bản ghi {1}."),
    Translation(
      "Site {1}, {2}: {3} đ counted, {4}; {5}",
      "Điểm chi trả {1}, ngày {2}: kiểm kê quỹ được {3} đ, {4}; {5}"),
    Translation(
      "counted",
      "số kiểm kê"),
    Translation(
      "expected",
      "số theo sổ"),
    Translation(
      "variance",
      "chênh lệch"),
    // Sources/benefit-ledger/Commands/SitesImportCommand.swift
    Translation(
      "{1} versions added; the register has {2} units.",
      "{1} phiên bản được thêm; danh mục có {2} đơn vị."),
    Translation(
      "change",
      "thay đổi"),
    Translation(
      "{1} versions would be added; the register would have {2} units.",
      "{1} phiên bản sẽ được thêm; danh mục sẽ có {2} đơn vị."),
    // Sources/benefit-ledger/Commands/SitesListCommand.swift
    Translation(
      "Ask for --versions or for --as-at, not for both.",
      "Chỉ dùng --versions hoặc --as-at, không dùng cả hai."),
    Translation(
      "No unit is valid on {1}.",
      "Không có đơn vị nào có hiệu lực vào ngày {1}."),
    Translation(
      "The register has no units.",
      "Danh mục đơn vị chưa có đơn vị nào."),
    Translation(
      "code",
      "mã"),
    Translation(
      "parent",
      "đơn vị cấp trên"),
    Translation(
      "valid from",
      "hiệu lực từ"),
    Translation(
      "valid to",
      "hiệu lực đến"),
    Translation(
      "name",
      "tên"),
    Translation(
      "successor",
      "đơn vị kế thừa"),
    // Sources/benefit-ledger/Commands/SitesTransferCommand.swift
    Translation(
      "What is left in the accounts of {1} is not moved yet",
      "Số dư còn lại trên các tài khoản của {1} chưa được bàn giao"),
    Translation(
      "Nothing is left at {1}; nothing is posted.",
      "{1} không còn số dư nào; không ghi sổ dòng nào."),
    // Sources/benefit-ledger/Commands/TotalsCommand.swift
    Translation(
      "--where is KEY=VALUE, such as --where event=paid.",
      "--where có dạng KEY=VALUE, ví dụ --where event=paid."),
    Translation(
      "‘{1}’ is not a value of {2}.",
      "‘{1}’ không phải là giá trị của {2}."),
    Translation(
      "Nothing was posted that this asks for.",
      "Không có số liệu nào được ghi sổ đúng điều kiện đã chọn."),
    Translation(
      "count",
      "số lượng"),
    // Sources/benefit-ledger/Commands/TrialBalanceCommand.swift
    Translation(
      "A fund as a whole has no number: leave --mapping or --by fund out.",
      "Cả một quỹ thì không có số hiệu tài khoản: bỏ --mapping hoặc --by fund."),
    Translation(
      "‘{1}’ is not a key. The keys are fund, unit.",
      "‘{1}’ không phải là tiêu thức tổng hợp. Các tiêu thức: fund, unit."),
    Translation(
      "number",
      "số hiệu"),
    Translation(
      "regime",
      "chế độ kế toán"),
    Translation(
      "no number",
      "không có số hiệu"),
    Translation(
      "Every fund balances.",
      "Mọi quỹ đều cân đối."),
    Translation(
      "THE FUNDS DO NOT BALANCE.",
      "CÁC QUỸ KHÔNG CÂN ĐỐI."),
    Translation(
      "gross credit",
      "Có trước điều chỉnh"),
    Translation(
      "gross debit",
      "Nợ trước điều chỉnh"),
    Translation(
      "reversed",
      "đã đảo"),
    // Sources/benefit-ledger/Commands/UserCommand.swift
    Translation(
      "Added {1}, {2}; his key is in {3}.",
      "Đã thêm {1}, vai trò {2}; khoá nằm trong tệp {3}."),
    Translation(
      "Revoked {1}, {2}.",
      "Đã thu hồi quyền của {1}, vai trò {2}."),
    Translation(
      "The ledger has no users.",
      "Sổ chưa có người dùng nào."),
    Translation(
      "public key",
      "khoá công khai"),
    Translation(
      "role",
      "vai trò"),
    Translation(
      "user",
      "người dùng"),
    Translation(
      "revoked",
      "bị thu hồi quyền"),
  ]
}
