import BenefitLedger
import Foundation

/// The same payments as a list of the program's own, as a clerk's table that a profile reads, and as a
/// workbook.
struct ListForms {
  /// Where each is.
  let canonical: String
  let table: String
  let workbook: String
  /// How many payments there are.
  let lines: Int

  /// A sheet of a workbook has little more rows.
  private static let most = 300_000

  /// Writes the three files of the first payments of a `due` list.
  init(due: String, into directory: String) throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    canonical = "\(directory)/canonical.csv"
    table = "\(directory)/c72a.csv"
    workbook = "\(directory)/list.xlsx"
    let rows = try Self.rows(of: due)
    lines = rows.count
    try Self.write(
      canonical, rows.map { $0.joined(separator: ",") },
      under: Self.names.joined(separator: ","))
    try Self.write(
      table, rows.enumerated().map { Self.tableRow($0 + 1, $1) },
      under: """
        BẢO HIỂM XÃ HỘI;;;;;;
        STT;Họ và tên;Mã số BHXH;Loại chế độ;Tháng hưởng;Mã điểm chi trả;Số tiền
        """)
    let writer = try XlsxWriter(workbook)
    try writer.beginSheet("list", Self.names.map { XlsxColumn(title: $0, width: 12) })
    for row in rows {
      try writer.append(
        zip(Self.names, row).map { name, field in
          if name == "amount", let amount = Int64(field) { return .number(amount) }
          return .text(field)
        })
    }
    try writer.finish()
  }

  private static let names = ["person", "name", "benefit", "month", "amount", "site", "channel"]

  private static func rows(of due: String) throws -> [[String]] {
    guard let file = fopen(due, "r") else { throw StageFailure("\(due) cannot be read.") }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var places: [Int] = []
    var rows: [[String]] = []
    while rows.count < most, getline(&line, &capacity, file) > 0, let read = line {
      let text = String(cString: read)
      if text.hasPrefix("#") || text.contains("\"") { continue }
      let fields = text.dropLast().split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      guard !places.isEmpty else {
        places = names.compactMap { fields.firstIndex(of: $0) }
        guard places.count == names.count else { throw StageFailure("\(due) lacks columns.") }
        continue
      }
      rows.append(places.map { fields[$0] })
    }
    return rows
  }

  private static func write(_ path: String, _ rows: [String], under head: String) throws {
    try Data((head + "\n" + rows.joined(separator: "\n") + "\n").utf8).write(
      to: URL(filePath: path))
  }

  /// A row as Excel writes it in Vietnam.
  private static func tableRow(_ number: Int, _ row: [String]) -> String {
    let benefits = ["pension": "Hưu trí", "survivor": "Tuất"]
    let month = row[3].split(separator: "-")
    var amount = ""
    for (place, digit) in row[4].enumerated() {
      if place > 0, (row[4].count - place) % 3 == 0 { amount.append(".") }
      amount.append(digit)
    }
    return "\(number);\(row[1]);\(row[0]);\(benefits[row[2]] ?? row[2]);01/\(month[1])/\(month[0]);"
      + "\(row[5]);\"\(amount)\""
  }
}

/// What it costs to check the same payments in each form, in turn.
struct ListFormsReport: Encodable {
  /// How many payments.
  let lines: Int
  /// `post due --dry-run` of the program's own list.
  let canonical: Stage
  /// The same of a clerk's table, by a profile.
  let profile: Stage
  /// The same of a workbook.
  let workbook: Stage
  /// The processor time of the profile in thousandths of that of the program's own list, by round.
  let profilePermille: [Int]

  init(
    lines: Int, canonical: [ChildFigures], profile: [ChildFigures], workbook: [ChildFigures]
  ) {
    self.lines = lines
    self.canonical = Self.middleStage(lines, canonical)
    self.profile = Self.middleStage(lines, profile)
    self.workbook = Self.middleStage(lines, workbook)
    profilePermille = zip(profile, canonical).map {
      $0.cpuMicroseconds * 1_000 / max(1, $1.cpuMicroseconds)
    }
  }

  private static func middleStage(_ lines: Int, _ figures: [ChildFigures]) -> Stage {
    Stage(
      lines: lines,
      figures: ChildFigures(
        microseconds: middle(figures.map(\.microseconds)),
        cpuMicroseconds: middle(figures.map(\.cpuMicroseconds)),
        peakKiB: figures.map(\.peakKiB).max() ?? 0))
  }
}
