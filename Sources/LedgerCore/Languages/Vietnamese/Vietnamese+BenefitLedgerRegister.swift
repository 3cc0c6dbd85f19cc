extension Vietnamese {
  /// Messages of the register of units and of making a ledger.
  static let benefitLedgerRegister: [Translation] = [
    // Sources/BenefitLedger/Register/BackdatedUnits.swift
    Translation(
      "{1} changes from {2} on, and {3}; as known at batch {4} they stay as they are.",
      "{1} thay đổi từ ngày {2}, và {3}; theo số liệu đã biết tại lô {4} thì vẫn giữ nguyên."),
    Translation(
      """
      {1} changes from {2} on, and period {3} is closed. No batch is shown otherwise, but \
      lists of units of those days will show {4} {5}.
      """,
      """
      {1} thay đổi từ ngày {2}, và kỳ {3} đã khoá sổ. Không lô nào được trình bày khác đi, nhưng \
      danh mục đơn vị của những ngày đó sẽ thể hiện {4} {5}.
      """),
    Translation(
      "If the day is right, nothing is wrong. If it is not, correct valid_from or valid_to.",
      "Nếu ngày đúng thì không có gì sai. Nếu không, sửa valid_from hoặc valid_to."),
    Translation(
      "{1} (closed)",
      "{1} (đã khoá sổ)"),
    Translation(
      "{1} and {2} more, {3} of them all closed,",
      "{1} và {2} kỳ nữa, trong đó cộng {3} kỳ đã khoá sổ,"),
    Translation(
      "{1} posted. Reports of {2} will show {3} {4}",
      "{1} đã ghi sổ. Báo cáo kỳ {2} sẽ thể hiện {3} {4}"),
    Translation(
      "{1} batch of such business dates is",
      "có {1} lô với ngày chứng từ như vậy"),
    Translation(
      "as open",
      "là đang hoạt động"),
    Translation(
      "as {1}",
      "là {1}"),
    Translation(
      "under {1}",
      "trực thuộc {1}"),
    Translation(
      "at the top",
      "ở cấp cao nhất"),
    Translation(
      "as a {1}",
      "thuộc loại {1}"),
    Translation(
      "as closed",
      "là đã ngừng hoạt động"),
    // Sources/BenefitLedger/Register/Ledger+Create.swift
    Translation(
      "A ledger under four eyes has an administrator from the first moment on.",
      "Sổ theo chế độ hai người duyệt phải có người quản trị ngay từ đầu."),
    Translation(
      "Name him and the file for his key with --user and --key.",
      "Nêu tên người quản trị và tệp cho khoá của người đó bằng --user và --key."),
    Translation(
      "make",
      "tạo"),
    Translation(
      "Choose another file with --ledger.",
      "Chọn tệp khác bằng --ledger."),
    Translation(
      "Cannot make {1}: the folder {2} does not exist.",
      "Không thể tạo {1}: thư mục {2} không tồn tại."),
    Translation(
      "Make the folder first, or name another file with --ledger.",
      "Tạo thư mục trước, hoặc chọn tệp khác bằng --ledger."),
    Translation(
      "Cannot {1} {2}: {3}.",
      "Không thể {1} {2}: {3}."),
    Translation(
      "open the folder of",
      "mở thư mục chứa"),
    Translation(
      "write the folder of",
      "ghi thư mục chứa"),
    // Sources/BenefitLedger/Register/Ledger+Units.swift
    Translation(
      "change the units",
      "thay đổi danh mục đơn vị"),
    // Sources/BenefitLedger/Register/RegisterChecks.swift
    Translation(
      "{1} is the code of {2} {3}",
      "{1} là mã của {2} {3}"),
    Translation(
      "until {1}.",
      "cho đến hết {1}."),
    Translation(
      "and stays so.",
      "và không có ngày kết thúc."),
    Translation(
      "Take another code, or say in valid_from a day on which that unit no longer has it.",
      "Chọn mã khác, hoặc ghi ở valid_from một ngày mà đơn vị đó không còn dùng mã này."),
    Translation(
      "the day before {1}",
      "ngày liền trước {1}"),
    Translation(
      "{1} passes from unit to unit in a circle on one day.",
      "Mã {1} được chuyển vòng tròn giữa các đơn vị trong cùng một ngày."),
    Translation(
      "Give one of the units another code first, by a file and a day of its own.",
      "Đổi mã một trong các đơn vị trước, bằng tệp riêng và ngày riêng."),
    Translation(
      " on {1}",
      " ngày {1}"),
    Translation(
      "The parent {1} of {2} ended{3}.",
      "Đơn vị cấp trên {1} của {2} đã ngừng hoạt động{3}."),
    Translation(
      "Write {1}, which took its place.",
      "Ghi {1}, là đơn vị kế thừa của đơn vị đó."),
    Translation(
      "Write the unit that {1} belongs to since then.",
      "Ghi đơn vị mà {1} trực thuộc từ ngày đó."),
    Translation(
      "{1} ends, but {2} units below it go on, such as {3}.",
      "{1} ngừng hoạt động, nhưng {2} đơn vị cấp dưới vẫn tiếp tục, chẳng hạn {3}."),
    Translation(
      "Name its successor, or move or close them in the same file.",
      "Nêu đơn vị kế thừa, hoặc chuyển hay đóng các đơn vị cấp dưới trong cùng tệp."),
    Translation(
      "{1} gives its place to {2}, which is not valid on {3}.",
      "{1} được kế thừa bởi {2}, là đơn vị không có hiệu lực vào ngày {3}."),
    Translation(
      "Name a unit that is valid on the day after.",
      "Nêu đơn vị có hiệu lực vào ngày sau đó."),
    Translation(
      "{1} is, through its successors and parents, its own successor.",
      "{1} qua các đơn vị kế thừa và đơn vị cấp trên lại là đơn vị kế thừa của chính nó."),
    Translation(
      "Correct the column successor.",
      "Sửa cột successor."),
    Translation(
      "{1} is, through its parents, its own parent.",
      "{1} qua các đơn vị cấp trên lại là đơn vị cấp trên của chính nó."),
    Translation(
      "Correct the column parent.",
      "Sửa cột parent."),
    // Sources/BenefitLedger/Register/RegisterImport.swift
    Translation(
      "The parent {1} of {2} is not known.",
      "Không có đơn vị cấp trên {1} của {2}."),
    Translation(
      "Add a row for {1}, or correct the parent.",
      "Thêm một dòng cho {1}, hoặc sửa đơn vị cấp trên (parent)."),
    Translation(
      "The successor {1} of {2} is not known.",
      "Không có đơn vị kế thừa {1} của {2}."),
    Translation(
      "Add a row for {1}, or correct the successor.",
      "Thêm một dòng cho {1}, hoặc sửa đơn vị kế thừa (successor)."),
    Translation(
      "{1} is its own successor.",
      "{1} là đơn vị kế thừa của chính nó."),
    Translation(
      "Name the unit that takes its place, or leave successor empty.",
      "Nêu đơn vị kế thừa, hoặc để trống cột successor."),
    Translation(
      "{1} is to end on {2}, but its last version began on {3}.",
      "{1} ngừng hoạt động ngày {2}, nhưng phiên bản gần nhất của đơn vị này bắt đầu từ ngày {3}."),
    Translation(
      "A version begins after the one before it; say from which later day it is so.",
      """
      Phiên bản mới phải bắt đầu sau phiên bản trước; ghi rõ thay đổi này có từ ngày nào muộn \
      hơn.
      """),
    Translation(
      "{1} differs from the register and has no valid_from.",
      "{1} khác với danh mục nhưng không có valid_from."),
    Translation(
      "Say in valid_from from which day it is so.",
      "Ghi ở valid_from thay đổi này có từ ngày nào."),
    Translation(
      "{1} changes on {2}, but its last version began on {3}.",
      "{1} thay đổi từ ngày {2}, nhưng phiên bản gần nhất của đơn vị này bắt đầu từ ngày {3}."),
    Translation(
      "A version begins after the one before it.",
      "Phiên bản mới phải bắt đầu sau phiên bản trước."),
    // Sources/BenefitLedger/Register/UnitMatch.swift
    Translation(
      "No unit has the code {1}, which {2} had.",
      "Không đơn vị nào có mã {1} là mã cũ của {2}."),
    Translation(
      "Correct formerly, or leave it empty for a new unit.",
      "Sửa cột formerly, hoặc để trống nếu là đơn vị mới."),
    Translation(
      "{1} was {2}, and so was {3} on line {4}.",
      "{1} trước đây là {2}, và {3} ở dòng {4} cũng vậy."),
    Translation(
      "One unit has one code: let one row go on with it, and open the other unit.",
      "Mỗi đơn vị chỉ có một mã: để một dòng tiếp tục đơn vị đó, và mở mới đơn vị kia."),
  ]
}
