import LedgerCore

/// A kind of list by what it is of, to tell somebody who took the wrong file so in one sentence.
struct OtherList {
  /// What its rows are.
  let rows: Message
  /// The command that takes it.
  let command: String
  private let layout: ListLayout

  private static let all: [OtherList] = [
    OtherList(rows: "payments", command: "post due, post paid …", layout: ListLayout(event: .paid)),
    OtherList(
      rows: "opening balances", command: "post opening", layout: ListLayout(event: .opening)),
    OtherList(
      rows: "money that moves without persons", command: "post contribution, post budget …",
      layout: ListLayout(event: .contribution)),
    OtherList(rows: "units", command: "sites import", layout: .units),
    OtherList(rows: "totals", command: "reconcile", layout: .totals),
    OtherList(rows: "persons who are not payable", command: "hold import", layout: .holds),
    OtherList(rows: "numbers of the same persons", command: "person link", layout: .links),
    OtherList(rows: "deaths", command: "death", layout: .deaths),
  ]

  /// The kind of list that a header is of, if it is another than the one that is read.
  ///
  /// - Parameters:
  ///   - names: The header's columns.
  ///   - layout: What the list should have.
  /// - Returns: The list that has these columns and no others; nil if there is none, or if its rows are
  ///   those that are read.
  static func found(_ names: [String], readAs layout: ListLayout) -> OtherList? {
    let given = Set(names)
    guard given.count == names.count, !layout.fits(given) else { return nil }
    let found = all.first { $0.layout.fits(given) }
    // A list of a later step that is read as due lacks columns; it is a list of payments all the same.
    guard let found, !Set(found.layout.required).isSubset(of: layout.required) else { return nil }
    return found
  }

  /// The kind of list that has these columns and no others; nil if there is none.
  static func of(_ names: [String]) -> OtherList? {
    let given = Set(names)
    guard given.count == names.count else { return nil }
    return all.first { $0.layout.fits(given) }
  }

  /// What a clerk is told.
  var words: Words {
    Words(
      "These are the columns of a list of \(rows), and another list is wanted here.",
      "Take the other file, or give this one to: \(command).")
  }
}

extension ListLayout {
  /// Whether all columns that are needed are there, and none that is not known.
  fileprivate func fits(_ names: Set<String>) -> Bool {
    required.allSatisfy { names.contains($0.name) }
      && names.isSubset(of: (known + ignored).map(\.name))
  }
}
