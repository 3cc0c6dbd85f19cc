import ArgumentParser
import BenefitLedger
import LedgerCore

/// `export`: what leaves the ledger for another program.
struct ExportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the bank order for a batch.",
    discussion: """
      Orders the bank payments of a due list, or of a list of reissues, that are still open. The \
      end-to-end id of each payment is the key of its obligation. Payments of persons who are held \
      on the day of execution are left out. The file is for its owner alone, and nothing is \
      overwritten.
      """)

  @Option(
    help: ArgumentHelp(
      "pain.001, which is pain.001.001.09, or pain.001.001.03.", valueName: "format"))
  var format: OrderFormat

  @Option(help: "The number of a due list or of a list of reissues.")
  var batch: Int64

  @Option(help: "Only payments of this fund; needed if the batch has several.")
  var fund: Fund?

  @Option(help: ArgumentHelp("The account that pays, BIN:NUMBER.", valueName: "account"))
  var debtorAccount: BankAccount

  @Option(help: ArgumentHelp("Who pays, as the bank knows the account.", valueName: "name"))
  var debtorName: String

  @Option(help: "The day on which the bank is to pay, YYYY-MM-DD; the batch's date if not given.")
  var date: CivilDate?

  @Argument(
    help: ArgumentHelp(
      "The file to make; without it the order's id with .xml, in this folder.", valueName: "out"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !debtorName.isEmpty else { throw usage("--debtor-name is not empty.") }
  }

  func answer() throws -> Answer {
    var request = OrderRequest(
      batch: batch, debtorName: debtorName, debtorAccount: debtorAccount)
    request.version = format.version
    request.fund = fund
    request.execution = date
    request.path = out
    let order = try global.openToRead().writeOrder(request)
    return Answer(json: order.json, text: order.text)
  }
}

/// A form in which the ledger is written for another program.
struct OrderFormat: ExpressibleByArgument {
  /// The version of the bank order.
  let version: OrderVersion

  /// Reads `pain.001` or the full name of a version.
  init?(argument: String) {
    guard let version = argument == "pain.001" ? .v09 : OrderVersion(rawValue: argument) else {
      return nil
    }
    self.version = version
  }

  /// The forms, for help.
  static var allValueStrings: [String] { ["pain.001"] + OrderVersion.allCases.map(\.rawValue) }
}

extension BankAccount: ExpressibleByArgument {
  /// Reads `BIN:NUMBER`.
  public init?(argument: String) { self.init(argument) }
}

extension Fund: ExpressibleByArgument {
  /// Reads a fund's code.
  public init?(argument: String) { self.init(code: argument) }
  /// The codes, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}

extension OrderAnswer {
  /// The answer for programs.
  fileprivate var json: JSON {
    .object([
      ("file", .string(path)), ("format", .string(version.rawValue)), ("batch", .integer(batch)),
      ("fund", .string(fund.code)), ("messageId", .string(messageID)),
      ("executionDate", .string(execution.description)), ("count", .integer(count)),
      ("amount", .integer(total)), ("notOpen", .integer(notOpen)), ("held", .integer(held)),
    ])
  }

  /// The answer for people.
  fileprivate var text: String {
    var text =
      localized(
        """
        Wrote \(path): order \(messageID), \(grouped(count)) payments, \(grouped(total)) đ, fund \
        \(fund.code), to be paid on \(execution).
        """)
    if notOpen > 0 {
      text += localized("\n\(grouped(notOpen)) bank payments of the batch are no longer open.")
    }
    if held > 0 {
      text += localized(
        "\n\(grouped(held)) are left out because the person is held: benefit-ledger hold list")
    }
    return text
  }
}
