/// The parts of a workbook that are the same in each, but for the names of its sheets.
enum XlsxParts {
  /// The formats of cells, by their place among `cellXfs`.
  static let titleStyle = 1
  static let groupedStyle = 2
  static let plainStyle = 3
  static let quotedStyle = 4
  static let textStyle = 5

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// What stands before the rows of a sheet: the frozen header and the widths.
  static func sheetBeginning(_ columns: [XlsxColumn], isFirst: Bool) -> String {
    var text = declaration + "<worksheet xmlns=\"\(main)\"><sheetViews>"
    text += "<sheetView \(isFirst ? "tabSelected=\"1\" " : "")workbookViewId=\"0\">"
    text += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
    text += "</sheetView></sheetViews>"
    if !columns.isEmpty {
      text += "<cols>"
      for (index, column) in columns.enumerated() {
        let width = min(max(column.width, column.title.count, 6), 60) + 2
        text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" "
        text += "customWidth=\"1\"/>"
      }
      text += "</cols>"
    }
    return text + "<sheetData>"
  }

  /// All other parts.
  static func fixed(sheets: [String]) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes(sheets.count)),
      ("_rels/.rels", topRelations),
      ("xl/workbook.xml", workbook(sheets)),
      ("xl/_rels/workbook.xml.rels", workbookRelations(sheets.count)),
      ("xl/styles.xml", styles),
    ]
  }

  private static func contentTypes(_ count: Int) -> String {
    var text = declaration + "<Types xmlns=\"\(packages)/content-types\">"
    text += "<Default Extension=\"rels\" "
    text += "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
    text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/>"
    for number in 1...count {
      text += "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" "
      text += "ContentType=\"\(types).worksheet+xml\"/>"
    }
    return text + "</Types>"
  }

  private static let topRelations =
    declaration + "<Relationships xmlns=\"\(packages)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>"
    + "</Relationships>"

  private static func workbook(_ sheets: [String]) -> String {
    var bytes: [UInt8] = []
    for (index, name) in sheets.enumerated() {
      bytes.append(contentsOf: "<sheet name=\"".utf8)
      XlsxNames.append(name, to: &bytes)
      bytes.append(
        contentsOf: "\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>".utf8)
    }
    return declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
      + String(decoding: bytes, as: UTF8.self) + "</sheets></workbook>"
  }

  private static func workbookRelations(_ count: Int) -> String {
    var text = declaration + "<Relationships xmlns=\"\(packages)/relationships\">"
    for number in 1...count {
      text += "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" "
      text += "Target=\"worksheets/sheet\(number).xml\"/>"
    }
    text += "<Relationship Id=\"rId\(count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
    return text + "</Relationships>"
  }

  private static let styles = """
    \(declaration)<styleSheet xmlns="\(main)"><fonts count="2">\
    <font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
    applyFont="1"/>\
    <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" \
    applyNumberFormat="1"/>\
    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
    </styleSheet>
    """
}
