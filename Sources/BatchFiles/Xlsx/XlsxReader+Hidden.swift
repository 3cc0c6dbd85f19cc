import LedgerCore

extension XlsxReader {
  /// What is to be said of rows and columns that nobody sees who looks at the sheet.
  ///
  /// They are read: to leave out what a filter happens to hide would be worse than to read it.
  func hiddenWarnings(file: String) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    if let firstHiddenRow {
      warnings.append(
        Diagnostic(
          file: file, line: firstHiddenRow, column: 0, code: .rowsHidden,
          message: """
            The sheet hides \
            \(counted(hiddenRows, "row", "rows, the first of them this one")); hidden rows are \
            read like all others.
            """,
          help: "Show all rows and look whether they belong to the list."))
    }
    if hiddenColumns > 0 {
      warnings.append(
        Diagnostic(
          file: file, code: .rowsHidden,
          message: """
            The sheet hides \
            \(counted(hiddenColumns, "column")); hidden columns are read like all \
            others.
            """,
          help: "Show all columns and look whether they belong to the list."))
    }
    return warnings
  }
}
