import LedgerCore

/// Reads a list that says something of persons rather than of money, all of it at once.
///
/// A year's deaths are more than half a million rows and a renumbering is some millions, so a row
/// without faults takes a short way; only a faulty one is looked at field by field.
public final class PersonListReader<Row> {
  private let list: ListFile
  private let makeRow: (inout PersonRowReader) -> Row?

  init(
    _ source: BatchSource, _ layout: ListLayout, _ row: @escaping (inout PersonRowReader) -> Row?
  ) {
    var limits = ReadingLimits()
    limits.rows = 5_000_000
    limits.fileBytes = 256 << 20
    list = ListFile(source: source, layout: layout, mode: .collectFaults, limits: limits)
    makeRow = row
  }

  /// The SHA-256 of all bytes that were parsed, known once the last is read.
  public var digest: Digest? { list.digest }

  /// What is wrong with the file.
  public var faults: FaultCollector { list.faults }

  /// Reads the whole list.
  ///
  /// - Returns: The rows without faults, in file order; ``faults`` says whether the file is whole.
  public func read() -> ContiguousArray<Row> {
    var rows: ContiguousArray<Row> = []
    guard list.open(takesEnvelope: false) else { return rows }
    while true {
      switch list.nextRow() {
      case .stuck: return rows
      case .row: if let row = readRow() { rows.append(row) }
      case .end:
        list.finish()
        list.warnOfLastLine(nil)
        return rows
      }
    }
  }

  private func readRow() -> Row? {
    if list.scanner.shapeFaults.isEmpty, list.scanner.fieldCount == list.header.columns.count {
      var reader = PersonRowReader(list: list, readable: nil)
      if let row = makeRow(&reader), reader.faults.isEmpty { return row }
    }
    let shape = list.shapeFaults()
    var reader = PersonRowReader(list: list, readable: shape.fields)
    _ = makeRow(&reader)
    list.report(shape.faults + list.emptyFields(among: shape.fields) + reader.faults)
    return nil
  }
}

extension PersonListReader where Row == HoldRow {
  /// Prepares to read a list of persons who are not payable: `person,reason,from`, and perhaps `to`
  /// and `kind`.
  public convenience init(holds source: BatchSource) {
    let kinds = CodeTable(HoldKind.self)
    var lastReason = ""
    self.init(source, .holds) { row in
      let person = row.person(.person)
      let from = row.date(.from)
      let to = row.date(.to)
      let kind = row.kind(.kind, kinds)
      let reason = row.text(.reason)
      if let from, let to, to < from {
        row.fault(.holdDatesReversed, .to) {
          Words(
            "The hold ends on \(to), before it begins on \(from).",
            "Check which of the two dates is wrong.")
        }
      }
      guard let person, let from, let reason else { return nil }
      // A list mostly gives one reason for all.
      if reason != lastReason { lastReason = reason }
      return HoldRow(
        person: person, reason: lastReason, from: from, to: to, kind: kind, fileLine: row.line)
    }
  }
}

extension PersonListReader where Row == LinkRow {
  /// Prepares to read a list of numbers of the same persons: `old,new`.
  public convenience init(links source: BatchSource) {
    self.init(source, .links) { row in
      let old = row.person(.old)
      let new = row.person(.new)
      guard let old, let new else { return nil }
      if old == new {
        row.fault(.linkedToItself, .new) {
          Words(
            "The two numbers of this row are the same.",
            "Correct one of them, or take the row out.")
        }
      }
      return LinkRow(old: old, new: new, fileLine: row.line)
    }
  }
}

extension PersonListReader where Row == DeathRow {
  /// Prepares to read a list of deaths: `person,date`, and perhaps `document`.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - today: Nobody died later than this.
  ///   - businessDate: What follows from a death is not posted under an earlier day; nil for today.
  public convenience init(
    deaths source: BatchSource, today: CivilDate, businessDate: CivilDate? = nil
  ) {
    self.init(source, .deaths) { row in
      let person = row.person(.person)
      let date = row.date(.date)
      if let date, date > today {
        row.fault(.deathInFuture, .date) {
          Words("The day of death, \(date), is after today, \(today).", "Correct the date.")
        }
      } else if let date, let businessDate, date > businessDate {
        row.fault(.deathInFuture, .date) {
          Words(
            "The day of death, \(date), is after the business date, \(businessDate).",
            "Correct the date, or give a business date that is not before the death.")
        }
      }
      guard let person, let date else { return nil }
      return DeathRow(
        person: person, date: date, document: row.text(.document) ?? "", fileLine: row.line)
    }
  }
}
