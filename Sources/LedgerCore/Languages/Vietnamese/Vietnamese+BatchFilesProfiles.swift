extension Vietnamese {
  /// Messages of reading tables by a profile.
  static let batchFilesProfiles: [Translation] = [
    // Sources/BatchFiles/Profiles/NumberEvidence.swift
    Translation(
      "The amounts are written in different ways: {1}.",
      "Các số tiền được ghi theo những cách khác nhau: {1}."),
    Translation(
      "Write all amounts in one way. Parts of two files may have been put together.",
      "Ghi mọi số tiền theo một cách. Có thể các phần của hai tệp đã bị ghép lại với nhau."),
    Translation(
      "comma",
      "dấu phẩy"),
    Translation(
      "dot",
      "dấu chấm"),
    Translation(
      """
      {1} can be read in two ways: as {2} đồng, if the {3} stands between thousands, or as {4} \
      đồng and a fraction, if it is a decimal sign. No amount of the file says which.
      """,
      """
      {1} có thể đọc theo hai cách: là {2} đồng, nếu {3} phân cách hàng nghìn; hoặc là {4} đồng và \
      số lẻ, nếu đó là dấu thập phân. Không số tiền nào trong tệp cho biết cách nào đúng.
      """),
    Translation(
      "Say it with --number “{1}” or --number “{2}”, or in the profile.",
      "Chỉ rõ bằng --number “{1}” hoặc --number “{2}”, hoặc trong mẫu đọc."),
    // Sources/BatchFiles/Profiles/ProfileConversion.swift
    Translation(
      """
      Nothing says what the {1} of the rows is: no column, no title above the table, and not \
      the profile.
      """,
      """
      Không xác định được {1} của các dòng: không có cột, không có tiêu đề phía trên bảng, mẫu đọc \
      cũng không ghi.
      """),
    Translation(
      ", the ",
      ", "),
    Translation(
      "Say it with the command: {1}.",
      "Chỉ rõ trong lệnh: {1}."),
    Translation(same: "--set {1}=…"),
    Translation(
      "The {1} is a column of the file, and the command says {2}.",
      "{1} là một cột của tệp, còn lệnh ghi {2}."),
    Translation(
      "The {1} is {2} above the table, and the command says {3}.",
      "{1} phía trên bảng là {2}, còn lệnh ghi {3}."),
    Translation(
      "Find out which is right; leave the option out, or correct the file.",
      "Xác định giá trị đúng; bỏ tuỳ chọn trong lệnh, hoặc sửa tệp."),
    Translation(
      "The header is there again among the rows.",
      "Dòng tiêu đề lặp lại giữa các dòng."),
    Translation(
      "Two lists were put one after the other: read each by itself.",
      "Hai danh sách đã bị ghép nối tiếp nhau: đọc riêng từng danh sách."),
    Translation(
      "The sum in this row is {1} đ, its rows come to {2} đ; the difference is {3}.",
      "Số cộng ở dòng này là {1} đ, các dòng cộng lại được {2} đ; chênh lệch {3}."),
    Translation(
      "The sum in this row cannot be read.",
      "Không đọc được số cộng ở dòng này."),
    Translation(
      "A row is missing or an amount differs: ask the file's maker.",
      "Có dòng bị thiếu hoặc số tiền bị khác: hỏi lại nơi lập tệp."),
    Translation(
      "Look at the names.",
      "Kiểm tra lại họ tên."),
    Translation(
      "the letter Eth (Ð), which looks the same, was read as Đ",
      "chữ Eth (Ð), trông giống hệt, đã được đọc là Đ"),
    Translation(
      "zeros were put back that a spreadsheet had dropped from the personal number",
      "đã thêm lại các số 0 ở đầu mã số mà bảng tính làm mất"),
    Translation(
      "Have the list exported with the column as text.",
      "Đề nghị xuất lại danh sách với cột này là văn bản (Text)."),
    Translation(
      "In {1} {2}.",
      "Ở {1} (tính từ dòng này), {2}."),
    // Sources/BatchFiles/Profiles/ProfileGuess.swift
    Translation(
      "No row among the first {1} names a person's number and an amount.",
      "Trong {1} dòng đầu không có dòng nào nêu tên cột mã số và cột số tiền."),
    Translation(
      """
      Check the sheet and the encoding. `profile show c72a-hd` prints a profile to begin one \
      of your own with.
      """,
      """
      Kiểm tra trang tính và bảng mã. `profile show c72a-hd` in ra một mẫu đọc để từ đó lập mẫu \
      đọc riêng.
      """),
    // Sources/BatchFiles/Profiles/ProfileReader.swift
    Translation(
      "A profile has no {1}.",
      "Mẫu đọc không có {1}."),
    Translation(
      "It has [profile], [[column]], [[constant]], [[title]] and [[value]].",
      "Các bảng hợp lệ: [profile], [[column]], [[constant]], [[title]] và [[value]]."),
    Translation(
      "{1} is a column already.",
      "{1} đã được khai là một cột."),
    Translation(
      "The profile has no column for the {1}.",
      "Mẫu đọc không có cột cho {1}."),
    Translation(
      "Add [[column]] with field = \"{1}\" and its header.",
      "Thêm [[column]] với field = \"{1}\" và tiêu đề của cột."),
    Translation(
      "Add [profile] with a name, a source and a list.",
      "Thêm [profile] với name, source và list."),
    Translation(
      "The profile has no [profile].",
      "Mẫu đọc không có [profile]."),
    Translation(
      "The column has neither a header nor a place.",
      "Cột không có tiêu đề (header) và cũng không có vị trí (place)."),
    Translation(
      "Write what stands above it: header = [\"…\"]",
      "Ghi tiêu đề đứng trên cột: header = [\"…\"]"),
    Translation(
      "Only a person's number has a number of digits.",
      "Chỉ cột mã số mới có số chữ số (digits)."),
    Translation(
      "A list of this kind has no {1}.",
      "Danh sách loại này không có {1}."),
    Translation(
      "It has: {1}.",
      "Các trường hợp lệ: {1}."),
    Translation(
      "Each has a header of its own: [[{1}]]",
      "Mỗi bảng có tiêu đề riêng: [[{1}]]"),
    // Sources/BatchFiles/Profiles/ProfileSurvey.swift
    Translation(
      "Above the table the {1} is given as {2} and as {3}.",
      "Phía trên bảng, {1} được ghi vừa là {2} vừa là {3}."),
    Translation(
      "Correct the title, or give it a profile that does not read it.",
      "Sửa phần tiêu đề, hoặc dùng mẫu đọc không đọc tiêu đề đó."),
    Translation(
      "Two columns can be the {1}: {2}.",
      "Có hai cột đều có thể là {1}: {2}."),
    Translation(
      "Give the file a profile of its own that says which is meant, by its place.",
      "Lập mẫu đọc riêng cho tệp, chỉ rõ cột đúng bằng vị trí (place)."),
    Translation(
      "{1} not known to the profile “{2}”: {3}.",
      "{1} không thuộc mẫu đọc “{2}”: {3}."),
    Translation(
      "A column is",
      "Có cột"),
    Translation(
      "Columns are",
      "Có những cột"),
    Translation(
      """
      A column that is left out may hold money. If it is not needed, name it under ignore in a \
      profile of your own; `profile show {1}` prints this one to begin with.
      """,
      """
      Cột bị bỏ qua có thể chứa tiền. Nếu không cần cột đó, ghi tên cột vào ignore trong mẫu đọc \
      riêng; `profile show {1}` in ra mẫu đọc này để dùng làm cơ sở.
      """),
    Translation(
      """
      `profile guess` shows what the file is most like. Check the sheet, the encoding and how \
      many rows stand above the header.
      """,
      """
      `profile guess` cho biết tệp giống mẫu nào nhất. Kiểm tra trang tính, bảng mã và số dòng \
      phía trên dòng tiêu đề.
      """),
    Translation(
      "No row among the first {1} names the columns of the profile “{2}”.",
      "Trong {1} dòng đầu không có dòng nào nêu tên các cột của mẫu đọc “{2}”."),
    Translation(
      "The header has no column for: {1}.",
      "Dòng tiêu đề thiếu cột cho: {1}."),
    Translation(
      "no month ({1})",
      "không có trong lịch ({1})"),
    Translation(
      "{1} can be read in two ways: as a day of {2}. No day of the file says which.",
      """
      {1} có thể đọc theo hai cách: là ngày thuộc tháng {2}. Không ngày nào trong tệp cho biết \
      cách nào đúng.
      """),
    Translation(
      " or of ",
      " hoặc tháng "),
    Translation(
      "Days are written in two orders: {1}.",
      "Ngày được ghi theo hai thứ tự khác nhau: {1}."),
    Translation(
      "{1} on line {2}",
      "{1} ở dòng {2}"),
    Translation(
      "Say in the profile how days are written: date = \"dd/MM/yyyy\".",
      "Chỉ rõ cách ghi ngày trong mẫu đọc: date = \"dd/MM/yyyy\"."),
    Translation(
      "Write all days in one order.",
      "Ghi mọi ngày theo cùng một thứ tự."),
    // Sources/BatchFiles/Profiles/ProfileTable.swift
    Translation(
      "The file's encoding is not known.",
      "Không xác định được bảng mã của tệp."),
    Translation(
      "A row is missing or was changed: ask the bank for the statement again.",
      "Thiếu dòng hoặc dòng bị sửa: đề nghị ngân hàng gửi lại sao kê."),
    Translation(
      """
      The balance before the bookings is {1} đ in this row; the first booking begins with {2} \
      đ.
      """,
      "Số dư đầu ghi ở dòng này là {1} đ; bút toán đầu tiên bắt đầu từ {2} đ."),
    Translation(
      "The balance after the bookings is {1} đ in this row; the last booking ends with {2} đ.",
      "Số dư cuối ghi ở dòng này là {1} đ; sau bút toán cuối cùng là {2} đ."),
  ]
}
