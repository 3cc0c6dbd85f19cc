extension Vietnamese {
  /// Messages of reading chart files.
  static let batchFilesChart: [Translation] = [
    // Sources/BatchFiles/Chart/ChartReader+Limit.swift
    Translation(
      "A limit is for due: the steps after it have its amount.",
      "Giới hạn chỉ đặt cho due: các bước sau có cùng số tiền đó."),
    Translation(
      "Delete the line.",
      "Xoá dòng này."),
    Translation(
      "The limit is in đồng and has no share of a parameter.",
      "Giới hạn tính bằng đồng, không theo tỷ lệ của tham số."),
    Translation(
      "Delete the line, or write warn_times or hold_times.",
      "Xoá dòng này, hoặc ghi warn_times hoặc hold_times."),
    Translation(
      "The limit has no amount.",
      "Giới hạn không có số tiền."),
    Translation(
      "Add warn or hold in đồng, or warn_times or hold_times of a parameter.",
      "Thêm warn hoặc hold tính bằng đồng, hoặc warn_times hoặc hold_times của một tham số."),
    Translation(
      " and ",
      " và "),
    Translation(
      "The limit says {1}.",
      "Giới hạn ghi cả {1}."),
    // Sources/BatchFiles/Chart/ChartReader+Rows.swift
    Translation(
      "Correct from or to; to is the last it holds.",
      "Sửa from hoặc to; to là thời điểm cuối cùng còn hiệu lực."),
    Translation(
      "It ends before it begins.",
      "Thời điểm kết thúc đứng trước thời điểm bắt đầu."),
    Translation(
      "{1} is no name of a parameter.",
      "{1} không phải là tên tham số."),
    Translation(
      "Write at most 40 lower-case letters, digits and hyphens, such as \"reference-level\".",
      "Ghi nhiều nhất 40 chữ cái thường, chữ số và dấu gạch nối, ví dụ \"reference-level\"."),
    Translation(
      "confidence cannot be {1}.",
      "confidence không thể là {1}."),
    Translation(
      "Write \"low\" where the source is unsure; leave it out otherwise.",
      "Ghi \"low\" nếu nguồn chưa chắc chắn; nếu không thì bỏ mục này."),
    // Sources/BatchFiles/Chart/ChartReader+Rule.swift
    Translation(
      "{1} is the same in a later year.",
      "{1} ở năm sau vẫn hạch toán như cũ."),
    Translation(
      "Only what takes back an expense has other accounts then: delete the line.",
      "Chỉ nghiệp vụ giảm chi mới có tài khoản khác ở năm sau: xoá dòng này."),
    Translation(
      "{1} moves money without a person, so it has no {2}.",
      "{1} ghi khoản tiền không theo người hưởng nên không có {2}."),
    Translation(
      "The accounts of {1} are those of its file.",
      "Tài khoản của {1} là tài khoản ghi trong tệp của nghiệp vụ đó."),
    Translation(
      "Delete the rule.",
      "Xoá quy tắc này."),
    Translation(
      "It comes from: {1}.",
      "Các trạng thái trước hợp lệ: {1}."),
    Translation(
      "{1} never comes from {2}.",
      "{1} không bao giờ phát sinh từ {2}."),
    Translation(
      "{1} has other accounts for each state it comes from.",
      "{1} có tài khoản khác nhau tuỳ theo trạng thái trước đó."),
    Translation(
      "Add a line from = …: {1}.",
      "Thêm dòng from = …: {1}."),
    Translation(
      "A rule names no fund: a voucher lies inside one fund, that of the payment.",
      "Quy tắc không ghi quỹ: mỗi chứng từ nằm trong một quỹ, là quỹ của khoản chi."),
    Translation(
      """
      What one fund owes another is a pair of vouchers, through due-to and due-from: delete \
      the line.
      """,
      """
      Khoản một quỹ nợ quỹ khác được ghi bằng một cặp chứng từ, qua due-to và due-from: xoá dòng \
      này.
      """),
    // Sources/BatchFiles/Chart/ChartReader.swift
    Translation(
      "Add [chart] with a name and a source.",
      "Thêm [chart] với name và source."),
    Translation(
      "The chart has no [chart].",
      "Tệp quy tắc hạch toán không có [chart]."),
    Translation(
      "Write it once, as a table: [chart]",
      "Chỉ ghi một lần, dưới dạng bảng: [chart]"),
    Translation(
      "chart is {1}.",
      "chart là {1}."),
    Translation(
      "A chart has no {1}.",
      "Tệp quy tắc hạch toán không có {1}."),
    Translation(
      "It has [chart], {1}.",
      "Các bảng hợp lệ: [chart], {1}."),
    Translation(
      "Each row has a header of its own: [[{1}]]",
      "Mỗi dòng có tiêu đề riêng: [[{1}]]"),
    Translation(
      "There are {1} rows [[{2}]]; at most {3} are read.",
      "Có {1} dòng [[{2}]]; chỉ đọc nhiều nhất {3} dòng."),
    Translation(
      "Leave out what no longer holds.",
      "Bỏ những nội dung không còn hiệu lực."),
    // Sources/BatchFiles/Chart/ReadChart.swift
    Translation(
      "The file is empty.",
      "Tệp rỗng."),
    Translation(
      "Check the name; the copy may have failed.",
      "Kiểm tra lại tên tệp; việc chép tệp có thể đã bị lỗi."),
  ]
}
