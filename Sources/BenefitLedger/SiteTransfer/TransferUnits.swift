import LedgerCore
import LedgerStore

/// The two units of a transfer, checked against the register.
struct TransferUnits {
  /// The unit that is closed, by its number.
  let from: Int32
  /// Its latest code.
  let fromCode: UnitCode
  /// The unit that takes its balances.
  let to: Int32
  /// The code it has on the business date.
  let toCode: UnitCode

  /// Finds both units.
  ///
  /// - Throws: `LedgerError`: `notFound` or `unitUnknown` if the register lacks one, `siteStillOpen`,
  ///   `transferSiteMissing`, `unitNotValid`, `unitNotSite`.
  init(_ request: SiteTransferRequest, _ snapshot: any LedgerSnapshot) throws {
    let tree = try UnitTree(snapshot, asKnownAt: nil)
    let date = request.date
    let unit = try tree.unit(named: request.from)
    let history = try snapshot.unit(unit)
    guard history.hasEnded(by: date) else {
      throw LedgerError(
        .siteStillOpen, "Unit \(history.last.code.text) is not closed on \(date).",
        help: history.last.validTo.map { "Its last day is \($0): give a later --date." }
          ?? "Close it first: `sites import` with its last day in valid_to.")
    }
    let taker =
      try request.to.map { try Self.taker($0, tree, date) }
      ?? Self.successor(of: history, tree, date)
    guard taker.kind.paysOut else {
      throw LedgerError(
        .unitNotSite, "\(taker.code.text) is a \(taker.kind.code), which pays nobody.",
        help: "Name the site or agency that takes the balances.")
    }
    from = unit
    fromCode = history.last.code
    to = taker.unit
    toCode = taker.code
  }

  /// The unit that has a code on a date.
  private static func taker(
    _ code: UnitCode, _ tree: UnitTree, _ date: CivilDate
  ) throws -> UnitVersion {
    let valid = tree.versions.indices.first { index in
      let version = tree.versions[index]
      return version.code == code && tree.version(of: version.unit, on: date) == index
        && version.validFrom <= date && version.validTo.map { date <= $0 } ?? true
    }
    if let valid { return tree.versions[valid] }
    guard tree.unit(code: code) != nil else {
      throw LedgerError(
        .unitUnknown, "The register has no unit \(code.text).",
        help: "`benefit-ledger sites list` shows every unit.")
    }
    throw LedgerError(
      .unitNotValid, "The unit \(code.text) is not valid on \(date).",
      help: "Name a site that is, or check the date.")
  }

  /// The unit that stands for a closed one, as the register says.
  private static func successor(
    of closed: UnitHistory, _ tree: UnitTree, _ date: CivilDate
  ) throws -> UnitVersion {
    let place = tree.standing(of: closed.unit, on: date)
    let standing = try promised(place.map { tree.versions[$0] }, "unit")
    guard standing.validFrom <= date, standing.validTo.map({ date <= $0 }) ?? true else {
      throw LedgerError(
        .transferSiteMissing,
        "Nothing takes the place of \(closed.last.code.text) on \(date), as the register has it.",
        help: "Name the site that takes its balances.")
    }
    return standing
  }
}
