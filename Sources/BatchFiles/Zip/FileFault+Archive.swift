import LedgerCore

extension FileFault {
  static func archiveDamaged(_ name: String, _ why: Message) -> FileFault {
    FileFault(
      .archiveDamaged, file: name, "The archive is damaged: \(why).",
      help: "Copy it again from where it was made; a workbook can also be saved again in Excel.")
  }

  static func archiveUnsupported(_ name: String, _ why: Message) -> FileFault {
    FileFault(
      .archiveUnsupported, file: name, "The archive cannot be read here: \(why).",
      help: "Open the workbook in Excel and save it as “Excel Workbook (*.xlsx)”.")
  }

  static func tooManyEntries(_ name: String, most: Int) -> FileFault {
    FileFault(
      .archiveTooLarge, file: name,
      "The archive has more than \(grouped(most)) entries; no workbook of ours has so many.",
      help: "Copy the sheet into a new workbook and save that.")
  }

  static func protected(_ name: String) -> FileFault {
    FileFault(
      .workbookProtected, file: name, "The workbook is protected by a password.",
      help: "Open it in Excel and save it without one (File, Info, Protect Workbook).")
  }
}
