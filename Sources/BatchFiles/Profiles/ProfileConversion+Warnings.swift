import LedgerCore

extension ProfileConversion {
  /// What is to be said of the file, though it is read.
  func warnings(
    isEnded: Bool, _ differences: [StatementFooter.Difference] = []
  ) -> [Diagnostic] {
    let amount = outputs.first { $0.field == .amount }?.column ?? 0
    var said = sums.faults.map { difference in
      Diagnostic(
        file: name, line: difference.row, column: amount, code: .subtotalDiffers,
        message: difference.message,
        help: "A row is missing or an amount differs: ask the file's maker.")
    }
    said += differences.map { difference in
      Diagnostic(
        file: name, line: difference.row,
        column: outputs.first { $0.field == difference.field }?.column ?? 0,
        code: difference.code, message: difference.message,
        help: "A row is missing or was changed: ask the bank for the statement again.")
    }
    if writer.mended.rows > 0 {
      said.append(
        mended(
          writer.mended, .letterMended,
          "the letter Eth (Ð), which looks the same, was read as Đ", "Look at the names.", .name))
    }
    if writer.padded.rows > 0 {
      said.append(
        mended(
          writer.padded, .zerosPutBack,
          "zeros were put back that a spreadsheet had dropped from the personal number",
          "Have the list exported with the column as text.", .person))
    }
    if !isEnded, sums.checked == 0, footer?.checked ?? 0 == 0 {
      said.append(
        Diagnostic(
          file: name, line: lastLine, column: 1, code: .lastLineNotEnded,
          message: "The last line has no line end; the file may have been cut short.",
          help: "Declare count and total, so that a file that was cut cannot be posted."))
    }
    return said
  }

  private func mended(
    _ count: CellWriter.RowCount, _ code: Code, _ what: Message, _ help: Message,
    _ field: ProfileField
  ) -> Diagnostic {
    Diagnostic(
      file: name, line: count.first, column: outputs.first { $0.field == field }?.column ?? 1,
      code: code,
      message:
        """
        In \(counted(count.rows, "row", "rows, the first of them this one,")) \(what).
        """, help: help)
  }

  /// Two lists, one after the other.
  func headerAgain(_ row: TableRow) -> FileFault {
    FileFault(
      Diagnostic(
        file: name, line: row.number, column: 1, code: .headerRepeated,
        message: "The header is there again among the rows.",
        help: "Two lists were put one after the other: read each by itself."))
  }
}
