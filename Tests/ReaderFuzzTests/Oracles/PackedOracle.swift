import CZlib
import LedgerCore

@testable import BatchFiles

/// Workbooks and compressed files.
enum PackedOracle {
  /// Whatever unpacks unpacks to the same a second time, and is a list like any other.
  static func unpacked(_ bytes: [UInt8]) throws {
    func unpacked() throws -> Reading<[UInt8]> {
      try Reading { try file(bytes).unpacked().rest() }
    }
    let one = try unpacked()
    try require(one == unpacked(), "a second unpacking differs")
    guard let text = one.value else { return }
    try require(text.count <= 1 << 24 || text.count <= 200 * bytes.count, "it grew too much")
    try ListOracle.check(try ListOracle.read(file(text), .due))
  }

  /// The bytes as the sheet of a workbook that is sound otherwise.
  static func sheet(_ bytes: [UInt8]) throws {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packages = "http://schemas.openxmlformats.org/package/2006"
    func relations(_ type: String, _ target: String) -> [UInt8] {
      Array(
        """
        <Relationships xmlns="\(packages)/relationships"><Relationship Id="r1" \
        Type="\(office)/\(type)" Target="\(target)"/></Relationships>
        """.utf8)
    }
    try unpacked(
      stored([
        (
          "[Content_Types].xml",
          Array("<Types xmlns=\"\(packages)/content-types\"></Types>".utf8)
        ), ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
        (
          "xl/workbook.xml",
          Array(
            """
            <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="S" sheetId="1" \
            r:id="r1"/></sheets></workbook>
            """.utf8)
        ), ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", bytes),
      ]))
  }

  /// An archive whose parts are not compressed.
  private static func stored(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ bytes: Int) -> [UInt8] {
      (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    for (name, bytes) in parts {
      let crc = Int(crc32(0, bytes, UInt32(bytes.count)))
      let sizes = number(crc, 4) + number(bytes.count, 4) + number(bytes.count, 4)
      let head =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes
        + number(name.utf8.count, 2) + number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + head + number(0, 2) + number(0, 4)
      directory += number(0, 4) + number(archive.count, 4) + Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + bytes
    }
    let start = archive.count
    archive += directory + [0x50, 0x4B, 5, 6] + number(0, 4)
    archive += number(parts.count, 2) + number(parts.count, 2) + number(directory.count, 4)
    return archive + number(start, 4) + number(0, 2)
  }
}
