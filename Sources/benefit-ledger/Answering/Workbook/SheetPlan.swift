import BenefitLedger

/// Which sheets a document makes: one for each kind of record, and one for what is said once.
struct SheetPlan {
  /// One sheet.
  struct Sheet {
    /// The path of its records; empty for what is said once.
    var path: String
    /// The name on its tab.
    var name: String
    /// Its columns.
    var columns: [XlsxColumn] = []
    /// Where each member of a record goes.
    var places: [String: Int] = [:]
  }

  /// The sheets, those with rows first.
  private(set) var sheets: [Sheet]

  /// The name of the sheet with what is said once.
  static let summary = "summary"

  /// Goes through a document once.
  init(of document: JSON) {
    let survey = Survey()
    document.say(to: survey)
    sheets = survey.sheets
    if !survey.summary.columns.isEmpty { sheets.append(survey.summary) }
  }

  /// Whether the numbers of a member are amounts or counts, not the numbers of things.
  static func isGrouped(_ name: String) -> Bool {
    let title = name.split { $0 == " " }.last.map { Heading.title($0) } ?? ""
    let last = title.split(separator: " ").last.map(String.init) ?? ""
    return !numbersOfThings.contains(last)
  }

  private static let numbersOfThings: Set<String> = [
    "batch", "voucher", "submission", "record", "step", "number", "corrects", "by", "at",
    "reverses",
    "row", "occurrence", "year", "hold",
  ]
}

/// Takes down what columns there are, and how wide.
private final class Survey: RecordSink {
  var sheets: [SheetPlan.Sheet] = []
  var summary = SheetPlan.Sheet(path: "", name: Heading.text(SheetPlan.summary))
  private var byPath: [String: Int] = [:]

  override func begin(_ record: DocumentRecord) {
    guard !record.path.isEmpty, byPath[record.path] == nil else { return }
    byPath[record.path] = sheets.count
    var sheet = SheetPlan.Sheet(path: record.path, name: Heading.text(record.path))
    if record.parent != nil {
      let above = record.path.split(separator: ".").dropLast().joined(separator: ".")
      sheet.columns = [
        XlsxColumn(title: Heading.row(of: above), width: 6, isGrouped: false)
      ]
    }
    sheets.append(sheet)
  }

  override func end(_ record: DocumentRecord) {
    guard let index = byPath[record.path] else {
      survey(once: record)
      return
    }
    for (key, cell) in record.cells {
      let place: Int
      if let known = sheets[index].places[key] {
        place = known
      } else {
        let title = Heading.text(key)
        place = sheets[index].columns.count
        sheets[index].places[key] = place
        sheets[index].columns.append(
          XlsxColumn(title: title, width: title.count, isGrouped: SheetPlan.isGrouped(key)))
      }
      let column = sheets[index].columns[place]
      if cell.width > column.width { sheets[index].columns[place].width = cell.width }
    }
  }

  private func survey(once record: DocumentRecord) {
    guard !record.cells.isEmpty else { return }
    let titles = record.cells.map { Heading.text($0.key).count }.max() ?? 0
    let values = record.cells.map(\.cell.width).max() ?? 0
    summary.columns = [
      XlsxColumn(title: localized("what"), width: titles),
      XlsxColumn(title: localized("value"), width: values),
    ]
  }
}
