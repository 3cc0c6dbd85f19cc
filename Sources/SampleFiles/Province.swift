/// A province or centrally run city as it was before the reform of July 2025.
struct Province: Sendable {
  /// The code of the General Statistics Office, which personal numbers begin with after a zero.
  let code: Int
  /// The name without its kind.
  let name: String
  /// The people living there in thousands, about 2022; sites and persons are spread by it.
  let population: Int
  /// Whether it is a centrally run city (thành phố trực thuộc trung ương).
  let isCity: Bool

  private init(_ code: Int, _ name: String, _ population: Int, isCity: Bool = false) {
    (self.code, self.name, self.population, self.isCity) = (code, name, population, isCity)
  }

  /// The two digits of the code, which every code of a unit there begins with.
  var digits: String { padded(code, 2) }

  /// The place of Nghệ An in ``all``.
  static let ngheAn = 26

  /// The 63 in order of their codes.
  static let all: [Province] = [
    Province(1, "Hà Nội", 8435, isCity: true), Province(2, "Hà Giang", 893),
    Province(4, "Cao Bằng", 543), Province(6, "Bắc Kạn", 324), Province(8, "Tuyên Quang", 805),
    Province(10, "Lào Cai", 770), Province(11, "Điện Biên", 635), Province(12, "Lai Châu", 482),
    Province(14, "Sơn La", 1300), Province(15, "Yên Bái", 848), Province(17, "Hoà Bình", 875),
    Province(19, "Thái Nguyên", 1336), Province(20, "Lạng Sơn", 802),
    Province(22, "Quảng Ninh", 1363), Province(24, "Bắc Giang", 1891),
    Province(25, "Phú Thọ", 1517), Province(26, "Vĩnh Phúc", 1198),
    Province(27, "Bắc Ninh", 1488), Province(30, "Hải Dương", 1946),
    Province(31, "Hải Phòng", 2088, isCity: true), Province(33, "Hưng Yên", 1290),
    Province(34, "Thái Bình", 1879), Province(35, "Hà Nam", 878),
    Province(36, "Nam Định", 1877), Province(37, "Ninh Bình", 1010),
    Province(38, "Thanh Hoá", 3722), Province(40, "Nghệ An", 3416),
    Province(42, "Hà Tĩnh", 1324), Province(44, "Quảng Bình", 919),
    Province(45, "Quảng Trị", 651), Province(46, "Thừa Thiên Huế", 1160),
    Province(48, "Đà Nẵng", 1220, isCity: true), Province(49, "Quảng Nam", 1519),
    Province(51, "Quảng Ngãi", 1245), Province(52, "Bình Định", 1506),
    Province(54, "Phú Yên", 877), Province(56, "Khánh Hoà", 1254),
    Province(58, "Ninh Thuận", 598), Province(60, "Bình Thuận", 1252),
    Province(62, "Kon Tum", 580), Province(64, "Gia Lai", 1591), Province(66, "Đắk Lắk", 1918),
    Province(67, "Đắk Nông", 671), Province(68, "Lâm Đồng", 1332),
    Province(70, "Bình Phước", 1035), Province(72, "Tây Ninh", 1188),
    Province(74, "Bình Dương", 2763), Province(75, "Đồng Nai", 3256),
    Province(77, "Bà Rịa - Vũng Tàu", 1176), Province(79, "Hồ Chí Minh", 9390, isCity: true),
    Province(80, "Long An", 1734), Province(82, "Tiền Giang", 1785),
    Province(83, "Bến Tre", 1298), Province(84, "Trà Vinh", 1020),
    Province(86, "Vĩnh Long", 1029), Province(87, "Đồng Tháp", 1600),
    Province(89, "An Giang", 1906), Province(91, "Kiên Giang", 1752),
    Province(92, "Cần Thơ", 1252, isCity: true), Province(93, "Hậu Giang", 728),
    Province(94, "Sóc Trăng", 1198), Province(95, "Bạc Liêu", 921), Province(96, "Cà Mau", 1208),
  ]
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
