import LedgerCore

@testable import BatchFiles

/// A workbook made by hand, as Excel and others write them, or as they never would.
struct MadeBook {
  enum Cell {
    case empty
    case shared(String)
    case inline(String)
    case number(String)
    case date(Int)
    case flag(Bool)
    case error(String)
    case formula(String, String)
    case raw(String)
  }

  struct Row {
    var number: Int?
    var isHidden = false
    var cells: [Cell]
  }

  var rows: [Row] = []
  var sheets: [(name: String, state: String?)] = [("Sheet1", nil)]
  var countsFrom1904 = false
  var beforeData = ""
  var afterData = ""
  var prefix = ""
  /// Parts that stand in for those made here; nil leaves one out.
  var parts: [String: String?] = [:]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  init(_ rows: [[Cell]] = []) { self.rows = rows.map { Row(cells: $0) } }

  /// The rows of a CSV whose numbers of amounts are numbers; the rest is shared text.
  init(csv text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first { $0.first?.hasPrefix("#") == false } ?? []
    rows = lines.map { line in
      Row(
        cells: line.enumerated().map { index, field in
          if field.isEmpty { return .empty }
          let isNumber = index < header.count && header[index] == "amount" && Int(field) != nil
          return isNumber ? .number(field) : .shared(field)
        })
    }
  }

  var bytes: [UInt8] { zip.bytes }

  var zip: MadeZip {
    var texts: [String] = []
    var index: [String: Int] = [:]
    var data = ""
    for (place, row) in rows.enumerated() {
      let number = row.number ?? place + 1
      data += "<row r=\"\(number)\"\(row.isHidden ? " hidden=\"1\"" : "")>"
      for (column, cell) in row.cells.enumerated() {
        let name = "r=\"\(CellReference.letters(column + 1))\(number)\""
        switch cell {
        case .empty: continue
        case .shared(let text):
          if index[text] == nil {
            index[text] = texts.count
            texts.append(text)
          }
          data += "<c \(name) t=\"s\"><v>\(index[text] ?? 0)</v></c>"
        case .inline(let text):
          data += "<c \(name) t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
        case .number(let digits): data += "<c \(name)><v>\(digits)</v></c>"
        case .date(let day): data += "<c \(name) s=\"1\"><v>\(day)</v></c>"
        case .flag(let flag): data += "<c \(name) t=\"b\"><v>\(flag ? 1 : 0)</v></c>"
        case .error(let error): data += "<c \(name) t=\"e\"><v>\(error)</v></c>"
        case .formula(let formula, let value):
          data += "<c \(name)><f>\(Self.escaped(formula))</f><v>\(value)</v></c>"
        case .raw(let xml): data += xml
        }
      }
      data += "</row>"
    }
    var made: [String: String] = [
      "xl/sharedStrings.xml": """
      <sst xmlns="\(Self.main)">\(texts.map {
        "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>"
      }.joined())</sst>
      """,
      "xl/styles.xml": """
      <styleSheet xmlns="\(Self.main)"><numFmts><numFmt numFmtId="164" \
      formatCode="dd\\/mm\\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>
      """,
      "_rels/.rels": relations([("officeDocument", "/xl/workbook.xml")]),
      "xl/_rels/workbook.xml.rels": relations(
        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]),
      "xl/workbook.xml": """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><workbookPr\
      \(countsFrom1904 ? " date1904=\"1\"" : "")/><sheets>\(sheets.enumerated().map {
        "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\""
        + ($1.state.map { " state=\"\($0)\"" } ?? "") + " r:id=\"rId\($0 + 1)\"/>"
      }.joined())</sheets></workbook>
      """,
    ]
    for number in sheets.indices.map({ $0 + 1 }) {
      made["xl/worksheets/sheet\(number).xml"] = """
        <worksheet xmlns="\(Self.main)">\(beforeData)<sheetData>\(number == 1 ? data : "")\
        </sheetData>\(afterData)</worksheet>
        """
    }
    for (name, text) in parts { made[name] = text }
    let order = made.keys.sorted()
    return MadeZip(order.map { ($0, Array((made[$0] ?? "").utf8)) })
  }

  private func relations(_ list: [(kind: String, target: String)]) -> String {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns=\"\(namespace)\">"
      + list.enumerated().map {
        "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.office)/\($1.kind)\" Target=\"\($1.target)\"/>"
      }.joined() + "</Relationships>"
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Bytes of a workbook as a list is read.
func bookSource(_ book: MadeBook, sheet: String? = nil) throws(FileFault) -> BatchSource {
  try bookSource(book.bytes, sheet: sheet)
}

func bookSource(_ bytes: [UInt8], sheet: String? = nil) throws(FileFault) -> BatchSource {
  try BatchSource.memory(name: "due.xlsx", bytes: bytes).unpacked(sheet: sheet)
}

/// Why a workbook is refused as a whole; nil if it is not.
func bookFault(_ book: MadeBook, sheet: String? = nil) -> Diagnostic? {
  bookFault(book.bytes, sheet: sheet)
}

func bookFault(_ bytes: [UInt8], sheet: String? = nil) -> Diagnostic? {
  do {
    _ = try bookSource(bytes, sheet: sheet)
    return nil
  } catch {
    return error.diagnostic
  }
}
