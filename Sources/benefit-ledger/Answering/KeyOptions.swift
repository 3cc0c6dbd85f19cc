import ArgumentParser
import BenefitLedger
import Foundation
import LedgerCore

/// Who runs the command, by his key.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Your key file: who you are. Without it $BENEFIT_LEDGER_KEY.", valueName: "file"))
  var key: String?

  /// The key, or nil if none is named.
  ///
  /// One that only the environment names is for the ledgers that have users; in another the command
  /// works as without it.
  func signingKey(for ledger: Ledger) throws -> SigningKey? {
    if key == nil, try ledger.users().isEmpty { return nil }
    return try Self.signingKey(key)
  }

  /// A record of the register that is made today by whoever has the key.
  func request(for ledger: Ledger) throws -> RecordRequest {
    var request = RecordRequest()
    request.key = try signingKey(for: ledger)
    return request
  }

  /// The key of a file, or of the environment; nil if neither names one.
  static func signingKey(_ path: String?) throws -> SigningKey? {
    let path = path ?? ProcessInfo.processInfo.environment["BENEFIT_LEDGER_KEY"]
    return try path.map { try KeyFile.read($0) }
  }
}

extension Role: ExpressibleByArgument {
  /// Reads a role's code.
  public init?(argument: String) { self.init(code: argument) }
  /// The codes, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}

extension LedgerControl: ExpressibleByArgument {
  /// Reads a control's code.
  public init?(argument: String) { self.init(code: argument) }
  /// The codes, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}
