import Glibc
import LedgerCore
import Testing

@testable import BatchFiles

/// A small register: one payment site, one agency, one closed site, one province.
final class Register: UnitLookup {
  private(set) var questions = 0

  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer? {
    questions += 1
    switch code.text {
    case "79-00123": return UnitAnswer(unit: 7, kind: .site, isValid: true)
    case "79-00124": return UnitAnswer(unit: 8, kind: .site, isValid: true)
    case "79-A": return UnitAnswer(unit: 9, kind: .agency, isValid: true)
    case "79-00099": return UnitAnswer(unit: 5, kind: .site, isValid: false)
    case "79": return UnitAnswer(unit: 2, kind: .province, isValid: true)
    default: return nil
    }
  }
}

/// Where a fault was found.
struct Found: Equatable, Sendable, CustomStringConvertible {
  var code: Code
  var line: Int
  var column: Int

  init(_ code: Code, _ line: Int, _ column: Int) {
    self.code = code
    self.line = line
    self.column = column
  }

  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.code, diagnostic.line, diagnostic.column)
  }

  var description: String { "\(code.text) \(code) at \(line):\(column)" }
}

/// What reading a list came to.
struct Outcome {
  var lines: [PaymentLine] = []
  var text: [UInt8] = []
  var isOpen = false
  var progress: PaymentListReader.Progress = .fault
  var rowCount: Int64 = 0
  var total: Int64 = 0
  var digest: Digest?
  var declared = Envelope()
  var date: CivilDate
  var period: Month
  var faults: FaultCollector

  var found: [Found] { faults.listed.map { Found($0) } }

  /// Account, name, document and reason of a line.
  func texts(_ index: Int) -> [String] {
    let line = lines[index]
    var at = Int(line.textStart)
    return [line.accountLength, line.nameLength, line.documentLength, line.reasonLength].map {
      let part = text[at..<at + Int($0)]
      at += Int($0)
      return String(decoding: part, as: UTF8.self)
    }
  }
}

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// Reads a payment list to its end.
func readPayments(
  _ source: BatchSource, event: Event = .due, options: Envelope = Envelope(),
  mode: ReadingMode = .collectFaults, limits: ReadingLimits = ReadingLimits(), chunk: Int = 3
) throws -> Outcome {
  let today = try date("2026-11-22")
  let reader = PaymentListReader(
    source: source, event: event, options: options, today: today, units: Register(),
    chart: .builtIn, file: 4, mode: mode, limits: limits)
  let isOpen = try reader.open()
  var outcome = Outcome(
    isOpen: isOpen, date: reader.date, period: reader.period, faults: reader.faults)
  let lines = LineChunk()
  reading: while isOpen {
    outcome.progress = try reader.read(into: lines, limit: lines.lines.count + chunk)
    guard case .more = outcome.progress else { break reading }
  }
  outcome.lines = Array(lines.lines)
  outcome.text = Array(lines.text)
  outcome.rowCount = reader.rowCount
  outcome.total = reader.total
  outcome.digest = reader.digest
  outcome.declared = reader.declared
  outcome.faults = reader.faults
  return outcome
}

/// Reads a payment list made in memory, and checks that nothing personal is shown.
func readPayments(
  _ text: String, event: Event = .due, options: Envelope = Envelope(),
  mode: ReadingMode = .collectFaults, limits: ReadingLimits = ReadingLimits()
) throws -> Outcome {
  let outcome = try readPayments(
    .memory(name: "due.csv", bytes: Array(text.utf8)), event: event, options: options, mode: mode,
    limits: limits)
  expectNothingPersonal(outcome.faults)
  return outcome
}

/// Nine ASCII digits in a row would be a personal number or an account.
func expectNothingPersonal(
  _ faults: FaultCollector, sourceLocation: SourceLocation = #_sourceLocation
) {
  for diagnostic in faults.listed {
    for text in [diagnostic.message.description, diagnostic.help.description, diagnostic.excerpt] {
      #expect(longestDigits(text) < 9, "\(text)", sourceLocation: sourceLocation)
    }
  }
}

func longestDigits(_ text: String) -> Int {
  var longest = 0
  var current = 0
  for byte in text.utf8 {
    current = byte >= 0x30 && byte <= 0x39 ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}

/// Lists as clerks make them.
enum Sample {
  static let columns = "person,benefit,month,amount,site,channel,account,name"
  static let row = "001234567890,pension,2026-10,2500000,79-00123,cash,,Trần Thị Bích"
  static let bankRow =
    "079876543210,survivor,2026-10,1250000,79-00123,bank,970436:0071000123456,Nguyễn Văn An"

  /// A due list of rows under the usual header.
  static func list(_ rows: String...) -> String {
    ([columns] + rows).map { $0 + "\n" }.joined()
  }

  /// The usual row with one field written differently.
  static func row(_ field: Field, _ content: String) -> String {
    let names = columns.split(separator: ",")
    var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if let place = names.firstIndex(where: { $0 == field.name }) { fields[place] = content }
    return fields.joined(separator: ",")
  }

  /// A valid list of `count` rows of many kinds.
  static func longList(_ count: Int) -> (text: String, total: Int64) {
    var text = columns + ",document\r\n"
    var total: Int64 = 0
    for index in 0..<count {
      let person = String(100_000_000_000 + index * 7919)
      let amount = Int64(1 + index * 37 % 9_999_999)
      total += amount
      let isBank = index % 3 == 0
      text += "\(person),\(index % 5 == 0 ? "survivor" : "pension"),2026-10,\(amount),"
      text += index % 2 == 0 ? "79-00123," : "\"79-00124\","
      text += isBank ? "bank,970436:00710001\(1000 + index % 9000)," : "cash,,"
      text += index % 7 == 0 ? "\"Lê, \"\"Hoàng\"\"\r\nAn\"" : "Trần Thị Bích"
      text += ",QĐ-\(index)" + (index % 4 == 0 ? "\r\n" : "\n")
    }
    return (text, total)
  }
}

/// A folder for one test, removed afterwards.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/batch-files-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    path = String(cString: try #require(made))
  }

  deinit { _ = system("rm -rf '\(path)'") }

  /// Writes a file and names it.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = self.path + "/" + name
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    return path
  }

  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
}
