/// Makes a sequence that fails small: drops commands, drops rows, halves amounts, as long as it fails.
struct Shrinker {
  /// Whether a sequence still fails, and how.
  let fails: ([Command]) -> Run.Mismatch?
  private(set) var commands: [Command]
  private(set) var mismatch: Run.Mismatch
  /// How many more sequences are tried.
  private var trials = 300

  init(
    _ commands: [Command], _ mismatch: Run.Mismatch, fails: @escaping ([Command]) -> Run.Mismatch?
  ) {
    self.fails = fails
    self.commands = commands
    self.mismatch = mismatch
  }

  mutating func shrink() {
    var size = commands.count / 2
    while size > 0 {
      dropCommands(size)
      size /= 2
    }
    var isSmaller = true
    while isSmaller {
      isSmaller = dropCommands(1)
      isSmaller = shrinkLists() || isSmaller
    }
  }

  /// Whether a smaller sequence fails too; then it takes the place of the other.
  private mutating func take(_ smaller: [Command]) -> Bool {
    guard trials > 0 else { return false }
    trials -= 1
    guard let found = fails(smaller) else { return false }
    commands = smaller
    mismatch = found
    return true
  }

  @discardableResult
  private mutating func dropCommands(_ size: Int) -> Bool {
    var isSmaller = false
    var end = commands.count
    while end > 0 {
      let start = max(end - size, 0)
      var smaller = commands
      smaller.removeSubrange(start..<min(end, smaller.count))
      isSmaller = take(smaller) || isSmaller
      end = start
    }
    return isSmaller
  }

  private mutating func shrinkLists() -> Bool {
    var isSmaller = false
    for place in commands.indices {
      guard case .post(let posting) = commands[place] else { continue }
      for smaller in posting.smaller {
        var shorter = commands
        shorter[place] = .post(smaller)
        if take(shorter) {
          isSmaller = true
          break
        }
      }
    }
    return isSmaller
  }
}

extension Posting {
  /// The same list with a row less, with an amount halved, or without what need not be declared.
  fileprivate var smaller: [Posting] {
    var found: [Posting] = []
    for place in rows.indices where rows.count > 1 {
      var list = self
      list.rows.remove(at: place)
      found.append(list)
    }
    var plain = self
    plain.count = nil
    plain.total = nil
    plain.reference = ""
    plain.period = ""
    if plain != self { found.append(plain) }
    for place in rows.indices {
      guard let value = rows[place].value, value > 1 else { continue }
      var list = self
      list.rows[place].amount = "\(value / 2)"
      found.append(list)
    }
    return found
  }
}
