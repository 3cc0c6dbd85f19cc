import ArgumentParser
import BenefitLedger
import LedgerCore

/// `reconcile totals`: the ledger against itself, and against the other side's totals.
struct ReconcileTotalsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals", abstract: "Compare totals within the ledger and with the other side's.",
    discussion: """
      Within: envelopes, vouchers, lines, steps and balances come to the same; at every site, fund \
      and benefit, due − cancelled = paid + reissued − returned + unclaimed + payable; no site has \
      paid out more cash than it has, and no other account but the bank stands on its wrong side. Cash that should be at sites is listed, and which of it is \
      left after the 25th. With --against: the totals of that file and ours, both ways, \
      for the events in it. With --as-at or --as-known-at the accounts' counters are left out, which \
      know neither date nor batch.
      """)

  @Option(help: "Only this accounting period, YYYY-MM; balances up to its end.")
  var period: Month?

  @Option(
    help: ArgumentHelp(
      "The other side's totals: site,benefit,month,event,count,amount.", valueName: "file"))
  var against: String?

  @OptionGroup var profile: ProfileOptions

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard against == nil, profile.profile != nil || profile.table.sheet != nil else { return }
    throw usage("--profile and --sheet go with --against.")
  }

  func answer() throws -> Answer {
    let ledger = try global.openToRead()
    var theirs: TheirTotals?
    if let against {
      let reading: ListReading
      switch try profile.reading() {
      case .success(let found): reading = found
      case .failure(let refusal): return Answer(refusing: refusal.diagnosis)
      }
      switch TheirTotals.read(against, reading: reading) {
      case .success(let totals): theirs = totals
      case .failure(let refusal): return Answer(refusing: refusal.diagnosis)
      }
    }
    let result = try ledger.reconcileTotals(
      period: period, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt, against: theirs)
    return Answer(
      json: .object(result.members + result.cashMembers + asOf.members),
      text: result.text(asOf.words) + result.cashText,
      exit: result.agrees ? .done : .findings, diagnoses: theirs?.warnings.asWarnings ?? [])
  }
}

extension TotalsReconciliation {
  /// The members of the answer for programs.
  var members: [(String, JSON)] {
    [
      ("agrees", .bool(agrees)), ("differences", .array(differences.map(\.json))),
      ("total", .integer(total)),
      ("notCompared", .array(notCompared.map { .string($0.rawValue) })),
    ]
  }

  /// The answer for people.
  func text(_ asOf: String = "") -> String {
    var what = localized("\(counted(batches, "batch", "batches")) and \(counted(lines, "line"))")
    if let theirTotals {
      what += localized(", and \(grouped(Int64(theirTotals))) totals of the other side")
    }
    let notice = notCompared.isEmpty ? "" : Self.countersLeftOut
    guard !agrees else {
      return localized("Everything agrees: \(what) compared\(asOf).\n\(notice)")
    }
    var text = ""
    for difference in differences { text += difference.line + "\n" }
    if total > differences.count {
      text += localized(
        "\(grouped(Int64(total - differences.count))) more differences are not listed.\n")
    }
    return text + localized("\(grouped(Int64(total))) differences in \(what)\(asOf).\n\(notice)")
  }

  /// What is said of an answer that does not tell of now.
  private static let countersLeftOut =
    localized(
      """
      Not compared: the accounts' counters (debit, credit), which know neither date nor batch; \
      cash is what the vouchers say.\n
      """)
}

extension TotalsReconciliation {
  /// How many sites are shown to people; JSON has them all.
  private static let shownSites = 200

  /// The cash of every site, for programs.
  var cashMembers: [(String, JSON)] {
    [
      ("cash", .rows(cash) { $0.json }),
      ("lastPayingDay", .optional(cashLeft.isEmpty ? nil : lastPayingDay?.description)),
    ]
  }

