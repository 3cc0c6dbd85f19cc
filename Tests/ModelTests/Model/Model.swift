/// A ledger as the contract describes it, in arrays and dictionaries: no file, no SQL, no totals that
/// are kept, no code of the program.
///
/// Whatever is asked is worked out anew from everything that ever happened, so that nothing here can
/// go wrong the way the engine could.
struct Model {
  /// Today in Vietnam: the business date of what declares none.
  var today = "2026-03-31"
  /// The versions of each unit, the first unit at place 0.
  var units: [[UnitVersion]] = []
  var obligations: [ObligationName: [ModelStep]] = [:]
  var vouchers: [ModelVoucher] = []
  var batches: [ModelBatch] = []
  var opened: Set<ModelAccount> = []
  /// What was last said of each period: `open`, `soft-closed`, `closed`.
  var periods: [String: String] = [:]
  var holds: [ModelHold] = []
  /// Linked numbers, in the order of their records.
  var links: [(old: String, new: String)] = []
  /// The counts of cash at each site.
  var counts: [Int: [String]] = [:]
  var control: FourEyes?
  /// How many records of its register it has, beside those it was made with.
  var records = 0
  /// What made its batches and its records, in order.
  var trail = Trail()
  /// What lies beside the ledger, and stays as it is if another takes its place.
  var outside = Outside()

  /// The model as it was when each batch was posted, the first at place 0.
  var history: [Model] = []

  /// Notes how the ledger stands after a batch, for what is asked as known at it.
  mutating func remember() {
    while history.count < batches.count {
      var past = self
      past.history = []
      past.outside = Outside()
      history.append(past)
    }
  }
}

extension Model {
  /// Every number of a person, the one itself first.
  func numbers(of person: String) -> [String] {
    var found = [person]
    var grows = true
    while grows {
      grows = false
      for link in links {
        if found.contains(link.old) != found.contains(link.new) {
          found.append(found.contains(link.old) ? link.new : link.old)
          grows = true
        }
      }
    }
    return found
  }

  /// The obligation that a row means: under the number it was first posted with, or else under the
  /// old number of the person's first link.
  func name(of row: Row) -> ObligationName {
    let all = numbers(of: row.person)
    var name = ObligationName(
      month: row.month, person: row.person, benefit: row.benefit,
      occurrence: Int(row.occurrence) ?? 1)
    for number in all {
      name.person = number
      if obligations[name] != nil { return name }
    }
    name.person = links.first { all.contains($0.old) }?.old ?? row.person
    return name
  }

  func state(_ name: ObligationName) -> String { obligations[name]?.last?.to ?? "none" }

  /// The place of the last step that still counts.
  func lastCounting(_ name: ObligationName) -> Int? {
    obligations[name]?.lastIndex { $0.counts }
  }

  /// What governs the obligation now.
  func instruction(_ name: ObligationName) -> Instruction? {
    lastCounting(name).flatMap { obligations[name]?[$0].after }
  }

  /// Whether the year in which the obligation became due is closed.
  func isOfClosedYear(_ name: ObligationName) -> Bool {
    guard let due = obligations[name]?.last(where: { $0.event == "due" && $0.counts }) else {
      return false
    }
    return batches.contains { $0.year == Terms.year(due.period) && $0.reversedBy == nil }
  }

  /// The hold that keeps a person from being paid on a day.
  func isHeld(_ person: String, on day: String) -> Bool {
    let all = numbers(of: person)
    return holds.contains { hold in
      all.contains(hold.person) && hold.from <= day && day <= hold.to ?? "9999"
        && day < hold.released ?? "9999"
    }
  }
}

extension Model {
  /// The unit that has a code on a day, or that had it last.
  func unit(_ code: String, on day: String) -> Int? {
    units.indices.first { version($0, on: day)?.code == code }
      ?? units.indices.last { units[$0].last?.code == code }
      ?? units.indices.last { units[$0].contains { $0.code == code } }
  }

  /// What a unit is on a day; nil if it is not valid then.
  func version(_ unit: Int, on day: String) -> UnitVersion? {
    guard let version = units[unit].last(where: { $0.from <= day }), day <= version.to ?? "9999"
    else { return nil }
    return version
  }

  /// The code of a unit now.
  func code(_ unit: Int) -> String { units[unit].last?.code ?? "" }

  /// The code of a unit on a day: what it last was, or first became.
  func code(_ unit: Int, on day: String) -> String {
    (units[unit].last { $0.from <= day } ?? units[unit].first)?.code ?? ""
  }

  /// What is wrong with the code of a unit that is to pay out on a day.
  func siteFaults(_ code: String, on day: String) -> [String] {
    guard let unit = unit(code, on: day) else { return ["L0441"] }
    guard let version = version(unit, on: day), version.code == code else { return ["L0443"] }
    return ["site", "agency"].contains(version.kind) ? [] : ["L0442"]
  }
}
