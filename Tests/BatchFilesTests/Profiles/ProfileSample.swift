import LedgerCore
import Testing

@testable import BatchFiles

/// Tables as agencies and others make them.
enum ProfileSample {
  /// A C72a-HD list of two payment points, with sums, letters of columns and signatures: 10.400.000 đ.
  static let c72a = """
    BẢO HIỂM XÃ HỘI VIỆT NAM;;;;;;;;;
    BHXH thành phố;;;;;;;Mẫu số: C72a-HD;;
    ;;;;;;;Ngày 28 tháng 9 năm 2026;;
    DANH SÁCH CHI TRẢ LƯƠNG HƯU VÀ TRỢ CẤP BHXH HẰNG THÁNG;;;;;;;;;
    Tháng 10 năm 2026;;;;;;;;;

    STT;Họ và tên;Số sổ/Mã số BHXH;Loại chế độ;Lương hưu, trợ cấp;Phụ cấp;Khấu trừ;Tổng số tiền được nhận (đồng);Ký nhận;Ghi chú
    A;B;C;D;1;2;3;4=1+2-3;5;6
    I;Điểm chi trả: 79-00123 - Phường Bến Nghé;;;;;;;;
    1;Nguyễn Thị Đào;0123456789;Hưu trí;4.500.000;;;4.500.000;;
    2;Trần Văn Đức;0123456790;Hưu trí;5.200.000;;200.000;5.000.000;;
    ;Cộng;;;9.700.000;;;9.500.000;;
    II;Điểm chi trả: 79-00124 - Phường Đa Kao;;;;;;;;
    1;Lê Thị Hoa;079123456789;Tuất;900.000;;;900.000;;
    ;Cộng;;;900.000;;;900.000;;
    ;Tổng cộng;;;;;;10.400.000;;
    Số tiền bằng chữ: Mười triệu bốn trăm nghìn đồng;;;;;;;;;
    ;;;;;;;Ngày 28 tháng 9 năm 2026;;
    Người lập;;;Kế toán trưởng;;;;Giám đốc;;
    (Ký, họ tên);;;(Ký, họ tên);;;;(Ký, họ tên, đóng dấu);;
    Phạm Văn An;;;Vũ Thị Bình;;;;Đỗ Văn Cường;;

    """

  /// A short list with every column of its own: 1.734.567 đ.
  static let short = """
    Mã số BHXH;Họ tên;Chế độ;Tháng hưởng;Điểm chi trả;Số tiền
    0123456789;Nguyễn Thị Đào;Hưu trí;10/2026;79-00123;1.234.567
    0123456790;Trần Văn Đức;Hưu trí;10/2026;79-00123;500.000

    """

  /// Reads a table as a list of what is due; `isChecked` if no message may show a person's number.
  static func read(
    _ bytes: [UInt8], _ name: String = "c72a-hd", given: [ProfileConstant] = [],
    isChecked: Bool = true, change: (inout Profile) -> Void = { _ in }
  ) throws -> Outcome {
    var profile = try #require(BuiltInProfiles.profile(name))
    change(&profile)
    var reading = ListReading(profile)
    reading.given = given
    let list = try BatchSource.memory(name: "list.csv", bytes: bytes).list(reading, of: .due)
    let outcome = try readPayments(list)
    if isChecked { expectNothingPersonal(outcome.faults) }
    return outcome
  }

  static func read(
    _ text: String, _ name: String = "c72a-hd", given: [ProfileConstant] = [],
    change: (inout Profile) -> Void = { _ in }
  ) throws -> Outcome {
    try read(Array(text.utf8), name, given: given, change: change)
  }

  /// The profile that a file is, or what is wrong with it.
  static func profile(_ text: String) -> (profile: Profile?, found: [Found]) {
    let read = readProfile(source: .memory(name: "own.toml", bytes: Array(text.utf8)))
    return (read.profile, read.diagnosis.diagnostics.map { Found($0) })
  }
}
