/// Makes up what somebody does next, mostly what is possible, sometimes what is not.
struct Generator {
  static let persons = [
    "079060000011", "079160000022", "040170000033", "001185000044", "7911223344", "0123456789",
  ]
  static let benefits = ["pension", "pension", "survivor", "sickness", "funeral", "medical"]
  static let months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"]
  static let sites = ["S1", "S2", "S3", "AG"]
  static let accounts = ["970436:0071000123456", "970415:105000000001"]

  var random: SeededRandom
  let theme: Theme
  /// The day on which it happens; days pass.
  var day = 5
  /// Makes every list another one.
  var serial = 0
  /// Whether a year is to be closed under four eyes.
  let closesYear: Bool
  /// What was posted so far, to be posted again.
  var sent: [Posting] = []
  /// Sites that were handed over.
  var moved: Set<String> = []

  init(seed: UInt64) {
    random = SeededRandom(seed)
    theme = Theme(seed: seed)
    closesYear = seed / 9 % 3 == 0
  }

  /// The business date: days since the first of October 2025.
  var date: String {
    var month = "2025-10"
    var left = day
    while left > Int(Terms.lastDay(month).suffix(2)) ?? 31 {
      left -= Int(Terms.lastDay(month).suffix(2)) ?? 31
      month = Terms.next(month)
    }
    return month + (left < 10 ? "-0" : "-") + "\(left)"
  }

  /// The next command, given how things stand.
  mutating func next(_ model: Model) -> Command {
    if random.chance(60) { day = min(day + random.below(theme.pace), 170) }
    serial += 1
    if theme == .fourEyes, serial <= 3, random.chance(30) {
      return .period(
        change: serial == 1 ? "close" : "reopen", month: "2025-09", date: date, reason: "it is so",
        by: random.pick("hoa", "minh"))
    }
    if random.chance(theme.personShare) { return personCommand(model) }
    if theme == .sites, random.chance(30) { return siteCommand(model) }
    if let asked = model.control?.reopening.keys.sorted().first, random.chance(30) {
      return .period(
        change: "reopen", month: asked, date: "2026-03-31", reason: "it is so",
        by: random.pick("hoa", "minh"))
    }
    if random.chance(theme.copyShare) { return copyCommand(model) }
    if theme == .fourEyes {
      if let agreement = agreement(model) { return agreement }
      if closesYear, !model.batches.isEmpty, random.chance(50) { return yearEndCommand(model) }
      if random.chance(4) { return userCommand(model) }
      if random.chance(4), let waiting = model.control?.open.last?.reserved.min() {
        // What waits cannot be posted any more.
        return .hold(
          person: waiting.person, kind: "inspection", reason: "letter 4", from: "2025-08-01",
          to: "", by: random.pick("lan", "minh"))
      }
      if random.chance(45) { return decision(model) }
    }
    switch random.below(100) {
    case 0..<theme.periodShare: return periodCommand(model)
    case 0..<(theme.periodShare + 8):
      return .reverse(
        batch: random.chance(4) ? 99 : 1 + random.below(model.batches.count),
        reason: random.chance(3) ? "" : "a wrong list", date: date,
        period: random.chance(20) ? random.pick(Self.months, or: "") : "",
        isDryRun: random.chance(8), by: maker())
    case 93: return reconciliation(model)
    case 94..<96: return .asAt(date: date)
    case 96..<98: return .asKnown(batch: 1 + random.below(model.batches.count))
    case 98: return .compare
    case 99: return .reopen
    default: break
    }
    if !sent.isEmpty, random.chance(9) { return .post(again()) }
    var posting = newPosting(model)
    if random.chance(theme.wrongShare) { spoil(&posting) }
    declare(&posting)
    sent.append(posting)
    return .post(posting)
  }

  /// The same list again, or the same rows under another envelope.
  private mutating func again() -> Posting {
    var posting = random.pick(sent, or: sent[0])
    posting.isDryRun = random.chance(10)
    if random.chance(40) {
      switch random.below(3) {
      case 0: posting.date = date
      case 1: posting.reference = "AGAIN-\(serial)"
      default: posting.period = random.pick(Self.months, or: "")
      }
    }
    return posting
  }

  private mutating func periodCommand(_ model: Model) -> Command {
    if theme != .fourEyes, random.chance(12) {
      let year = random.chance(80) ? "2025" : "2026"
      return .closeYear(year, date: random.chance(20) ? date : "", by: "")
    }
    if let closed = model.batches.last(where: { $0.year != nil && $0.reversedBy == nil }),
      random.chance(30)
    {
      return .period(
        change: "reopen", month: closed.period, date: "2026-03-31", reason: "it is so", by: "")
    }
    let change = random.pick("close", "close", "close", "soft-close", "open", "reopen")
    var month = random.chance(70) ? oldestOpen(model) : random.pick(Self.months, or: "2025-10")
    if change == "open" || change == "reopen", random.chance(70) {
      let state = change == "open" ? "soft-closed" : "closed"
      month = model.periods.keys.sorted().last { model.periods[$0] == state } ?? month
    }
    return .period(
      change: change, month: month, date: random.chance(85) ? "2026-03-31" : date,
      reason: random.chance(3) ? "" : "it is so",
      by: theme == .fourEyes ? random.pick("hoa", "minh", "hoa", "minh", "lan", "") : "")
  }

  func oldestOpen(_ model: Model) -> String {
    Self.months.first { model.isUsed($0) && model.periodState($0) != "closed" } ?? "2025-10"
  }

  private mutating func declare(_ posting: inout Posting) {
    posting.by = maker()
    if theme == .persons, posting.event == "due", random.chance(30) { posting.leavesOut = true }
    posting.date = random.chance(90) ? date : ""
    if random.chance(15) { posting.period = random.pick(Self.months, or: "") }
    if random.chance(20) { posting.reference = "R-\(random.below(12))" }
    if random.chance(10) { posting.count = Int64(posting.rows.count + (random.chance(15) ? 1 : 0)) }
    if random.chance(10) {
      posting.total = posting.rows.reduce(0) { $0 + ($1.value ?? 0) } + (random.chance(15) ? 1 : 0)
    }
    if random.chance(5) { posting.isDryRun = true }
  }
}

/// What a sequence is about.
enum Theme: CaseIterable {
  case payments, years, persons, fourEyes, sites, copies

  /// Every theme has its share; signatures cost most of the time of the last.
  init(seed: UInt64) {
    let shares: [Theme] = [
      .payments, .years, .persons, .sites, .fourEyes, .years, .payments, .persons, .copies,
    ]
    self = shares[Int(seed % UInt64(shares.count))]
  }

  /// How many of a hundred commands are about periods.
  var periodShare: Int { self == .years ? 22 : 4 }
  /// How many of a hundred commands are about persons.
  var personShare: Int { self == .persons ? 22 : self == .fourEyes ? 4 : 0 }
  /// How many of a hundred commands are about what lies beside the ledger.
  var copyShare: Int { self == .copies ? 30 : 3 }
  /// How many days may pass between two commands.
  var pace: Int { self == .years ? 25 : 9 }
  /// How many of a hundred lists have a mistake.
  var wrongShare: Int { 22 }
}