  /// The sites that should have cash, for people, first those that have some left over; nothing if
  /// there are none.
  fileprivate var cashText: String {
    let sites = cashLeft + cash.filter { $0.cash != 0 && $0.left == 0 }
    guard !sites.isEmpty else { return "" }
    var table = TextTable([
      .words("site"), .numbers("before"), .numbers("advance"), .numbers("paid"),
      .numbers("refund"), .numbers("other"), .numbers("cash"), .numbers("left"),
    ])
    for site in sites.prefix(Self.shownSites) {
      table.add([
        site.site, grouped(site.opening), grouped(site.advance), grouped(site.paid),
        grouped(site.refund), grouped(site.other), grouped(site.cash), grouped(site.left),
      ])
    }
    var text = localized("\nCash that should be at sites, in đồng:\n") + table.text
    if sites.count > Self.shownSites {
      text += localized(
        "\(grouped(Int64(sites.count - Self.shownSites))) more sites are not shown.\n")
    }
    if let lastPayingDay, !cashLeft.isEmpty {
      text +=
        localized(
          """
          Left after \(lastPayingDay) at \(grouped(Int64(cashLeft.count))) of them; \
          post “refund” once it is given back.\n
          """)
    }
    return text
  }
}

extension SiteCash {
  fileprivate var json: JSON {
    .object([
      ("site", .string(site)), ("opening", .integer(opening)), ("advance", .integer(advance)),
      ("paid", .integer(paid)), ("refund", .integer(refund)), ("other", .integer(other)),
      ("cash", .integer(cash)), ("left", .integer(left)),
    ])
  }
}

extension TotalsDifference {
  var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("site", .optional(site)),
      ("benefit", .optional(benefit?.code)), ("month", .optional(month?.description)),
      ("event", .optional(event?.code)), ("ours", ours?.json ?? .null),
      ("theirs", theirs?.json ?? .null), ("fund", .optional(fund?.code)),
      ("account", .optional(account)), ("batch", .optional(batch)),
    ])
  }

  /// The difference in one sentence.
  fileprivate var line: String {
    let ours = ours?.text ?? localized("nothing")
    let theirs = theirs?.text ?? localized("nothing")
    let what = about.joined(separator: " ")
    switch kind {
    case .envelope:
      return localized("\(what): the vouchers come to \(ours), the file's envelope says \(theirs).")
    case .lines:
      return localized("\(what): the vouchers come to \(ours), their lines to \(theirs).")
    case .steps:
      return localized("\(what): the vouchers come to \(ours), their steps to \(theirs).")
    case .debit:
      return localized("\(what): the vouchers debit \(ours), the account's counter says \(theirs).")
    case .credit:
      return localized(
        "\(what): the vouchers credit \(ours), the account's counter says \(theirs).")
    case .owed:
      return localized(
        "\(what): owed (due − cancelled) is \(ours), discharged and open is \(theirs).")
    case .cashNegative: return localized("\(what): more cash was paid out than there was: \(ours).")
    case .wrongSide:
      let side = self.ours.map { $0.amount > 0 } == true ? localized("debit") : localized("credit")
      return localized(
        """
        \(what): more was taken out than was put in: a \(side) balance of \
        \(grouped((self.ours?.amount ?? 0).magnitude)) đ.
        """)
    case .missingHere: return localized("\(what): they have \(theirs), we have nothing.")
    case .missingThere: return localized("\(what): we have \(ours), they have nothing.")
    case .differs: return localized("\(what): we have \(ours), they have \(theirs).")
    }
  }

  /// What the difference is about, from the widest.
  private var about: [String] {
    if let account { return [account] }
    return [
      batch.map { localized("Batch \($0)") }, site, fund?.code, benefit?.code, month?.description,
      event?.code,
    ].compactMap { $0 }
  }
}

extension Tally {
  var json: JSON {
    .object([("count", .optional(count)), ("amount", .integer(amount))])
  }

  var text: String {
    (count.map { localized("\(grouped($0)) for ") } ?? "") + "\(grouped(amount)) đ"
  }
}
