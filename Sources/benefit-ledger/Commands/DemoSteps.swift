import BenefitLedger
import Foundation
import LedgerCore
import SampleFiles

extension DemoCommand {
  /// The month, step by step.
  ///
  /// The files are made first, for later steps name some of them.
  func steps(files: String, ledger: String) throws -> [Step] {
    guard let month = GenerateCommand.defaultMonth else { return [] }
    _ = try GenerateCommand.generate(SamplePlan(scope: .province, month: month), into: files)
    let paid = try Self.names(in: "\(files)/paid").map { "\(files)/paid/\($0)" }
    let broken = "\(directory)/broken.csv"
    try Self.breakFile("\(files)/unpaid.csv", into: broken)
    let on = ["--ledger", ledger]
    func post(_ why: String, _ event: String, _ names: String...) -> Step {
      let paths = names.map { "\(files)/\($0).csv" }
      return Step(
        why: why, shown: "post \(event) \(paths.joined(separator: " ")) --ledger \(ledger)",
        arguments: ["post", event] + paths + on)
    }
    func ask(_ why: String, _ command: String) -> Step {
      Step(
        why: why, shown: "\(command) --ledger \(ledger)",
        arguments: command.split(separator: " ").map(String.init) + on)
    }
    return [
      Step(
        why: localized(
          """
          Make a ledger with the province's units. (The files in \(files) are made up: \
          benefit-ledger generate province \(files))
          """),
        shown: "init --sites \(files)/sites.csv --ledger \(ledger)",
        arguments: ["init", "--sites", "\(files)/sites.csv"] + on),
      post(
        localized("The month's contributions arrive in the bank."), "contribution", "contribution"),
      post(localized("So does the state budget's money."), "budget", "budget"),
      post(
        localized("The monthly payment list is approved: these benefits are owed."), "due", "due"),
      post(
        localized("So are the short-term ones: sickness, maternity, unemployment."), "due",
        "short-term"),
      post(localized("Cash goes out to the payment sites."), "advance", "advance"),
      post(localized("The bank has credited the accounts."), "paid", "bank-paid"),
      Step(
        why: localized(
          "Every site hands in its list of what it paid: \(paid.count) files in one call."),
        shown: "post paid \(files)/paid/*.csv --ledger \(ledger)",
        arguments: ["post", "paid"] + paid + on),
      Step(
        why: localized(
          "A clerk's list has mistakes: nothing of it is posted, and each mistake is named."),
        shown: "post unpaid \(broken) --ledger \(ledger)",
        arguments: ["post", "unpaid", broken] + on, isRefused: true),
      post(
        localized("The right list of people who did not come for their money."), "unpaid", "unpaid"),
      post(
        localized("The same list once more by accident: the first receipt is the answer."),
        "unpaid", "unpaid"),
      post(localized("The bank gives some payments back."), "returned", "returned"),
      post(localized("The sites give back the cash that is left."), "refund", "refund"),
      ask(localized("What happened this month?"), "totals --by event"),
      ask(localized("What is owed and paid, by benefit?"), "totals --by benefit,event"),
      ask(localized("The trial balance."), "trial-balance"),
      ask(
        localized("Do lists, vouchers, balances and cash agree to the đồng?"), "reconcile totals"),
      ask(localized("Was anything changed behind the program's back?"), "verify"),
    ]
  }

  /// The names in a folder, in the order of their bytes.
  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Copies a list and spoils some of its rows the way spreadsheets and tired people do.
  private static func breakFile(_ path: String, into broken: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var rows = text.split(separator: "\n").map(String.init)
    // Without the envelope: its count and total would be one more mistake, and hide the others.
    if rows.first?.hasPrefix("#batch") == true { rows.removeFirst() }
    func spoil(_ row: Int, _ column: Int, _ change: (String) -> String) {
      guard rows.indices.contains(row) else { return }
      var fields = rows[row].split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      fields[column] = change(fields[column])
      rows[row] = fields.joined(separator: ",")
    }
    spoil(1, 0) { String($0.dropFirst()) }
    spoil(2, 3) { $0 + ".000" }
    spoil(3, 2) { String($0.dropLast(2)) + "13" }
    spoil(4, 3) { "1" + $0 }
    if rows.count > 6 { rows.append(rows[6]) }
    try (rows.joined(separator: "\n") + "\n").write(
      toFile: broken, atomically: true, encoding: .utf8)
  }
}
