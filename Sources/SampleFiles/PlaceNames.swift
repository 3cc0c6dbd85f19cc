/// Names of districts and communes, made of two syllables that such names are really made of.
struct PlaceNames {
  private static let firsts = WordList(
    spaced: """
      An Bình Cẩm Châu Diễn Đại Đông Đồng Đức Giao Hải Hoà Hoằng Hồng Hưng Khánh Kim Lộc Long Minh Mỹ
      Nam Nghi Nga Ngọc Nhơn Phú Phước Quảng Quỳnh Sơn Tam Tân Thái Thanh Thạch Thiệu Thọ Thuỷ Tiên
      Trung Trường Tuy Văn Vĩnh Xuân Yên
      """)
  private static let seconds = WordList(
    spaced: """
      An Bình Châu Cường Điền Đông Giang Hà Hải Hậu Hiệp Hoà Hưng Khánh Khê Lâm Lạc Lập Lộc Long Lương
      Mỹ Nam Nghĩa Ninh Phong Phú Phúc Phước Quang Quý Sơn Tân Tây Thắng Thành Thịnh Thọ Thuận Thuỷ
      Tiến Trạch Trung Trường Văn Viên Vĩnh Vượng Xá Yên
      """)
  /// All pairs but those that say one syllable twice: `An An` is no place.
  private static let pairs: [(first: Int, second: Int)] = (0..<firsts.count).flatMap { first in
    (0..<seconds.count).filter { firsts[first] != seconds[$0] }.map { (first, $0) }
  }
  private let order: Permutation

  /// Names for one province; another province gets them in another order.
  init(seed: UInt64, province: Int) {
    order = Permutation(
      count: Self.pairs.count, seed: mix(seed &+ UInt64(province)), purpose: "places")
  }

  /// The name of a number; the same name comes again only after all others.
  func callAsFunction(_ number: Int) -> String {
    let pair = Self.pairs[order(number % Self.pairs.count)]
    return "\(Self.firsts[pair.first]) \(Self.seconds[pair.second])"
  }
}
