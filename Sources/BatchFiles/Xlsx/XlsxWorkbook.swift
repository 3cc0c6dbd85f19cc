import LedgerCore

/// What a workbook says of itself: its sheets, and where its days are counted from.
struct XlsxWorkbook {
  struct Sheet {
    var name: String
    var part: String
    var isVisible: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false
  /// The parts with shared texts and formats, if there are any.
  private(set) var sharedPart: String?
  private(set) var stylesPart: String?

  init(_ package: XlsxPackage) throws(FileFault) {
    let top = try package.relations(of: "")
    let part = top.values.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    guard let xml = try package.open(part) else { throw Self.otherKind(package) }
    let relations = try package.relations(of: part)
    for relation in relations.values {
      if relation.kind == "sharedStrings" { sharedPart = relation.target }
      if relation.kind == "styles" { stylesPart = relation.target }
    }
    while true {
      switch try xml.next() {
      case .finished: return
      case .start where xml.depth == 1:
        guard xml.isNamed("workbook"), Self.isSpreadsheet(xml) else {
          throw Self.otherKind(package)
        }
      case .start where xml.depth == 2 && xml.isNamed("workbookPr"):
        let flag = try xml.textValue("date1904")
        countsFrom1904 = flag == "1" || flag == "true"
      case .start where xml.depth == 3 && xml.isNamed("sheet"):
        try readSheet(xml, relations, package)
      default: continue
      }
    }
  }

  /// The sheet of a name, or the only one that is not hidden.
  func sheet(_ name: String?, of file: String) throws(FileFault) -> Sheet {
    if let name {
      guard let found = sheets.first(where: { $0.name == name }) else {
        throw .sheetNotChosen(
          file, "The workbook has no sheet \(Shown.plain(name)).", sheets.map(\.name))
      }
      return found
    }
    let visible = sheets.filter(\.isVisible)
    guard let first = visible.first else {
      throw .sheetNotChosen(file, "The workbook has no sheet that is not hidden.", [])
    }
    guard visible.count == 1 else {
      throw .sheetNotChosen(
        file, "The workbook has \(visible.count) sheets; nothing says which is the list.",
        visible.map(\.name))
    }
    return first
  }

  /// Whether the element is of a spreadsheet, as Excel writes it or as ISO 29500 “strict” does.
  static func isSpreadsheet(_ xml: XmlReader) -> Bool {
    let namespace = xml.namespace
    return namespace == "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      || namespace == "http://purl.oclc.org/ooxml/spreadsheetml/main"
  }

  private mutating func readSheet(
    _ xml: XmlReader, _ relations: [String: XlsxPackage.Relation], _ package: XlsxPackage
  ) throws(FileFault) {
    guard sheets.count < package.bounds.items else {
      throw .workbookMalformed(package.file, "it has too many sheets")
    }
    let name = try xml.textValue("name") ?? ""
    let state = try xml.textValue("state") ?? "visible"
    guard let id = try xml.value(prefixed: "id").map({ String(decoding: $0, as: UTF8.self) }),
      let relation = relations[id]
    else { throw .workbookMalformed(package.file, "a sheet has no part of its own") }
    // Charts on a sheet of their own and dialogues hold no rows.
    guard relation.kind == "worksheet" else { return }
    sheets.append(Sheet(name: name, part: relation.target, isVisible: state == "visible"))
  }

  private static func otherKind(_ package: XlsxPackage) -> FileFault {
    let archive = package.archive
    if archive.entry("xl/workbook.bin") != nil {
      return .notAWorkbook(package.file, "a binary workbook (XLSB)")
    }
    if archive.entry("word/document.xml") != nil {
      return .notAWorkbook(package.file, "a Word document")
    }
    if archive.entry("content.xml") != nil {
      return .notAWorkbook(package.file, "an OpenDocument file (ODS)")
    }
    return .notAWorkbook(package.file, "a ZIP archive and no workbook")
  }
}
