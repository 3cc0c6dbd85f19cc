import LedgerCore

extension FileFault {
  /// That a file has the columns of one of the program's own lists, so that it needs no profile; nil if
  /// it has others.
  static func ownColumns(_ table: ProfileTable) -> FileFault? {
    // Separated by anything else it is none of the program's lists yet.
    guard table.isSheet || table.delimiter == .comma else { return nil }
    // The first row may be the envelope.
    for row in table.head.prefix(2) {
      guard let list = OtherList.of(row.cells.map(\.text)) else { continue }
      return FileFault(
        Diagnostic(
          file: table.source.name, line: row.number, column: 1, code: .ownColumns,
          message:
            "These are the program's own columns of a list of \(list.rows); no profile is needed.",
          help: "Give the file as it is, without --profile, to: \(list.command)."))
    }
    return nil
  }
}
