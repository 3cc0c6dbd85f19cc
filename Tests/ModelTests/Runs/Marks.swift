/// What a run reached: refusal codes, and which command followed which.
struct Marks {
  var codes: [String: Int] = [:]
  var commands: [String: Int] = [:]
  var pairs: [String: Int] = [:]
  private var last = "start"

  mutating func note(_ command: Command, _ outcome: Outcome) {
    for fault in outcome.faults {
      codes[String(fault.prefix { $0 != "@" }), default: 0] += 1
    }
    for code in outcome.refused { codes[code, default: 0] += 1 }
    let name = command.name
    let isDone = outcome.refused.isEmpty && outcome.done.first != "refused"
    commands[name + (isDone ? "" : " refused"), default: 0] += 1
    pairs["\(last) > \(name)", default: 0] += 1
    last = name
  }

  /// What a run has to reach and this one did not.
  var missing: [String] { MarkTable.reached.filter { codes[$0] == nil }.sorted() }

  mutating func add(_ other: Marks) {
    codes.merge(other.codes, uniquingKeysWith: +)
    commands.merge(other.commands, uniquingKeysWith: +)
    pairs.merge(other.pairs, uniquingKeysWith: +)
  }
}

extension Marks: CustomStringConvertible {
  var description: String {
    func list(_ counts: [String: Int]) -> String {
      counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    return "Codes: \(list(codes))\nCommands: \(list(commands))\nPairs: \(pairs.count)"
      + "\nNot reached: \(missing.joined(separator: ", "))"
  }
}
