/// What one obligation is known by: it exists once, for ever.
struct ObligationName: Hashable, Comparable {
  var month: String
  var person: String
  var benefit: String
  var occurrence: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.month, left.person, left.benefit, left.occurrence)
      < (right.month, right.person, right.benefit, right.occurrence)
  }
}

/// How an obligation is to be paid: that of the latest due, reissue or transfer.
struct Instruction: Equatable {
  var site: Int
  var channel: String
  var fund: String
  var account: String
}

/// One step of an obligation, or the undoing of one.
struct ModelStep {
  var event: String
  var from: String
  var to: String
  var amount: Int64
  /// What is open afterwards.
  var open: Int64
  /// What was open before, and by which instruction: what undoing goes back to.
  var openBefore: Int64
  var before: Instruction?
  var after: Instruction
  var batch: Int
  var line: Int
  var date: String
  var period: String
  var voucher: Int
  /// The place of the step this one undoes, and of the one that undid it.
  var corrects: Int?
  var undoneBy: Int?

  var counts: Bool { corrects == nil && undoneBy == nil }
}

/// An account: a code, its fund, and a unit if it is kept for each.
struct ModelAccount: Hashable {
  var code: String
  var fund: String
  var unit: Int?
}

/// Money that moved from one account to another.
struct ModelVoucher {
  var batch: Int
  var debit: ModelAccount
  var credit: ModelAccount
  var amount: Int64
  var lines: Int
  var unit: Int?
  var benefit: String
  var channel: String
  var month: String
  var event: String
  var period: String
  var date: String
  var corrects: Int?
}

/// A posted file.
struct ModelBatch {
  var number: Int
  var event: String
  var undoes = false
  var reverses: Int?
  var reversedBy: Int?
  var reference = ""
  var declaredDate = ""
  var declaredPeriod = ""
  var date: String
  var period: String
  var text = ""
  var rows: Int
  var total: Int64
  var vouchers: [Int] = []
  /// Its steps, by obligation and place; none of a movement list.
  var steps: [(name: ObligationName, place: Int)] = []
  /// The accounts that an opening list opened.
  var opened: [ModelAccount] = []
  /// The year that a year end closed.
  var year: String?
  var leftOut = 0
  var isMade = false
}

/// A version of a unit: what it is from a day on.
struct UnitVersion {
  var code: String
  var name: String
  var kind: String
  var parent: String
  var from: String
  var to: String?
  var successor: String?
}

/// Somebody who is not payable.
struct ModelHold {
  var person: String
  var kind: String
  var reason: String
  var from: String
  var to: String?
  var released: String?
  var isDeath = false
}

/// What a command came to, in lines that can be compared.
struct Outcome: Equatable {
  /// What was done, such as a receipt.
  var done: [String] = []
  /// Mistakes and warnings as `CODE@LINE`, sorted.
  var faults: [String] = []
  /// The command as a whole was refused; of the model, every reason that holds: the contract says
  /// that one is given, and not always which.
  var refused: Set<String> = []
  /// Mistakes that may be told or not, because the list is refused for others first.
  var unsaid: Set<String> = []

  static func refused(_ codes: String...) -> Outcome { Outcome(refused: Set(codes)) }

  /// Whether the engine's outcome is one that the model allows.
  func allows(_ engine: Outcome) -> Bool {
    guard refused.isEmpty == engine.refused.isEmpty else { return false }
    if !refused.isEmpty { return engine.refused.isSubset(of: refused) }
    guard done == engine.done else { return false }
    let ours = Self.byLine(faults.filter { !unsaid.contains($0) })
    let theirs = Self.byLine(
      engine.faults.filter { !Self.isSummary($0) && !unsaid.contains($0) })
    return ours.keys == theirs.keys
      && ours.allSatisfy { line, codes in Self.allows(codes, theirs[line] ?? []) }
  }

  /// Of what is wrong with one row and its obligation or unit, the program says one thing at a time; all
  /// else it says together.
  private static func allows(_ ours: Set<String>, _ theirs: Set<String>) -> Bool {
    let isOfObligation = { (code: String) in
      code.hasPrefix("L05") && code < "L0590" || code.hasPrefix("L07")
    }
    let first = theirs.filter(isOfObligation)
    let possible = ours.filter(isOfObligation)
    let fields = ours.subtracting(possible)
    // Whether a row with a mistake in a field is also held depends on which field it is.
    let isWhole = !fields.contains { $0 < "L0500" }
    return first.isSubset(of: possible) && (!isWhole || first.isEmpty == possible.isEmpty)
      && theirs.subtracting(first).subtracting(isWhole ? [] : ["L0590"]) == fields
  }

  private static func byLine(_ faults: [String]) -> [String: Set<String>] {
    var lines: [String: Set<String>] = [:]
    for fault in faults {
      lines[String(fault.drop { $0 != "@" }), default: []].insert(
        String(fault.prefix { $0 != "@" }))
    }
    return lines
  }

  /// One sentence about a list of which every row has the same fault, beside those of the rows.
  private static func isSummary(_ fault: String) -> Bool {
    fault.hasSuffix("@0") && fault > "L0502" && fault < "L0532" || fault == "L1011@0"
  }

  var text: String {
    let parts =
      done + (faults.isEmpty ? [] : ["faults " + faults.sorted().joined(separator: " ")])
      + (refused.isEmpty ? [] : ["refused " + refused.sorted().joined(separator: " or ")])
    return parts.isEmpty ? "nothing" : parts.joined(separator: "\n      ")
  }
}
