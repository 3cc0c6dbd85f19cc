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
    for code in outcome.refused where outcome.refused.count == 1 { codes[code, default: 0] += 1 }
    let name = command.name
    let isDone = outcome.refused.isEmpty && outcome.done.first != "refused"
    commands[name + (isDone ? "" : " refused"), default: 0] += 1
    pairs["\(last) > \(name)", default: 0] += 1
    last = name
  }

  mutating func add(_ other: Marks) {
    codes.merge(other.codes, uniquingKeysWith: +)
    commands.merge(other.commands, uniquingKeysWith: +)
    pairs.merge(other.pairs, uniquingKeysWith: +)
  }
}
