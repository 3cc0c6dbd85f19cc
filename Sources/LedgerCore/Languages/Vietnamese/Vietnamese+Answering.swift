extension Vietnamese {
  /// Receipts, submissions, proposals and what several commands share.
  static let answering: [Translation] = [
    // Sources/benefit-ledger/Answering/AsKnownOption.swift
    Translation(
      "--as-known-at is a batch number.",
      "--as-known-at phải là số lô."),
    // Sources/benefit-ledger/Answering/AsOfOptions.swift
    Translation(
      ", as at {1}",
      ", tính đến ngày {1}"),
    Translation(
      ", as known at batch {1}",
      ", theo số liệu đã biết tại lô {1}"),
    Translation(
      "now",
      "nay"),
    Translation(
      "then",
      "khi đó"),
    // Sources/benefit-ledger/Answering/DiagnosisRendering.swift
    Translation(
      "warning: ",
      "cảnh báo: "),
    Translation(
      "{1} more warning is not listed.",
      "Còn {1} cảnh báo không liệt kê."),
    Translation(
      "{1} more mistake is not listed. By code:",
      "Còn {1} sai sót không liệt kê. Theo mã lỗi:"),
    // Sources/benefit-ledger/Answering/FileList.swift
    Translation(
      "The list {1} cannot be read: {2}.",
      "Không đọc được danh sách {1}: {2}."),
    Translation(
      "The list {1} is longer than 64 MiB.",
      "Danh sách {1} dài hơn 64 MiB."),
    Translation(
      "{1} is not a list of file names, one a line.",
      "{1} không phải là danh sách tên tệp, mỗi dòng một tên."),
    Translation(
      "If it is a list to be posted, name it without --files-from.",
      "Nếu đó là danh sách cần ghi sổ, ghi thẳng tên tệp, không dùng --files-from."),
    // Sources/benefit-ledger/Answering/PostingAnswer+Answer.swift
    Translation(
      "{1} file",
      "{1} tệp"),
    Translation(
      "{1} posted",
      "{1} đã ghi sổ"),
    Translation(
      "{1} with {2} submitted, to be approved",
      "{1} với {2} đã trình, chờ duyệt"),
    Translation(
      "{1} checked, nothing posted",
      "{1} đã kiểm tra, chưa ghi sổ"),
    Translation(
      "{1} posted before",
      "{1} đã ghi sổ từ trước"),
    Translation(
      "{1} submitted before",
      "{1} đã trình từ trước"),
    Translation(
      "{1} refused",
      "{1} bị từ chối"),
    Translation(
      "Stopped: {1}\n",
      "Đã dừng: {1}\n"),
    Translation(
      ", {1} left out",
      ", bỏ qua {1}"),
    Translation(
      "{1} held row",
      "{1} dòng bị tạm dừng"),
    Translation(
      " {1} in {2}.",
      " {1} được ghi ra {2}."),
    Translation(
      "{1} row at fault is",
      "{1} dòng có lỗi"),
    Translation(
      "date {1}, period {2}",
      "ngày {1}, kỳ {2}"),
    Translation(
      "{1}: posted before as batch {2}: {3}, {4}. Nothing new posted.",
      "{1}: đã ghi sổ từ trước thành lô {2}: {3}, {4}. Không ghi sổ gì thêm."),
    Translation(
      "{1}: posted as batch {2}: {3}, {4}, {5}, {6}, seal {7}…",
      "{1}: đã ghi sổ thành lô {2}: {3}, {4}, {5}, {6}, dấu niêm phong {7}…"),
    Translation(
      "{1} voucher",
      "{1} chứng từ"),
    Translation(
      "{1}: submitted before as submission {2}: {3}, {4}, {5}. Nothing posted yet: {6}",
      "{1}: đã trình từ trước thành hồ sơ trình duyệt {2}: {3}, {4}, {5}. Chưa ghi sổ: {6}"),
    Translation(
      "{1}: submitted as submission {2}: {3}, {4}, {5}. Nothing posted yet: {6}",
      "{1}: đã trình thành hồ sơ trình duyệt {2}: {3}, {4}, {5}. Chưa ghi sổ: {6}"),
    Translation(
      "{1}: submission {2} {3}, nothing of it is posted: {4}, {5}.",
      "{1}: hồ sơ trình duyệt {2} {3}, không ghi sổ dòng nào: {4}, {5}."),
    Translation(
      "{1}: checked, nothing posted: {2}, {3}, {4}.",
      "{1}: đã kiểm tra, chưa ghi sổ: {2}, {3}, {4}."),
    Translation(
      "{1}: refused, nothing of it is posted: {2}.{3}",
      "{1}: bị từ chối, không ghi sổ dòng nào: {2}.{3}"),
    Translation(
      "{1} mistake",
      "{1} sai sót"),
    Translation(
      "The file is refused.",
      "Tệp bị từ chối."),
    Translation(
      "{1} files are refused. The first: {2}",
      "Có {1} tệp bị từ chối. Lý do đầu tiên: {2}"),
    // Sources/benefit-ledger/Answering/PostingOptions.swift
    Translation(
      "The program itself makes batches of “{1}”, not a file.",
      "Lô “{1}” do chương trình tự lập, không ghi sổ từ tệp."),
    Translation(
      "Name at least one file.",
      "Nêu ít nhất một tệp."),
    Translation(
      "--reference, --count and --total are for one file.",
      "--reference, --count và --total chỉ dùng cho một tệp."),
    Translation(
      "A reference is 1 to 64 letters, digits or signs without spaces.",
      "Số tham chiếu gồm 1 đến 64 chữ cái, chữ số hoặc dấu, không có dấu cách."),
    Translation(
      "--count is never negative.",
      "--count không được âm."),
    Translation(
      "--total is never negative.",
      "--total không được âm."),
    Translation(
      "The list of files names none.",
      "Danh sách tệp không nêu tệp nào."),
    // Sources/benefit-ledger/Answering/ProfileOptions.swift
    Translation(
      "--encoding, --number and --set go with --profile.",
      "--encoding, --number và --set phải dùng cùng --profile."),
    Translation(
      "--set {1} is given twice.",
      "--set {1} được ghi hai lần."),
    // Sources/benefit-ledger/Answering/ProgressMeter.swift
    Translation(
      "{1} lines, {2} a second",
      "{1} dòng, {2} dòng/giây"),
    Translation(
      ", {1} of {2} files",
      ", {1}/{2} tệp"),
    Translation(
      ", {1} % of the file",
      ", {1} % tệp"),
    Translation(
      "{1} of {2} lines, {3} a second, {4} s left",
      "{1}/{2} dòng, {3} dòng/giây, còn {4} giây"),
    Translation(
      ", {1} s left",
      ", còn {1} giây"),
    // Sources/benefit-ledger/Answering/ProposalAnswer+Answer.swift
    Translation(
      "the same command",
      "cùng lệnh này"),
    Translation(
      "{1}: {2} asks for it by record {3}, and an approver other than {4} has to agree by {5}.",
      """
      {1}: {2} đã đề nghị theo bản ghi {3}, và phải có một người duyệt khác ngoài {4} đồng ý bằng \
      {5}.
      """),
    Translation(
      "\nRecord {1} of {2}, open too, asks for something else.",
      "\nBản ghi {1} của {2}, cũng còn mở, đề nghị việc khác."),
    // Sources/benefit-ledger/Answering/RecordAnswer+Answer.swift
    Translation(
      "{1}: taken in before as record {2}. Nothing new.",
      "{1}: đã nhập từ trước ở bản ghi {2}. Không có gì mới."),
    Translation(
      "{1}: the register has all {2} already. Nothing new.",
      "{1}: sổ đăng ký đã có đủ {2}. Không có gì mới."),
    Translation(
      "{1}: {2} added as record {3}, {4} known before.",
      "{1}: đã thêm {2} ở bản ghi {3}, {4} đã có từ trước."),
    Translation(
      "{1}: {2} added as record {3}.",
      "{1}: đã thêm {2} ở bản ghi {3}."),
    // Sources/benefit-ledger/Answering/Submission+Answer.swift
    Translation(
      "date",
      "ngày"),
    Translation(
      "lines",
      "số dòng"),
    Translation(
      "submission",
      "hồ sơ trình duyệt"),
    Translation(
      "file",
      "tệp"),
    Translation(
      "maker",
      "người lập"),
    Translation(
      "state",
      "trạng thái"),
    Translation(
      "total",
      "tổng cộng"),
    Translation(
      """
      Submission {1}: {2}, {3}: {4}
        date       {5}, period {6}
        reference  {7}
        maker      {8}, record {9}
        lines      {10}
        total      {11} đồng
        file       {12} bytes, SHA-256 {13}
        root       {14}

      """,
      """
      Hồ sơ trình duyệt {1}: {2}, {3}: {4}
        ngày           {5}, kỳ {6}
        số tham chiếu  {7}
        người lập      {8}, bản ghi {9}
        số dòng        {10}
        tổng số tiền   {11} đồng
        tệp            {12} byte, SHA-256 {13}
        mã gốc         {14}

      """),
    Translation(
      "single lines",
      "các dòng riêng lẻ"),
    Translation(
      "  corrects   {1}: {2}\n",
      "  điều chỉnh     {1}: {2}\n"),
    Translation(
      "  {1} by {2} on {3}, record {4}{5}\n",
      "  {1}, do {2} thực hiện ngày {3}, bản ghi {4}{5}\n"),
    Translation(
      "posted",
      "đã ghi sổ"),
    // Sources/benefit-ledger/Answering/SubmittedLines+Answer.swift
    Translation(
      "amount",
      "số tiền"),
    Translation(
      "line",
      "dòng"),
    Translation(
      "person",
      "người hưởng"),
    Translation(
      " (not that due)",
      " (khác số tài khoản khi xác lập phải chi)"),
    Translation(
      "{1} more; --json has all of them.\n",
      "Còn {1} nữa; --json cho đủ tất cả.\n"),
    // Sources/benefit-ledger/Answering/TotalsKey+Answer.swift
    Translation(
      "‘{1}’ is not a key. The keys are {2}.",
      "‘{1}’ không phải là tiêu thức tổng hợp. Các tiêu thức: {2}."),
    Translation(
      "event",
      "nghiệp vụ"),
    Translation(
      "site",
      "điểm chi trả"),
    Translation(
      "commune",
      "xã"),
    Translation(
      "district",
      "huyện"),
    Translation(
      "province",
      "tỉnh"),
    Translation(
      "month",
      "tháng hưởng"),
    Translation(
      "period",
      "kỳ"),
    Translation(
      "batch",
      "lô"),
    // Sources/benefit-ledger/Answering/UsageHint.swift
    Translation(
      "{1} is negative: numbers of rows, batches and đồng are written without a sign.\n",
      "{1} là số âm: số dòng, số lô và số đồng được ghi không có dấu.\n"),
    // Sources/benefit-ledger/Answering/Workbook/ReportingCommand.swift
    Translation(
      "Name another file with --xlsx, or move that one away.",
      "Chọn tệp khác bằng --xlsx, hoặc chuyển tệp kia đi chỗ khác."),
  ]
}
