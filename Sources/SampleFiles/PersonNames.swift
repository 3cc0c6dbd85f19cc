/// Vietnamese full names: surname, middle name, sometimes a second one, given name.
struct PersonNames: Sendable {
  private let surnames: WordList
  /// A surname for each of a thousand persons, so that one draw respects how common each is.
  private let surnameOfThousand: [Int]
  private let maleMiddles = WordList(
    spaced: "Đức Hữu Xuân Minh Quang Công Đình Ngọc Thanh Quốc Thế Trọng Duy Anh Hoàng Bá Viết Mạnh"
  )
  private let femaleMiddles = WordList(
    spaced: "Ngọc Thu Thanh Kim Minh Phương Hồng Bích Mỹ Tuyết Lan Hoài Xuân Diệu Quỳnh Thuỳ Như")
  private let maleGivens = WordList(
    spaced: """
      Hùng Dũng Cường Tuấn Anh Minh Hải Sơn Thắng Long Nam Hoà Bình Thành Tâm Quang Đức Phúc Lợi Lộc
      Thọ Khánh Trung Kiên Vinh Hiếu Nghĩa Dương Giang Hoàng Huy Khang Khoa Lâm Mạnh Nhân Phong Phú
      Quân Quý Sang Tài Tân Thái Thiện Thịnh Tiến Toàn Trí Trường Tùng Việt Vũ Chiến Định Đạt Khải Ân
      """)
  private let femaleGivens = WordList(
    spaced: """
      Lan Hoa Hương Mai Hồng Thuỷ Nga Hà Thảo Linh Trang Yến Dung Hạnh Hiền Hằng Huệ Liên Loan Lý Ngân
      Ngọc Nguyệt Nhung Oanh Phương Phượng Quyên Tâm Thanh Thoa Thu Thư Thuận Trinh Tuyết Vân Vy Xuân
      Xuyến Anh Ánh Bình Châu Chi Cúc Diễm Diệp Đào Giang Khánh Kiều Mận Minh My Nhàn Sen Thắm Út
      """)
  private let joints = WordList(["Văn", "Thị"])

  init() {
    let perThousand: [(String, Int)] = [
      ("Nguyễn", 380), ("Trần", 120), ("Lê", 95), ("Phạm", 65), ("Hoàng", 35), ("Huỳnh", 25),
      ("Phan", 40), ("Vũ", 25), ("Võ", 20), ("Đặng", 22), ("Bùi", 22), ("Đỗ", 18), ("Hồ", 15),
      ("Ngô", 14), ("Dương", 12), ("Lý", 9), ("Đinh", 9), ("Trịnh", 7), ("Đoàn", 7), ("Lâm", 6),
      ("Mai", 6), ("Trương", 8), ("Đào", 6), ("Cao", 5), ("Hà", 5), ("Lương", 5), ("Tạ", 4),
      ("Tô", 3), ("Nông", 3), ("Châu", 3), ("Thái", 2), ("Quách", 2), ("Vi", 1), ("Giàng", 1),
    ]
    surnames = WordList(perThousand.map(\.0))
    surnameOfThousand = perThousand.indices.flatMap { index in
      Array(repeating: index, count: perThousand[index].1)
    }
  }

  /// Writes the name that the draws make, the same from the same draws.
  func write(isFemale: Bool, draws: inout SplitMix64, to writer: ByteWriter) {
    let surname = surnameOfThousand[draws.next(below: surnameOfThousand.count)]
    writer.word(surname, of: surnames)
    space(writer)
    let middle = draws.next(below: 100)
    if middle < 55 {
      writer.word(isFemale ? 1 : 0, of: joints)
      space(writer)
    }
    if middle >= 40 {
      let middles = isFemale ? femaleMiddles : maleMiddles
      writer.word(draws.next(below: middles.count), of: middles)
      space(writer)
    }
    let givens = isFemale ? femaleGivens : maleGivens
    writer.word(draws.next(below: givens.count), of: givens)
  }

  private func space(_ writer: ByteWriter) { writer.byte(UInt8(ascii: " ")) }
}
