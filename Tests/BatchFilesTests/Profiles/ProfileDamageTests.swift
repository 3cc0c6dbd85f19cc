import LedgerCore
import Testing

@testable import BatchFiles

/// A damaged table is refused, or is the payments that its sums say.
struct ProfileDamageTests {
  @Test(arguments: [UInt64.random(in: 0 ... .max), 20_261_122, 157_099_472_692_159_776])
  func `a damaged table never makes another total than it states`(_ seed: UInt64) throws {
    print("seed of the damaged tables: \(seed)")
    var random = SeededGenerator(state: seed)
    let valid = Array(ProfileSample.c72a.utf8)
    let stated = Array(";Tổng cộng;;;;;;10.400.000;;\n".utf8)
    let header = Array("\nSTT;Họ và tên;".utf8)
    var accepted = 0
    for _ in 0..<400 {
      let bytes = corrupted(valid, &random)
      do {
        // Damage can make an amount of a person's digits, and the digits of an amount are shown.
        let outcome = try ProfileSample.read(bytes, isChecked: false)
        guard !outcome.faults.hasFaults else { continue }
        #expect(outcome.total == outcome.lines.reduce(0) { $0 + $1.amount })
        // A copy of the sum among the titles states nothing.
        guard let header = bytes.firstRange(of: header),
          bytes[header.upperBound...].firstRange(of: stated) != nil
        else { continue }
        accepted += 1
        #expect(outcome.total == 10_400_000)
      } catch is FileFault {
        // Refused as a whole.
      }
    }
    #expect(accepted > 0, "some damage is in words that are not read")
  }

  @Test func `what stands to the right of the header is no amount that was cut short`() throws {
    let row = "2;Trần Văn Đức;0123456790;Hưu trí;5.200.000;;200.000;5.000.000;;\n"
    #expect(ProfileSample.c72a.contains(row))
    // A piece of the file is lost, and the next line stands behind an amount of 5 đồng.
    let cut = "2;Trần Văn Đức;0123456790;Hưu trí;5.200.000;;200.000;5;Tổng cộng;;;;;;10.400.000;;\n"
    let outcome = try ProfileSample.read(ProfileSample.c72a.replacing(row, with: cut))
    #expect(outcome.found.first == Found(.rowRagged, 11, 3))
    // Separators behind which there is nothing are no harm.
    let wide = String(row.dropLast()) + ";;;\n"
    #expect(try ProfileSample.read(ProfileSample.c72a.replacing(row, with: wide)).found == [])
  }

  @Test func `endless rows, columns, cells and heads are refused within bounds`() throws {
    let header = "Mã số BHXH;Họ tên;Chế độ;Tháng hưởng;Điểm chi trả;Số tiền\n"
    let long = String(repeating: "x", count: 10_000_000)
    for text in [
      header + "0123456789;" + long, header + "\"" + long, long,
      header + String(repeating: ";", count: 1_000_000),
    ] {
      let fault = #expect(throws: FileFault.self) { try ProfileSample.read(text) }
      #expect(fault?.diagnostic.code == .lineTooLong)
    }
    let head = String(repeating: "x;y\n", count: 100_000) + header
    let fault = #expect(throws: FileFault.self) { try ProfileSample.read(head) }
    #expect(fault?.diagnostic.code == .headerNotFound)
  }

  @Test func `control characters are not taken for the marks of a workbook`() throws {
    let text = ProfileSample.short.replacing("0123456790", with: "\u{1}0123456790")
    #expect(try ProfileSample.read(text).found == [Found(.forbiddenCharacter, 3, 1)])
    let nul = ProfileSample.short.replacing("0123456790", with: "\u{0}0123456790")
    #expect(try ProfileSample.read(nul).found == [Found(.nulByte, 3, 1)])
  }

  @Test func `what is not UTF-8 in a file that says it is, is reported where it stands`() throws {
    var bytes = Array(ProfileSample.short.utf8)
    let at = try #require(bytes.firstRange(of: Array("Trần".utf8))).lowerBound
    bytes[at] = 0xFF
    let outcome = try ProfileSample.read(bytes) { $0.encoding = .utf8 }
    #expect(outcome.found == [Found(.invalidUTF8, 3, 2)])
  }

  @Test func `a file without its last line end is warned of unless a sum proves it whole`() throws {
    let cut = String(ProfileSample.short.dropLast())
    #expect(try ProfileSample.read(cut).found.map(\.code) == [.lastLineNotEnded])
    let summed = cut + "\n;Tổng cộng;;;;1.734.567"
    #expect(try ProfileSample.read(summed).found == [])
  }
}
