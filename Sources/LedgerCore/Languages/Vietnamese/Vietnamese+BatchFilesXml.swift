extension Vietnamese {
  /// Messages of reading XML.
  static let batchFilesXml: [Translation] = [
    // Sources/BatchFiles/Xml/XmlReader+Faults.swift
    Translation(
      "Ask whoever made the file for a new one.",
      "Đề nghị nơi lập gửi tệp mới."),
    Translation(
      "Open the workbook in Excel and save it again.",
      "Mở sổ tính bằng Excel và lưu lại."),
    Translation(
      "Programs that write such files do not need it: save the file with another program.",
      "Chương trình ghi loại tệp này không cần đến nội dung đó: lưu tệp bằng chương trình khác."),
    Translation(
      "The XML cannot be read: {1}.",
      "Không đọc được XML: {1}."),
    Translation(
      "The workbook's part {1} cannot be read: {2} (line {3}, column {4}).",
      "Không đọc được phần {1} của sổ tính: {2} (dòng {3}, cột {4})."),
    // Sources/BatchFiles/Xml/XmlReader+Namespaces.swift
    Translation(
      "a prefix is declared that cannot be one",
      "có khai báo tiền tố không hợp lệ"),
    Translation(
      "a name has a colon where none can be",
      "có tên chứa dấu hai chấm không đúng chỗ"),
    Translation(
      "the prefix of a name is not declared",
      "tiền tố của tên chưa được khai báo"),
    Translation(
      "the name of a namespace is too long",
      "tên của không gian tên quá dài"),
    Translation(
      "a prefix is declared to stand for nothing",
      "có tiền tố được khai báo với giá trị rỗng"),
    Translation(
      "more than {1} prefixes are declared",
      "có hơn {1} tiền tố được khai báo"),
    // Sources/BatchFiles/Xml/XmlReader+Tags.swift
    Translation(
      "a tag is not closed",
      "có thẻ chưa đóng"),
    Translation(
      "a tag has something else in it than attributes",
      "trong thẻ có nội dung không phải là thuộc tính"),
    Translation(
      "an XML declaration is not at the beginning",
      "khai báo XML không nằm ở đầu tệp"),
    Translation(
      "it has a document type or declares entities, which are never followed",
      """
      có khai báo kiểu tài liệu (DOCTYPE) hoặc thực thể (entity), là nội dung không bao giờ được \
      đọc
      """),
    Translation(
      "there is a “<” that begins no tag",
      "có dấu “<” không mở thẻ nào"),
    Translation(
      "a name is too long",
      "có tên quá dài"),
    Translation(
      "an element has more than {1} attributes",
      "có phần tử mang hơn {1} thuộc tính"),
    Translation(
      "an attribute has no value",
      "có thuộc tính không có giá trị"),
    Translation(
      "an attribute's value is not in quotes",
      "giá trị của thuộc tính không đặt trong dấu ngoặc kép"),
    Translation(
      "there is a “<” in an attribute's value",
      "có dấu “<” trong giá trị của thuộc tính"),
    Translation(
      "an attribute is there twice",
      "có thuộc tính xuất hiện hai lần"),
    // Sources/BatchFiles/Xml/XmlReader+Text.swift
    Translation(
      "it is UTF-16 or UTF-32, not UTF-8",
      "tài liệu là UTF-16 hoặc UTF-32, không phải UTF-8"),
    Translation(
      "its encoding is {1}, not UTF-8",
      "bảng mã là {1}, không phải UTF-8"),
    Translation(
      "it is not XML 1.0",
      "tài liệu không phải XML 1.0"),
    Translation(
      "its declaration is not of its form",
      "phần khai báo không đúng dạng"),
    Translation(
      "there is a control character",
      "có ký tự điều khiển"),
    Translation(
      "it has bytes that are not UTF-8",
      "có byte không phải UTF-8"),
    Translation(
      "there is an “&” that begins no reference",
      "có dấu “&” không mở đầu tham chiếu ký tự nào"),
    Translation(
      "a reference names no character",
      "có tham chiếu không chỉ ký tự nào"),
    Translation(
      "it uses an entity that is not one of XML's own",
      "dùng thực thể (entity) không phải của chính XML"),
    // Sources/BatchFiles/Xml/XmlReader.swift
    Translation(
      "there is text outside the root element",
      "có văn bản nằm ngoài phần tử gốc"),
    Translation(
      "the document is cut short",
      "tài liệu bị cắt cụt"),
    Translation(
      "elements lie more than {1} deep in one another",
      "các phần tử lồng nhau sâu hơn {1} cấp"),
    Translation(
      "there is a second root element",
      "có phần tử gốc thứ hai"),
    Translation(
      "an element is closed that was not opened",
      "có thẻ đóng của phần tử chưa mở"),
    Translation(
      "an element is closed by another name",
      "có phần tử được đóng bằng tên khác"),
    Translation(
      "a tag or a text has more than {1} bytes",
      "có thẻ hoặc đoạn văn bản dài hơn {1} byte"),
  ]
}
