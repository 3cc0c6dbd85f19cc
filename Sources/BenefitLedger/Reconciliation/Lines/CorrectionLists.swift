import BatchFiles
import LedgerCore
import LedgerStore

/// Writes the lists that, posted in their order, make our lines those of the other side.
///
/// What is written was tried out on each obligation's history by the rules that posting goes by; what
/// they forbid is counted by why, and left to a person.
final class CorrectionLists {
  private let event: Event
  private let snapshot: any LedgerSnapshot
  private let tree: UnitTree
  private let links: LinkRegister
  private let gates: CorrectionGates
  private var lists: [(file: OutputFile, event: Event, undoes: Bool, sum: Sum)] = []
  private var left: [LinesCorrection.Why: Int64] = [:]
  private var waiting: ContiguousArray<LineFinding> = []
  private var lastKey = UInt64.max

  /// So many differences are looked up at a time.
  private static let chunkLength = 16_384
  private static let undoing = 0
  private static let transferring = 1
  private static let posting = 2

  /// Names the lists; none of them may exist.
  init(
    _ request: LinesRequest, _ snapshot: any LedgerSnapshot, _ tree: UnitTree, _ chart: PaymentChart
  ) throws {
    event = request.event
    self.snapshot = snapshot
    self.tree = tree
    links = try LinkRegister(snapshot)
    gates = CorrectionGates(
      tree: tree, holds: try HeldPersons(snapshot, hasLinks: !links.isEmpty), chart: chart,
      today: request.today)
    let kinds: [(Event, Bool)] = [(event, true), (.transferred, false), (event, false)]
    for (path, (event, undoes)) in zip(request.correctionPaths, kinds) {
      lists.append((try OutputFile(path), event, undoes, Sum()))
    }
  }

  /// Adds a difference; they come in the order of keys.
  func add(_ finding: LineFinding) throws {
    guard finding.kind != .duplicate else { return leave(.theirs) }
    guard finding.key != lastKey else { return leave(.afterAnother) }
    lastKey = finding.key
    waiting.append(finding)
    if waiting.count == Self.chunkLength { try writeWaiting() }
  }

  /// Writes what is left.
  func finish() throws -> LinesCorrection {
    try writeWaiting()
    for list in lists { try list.file.finish() }
    return LinesCorrection(
      lists: lists.filter(\.file.isMade).map { list in
        LinesCorrection.List(
          path: list.file.path, event: list.event, undoes: list.undoes,
          count: Int64(clamping: list.sum.count), total: Int64(clamping: list.sum.amount))
      },
      left: left.map { (why: $0.key, count: $0.value) }.sorted { $0.why.order < $1.why.order })
  }

  /// Removes what was written.
  func remove() { for list in lists { list.file.remove() } }

  private func leave(_ why: LinesCorrection.Why) { left[why, default: 0] += 1 }

  private func writeWaiting() throws {
    var lines = ContiguousArray(waiting.map { line(of: $0) })
    if !links.isEmpty { try Obligors(links, snapshot).adopt(&lines) }
    let (keys, order) = KeyOrder.sorted(lines)
    try keys.withUnsafeBufferPointer { keys in
      try snapshot.histories(of: keys) { sorted, steps in
        let place = Int(order[sorted])
        do {
          let plan = try PlannedCorrection(waiting[place], event, lines[place], steps)
          if let code = gates.refusal(of: plan, event, waiting[place]) {
            leave(.refused(code))
          } else {
            try write(plan, waiting[place])
          }
        } catch let refused as PlannedCorrection.Refused {
          leave(.refused(refused.code))
        }
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func line(of finding: LineFinding) -> PaymentLine {
    let key = ObligationKey(packed: finding.key)
    var line = PaymentLine()
    line.person = key.person
    line.obligor = key.person
    line.month = key.month.number
    line.benefit = key.benefit
    line.occurrence = key.occurrence
    if event.sendsMoney { line.hold = gates.hold(of: key.person) }
    return line
  }

  private func write(_ plan: PlannedCorrection, _ finding: LineFinding) throws {
    if let row = plan.undone { try add(row, finding, to: Self.undoing) }
    if let row = plan.transferred { try add(row, finding, to: Self.transferring) }
    if let row = plan.posted { try add(row, finding, to: Self.posting) }
  }

  private func add(
    _ row: PlannedCorrection.Row, _ finding: LineFinding, to list: Int
  ) throws {
    let key = ObligationKey(packed: finding.key)
    let person = try promised(PersonNumber(encoded: key.person), "person")
    let benefit = try promised(Benefit(rawValue: key.benefit), "benefit")
    var header = "person,benefit,month,amount,occurrence"
    var text = "\(person.digits),\(benefit.code),\(key.month),\(row.amount),\(key.occurrence)"
    if !lists[list].undoes, PlannedCorrection.saysWhere(lists[list].event) {
      header += ",site,channel,fund"
      text += "," + (row.unit > 0 ? CsvText.field(tree.code(of: row.unit)) : "")
      text += "," + (Channel(rawValue: row.channel)?.code ?? "")
      text += "," + (Fund(rawValue: row.fund)?.code ?? "")
    }
    try lists[list].file.add(text, header: header)
    lists[list].sum.add(count: 1, amount: row.amount)
  }
}

extension LinesCorrection.Why {
  /// Where it stands in an answer.
  fileprivate var order: Int {
    switch self {
    case .theirs: 0
    case .refused(let code): Int(code.rawValue)
    case .afterAnother: .max
    }
  }
}
