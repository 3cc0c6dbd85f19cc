import LedgerCore

extension FileFault {
  /// A workbook whose parts do not fit together.
  static func workbookMalformed(_ name: String, _ why: Message) -> FileFault {
    FileFault(
      .workbookMalformed, file: name, "The workbook cannot be read: \(why).",
      help: "Open it in Excel and save it again as “Excel Workbook (*.xlsx)”.")
  }

  static func notAWorkbook(_ name: String, _ what: Message) -> FileFault {
    FileFault(
      .notAWorkbook, file: name, "The file is \(what), which is not read.",
      help: "Open it and save the list as “Excel Workbook (*.xlsx)” or “CSV UTF-8”.")
  }

  static func sheetNotChosen(_ name: String, _ message: Message, _ sheets: [String]) -> FileFault {
    let shown = sheets.prefix(10).map { Shown.plain($0) }.joined(separator: ", ")
    return FileFault(
      .sheetNotChosen, file: name, message,
      help: """
        Its sheets are: \(shown)\(sheets.count > 10 ? ", …" : ""). \
        Name the one with the list by --sheet, save it as a workbook of its own, or hide the others.
        """)
  }
}
