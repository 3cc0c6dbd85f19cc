import LedgerCore
import LedgerStore

/// Recomputes the batches in order: every line and voucher, the roots and the seals.
///
/// Batches are taken some thousands at a time and their lines in one sweep. What is kept is a window
/// of batches and vouchers, and the sums that are compared with the steps.
struct LineAudit: ~Copyable {
  /// What is wrong.
  var findings = FindingList()
  /// The sums of the lines, to be compared with those of the steps.
  private(set) var buckets: LineBuckets
  /// The batches whose root differs.
  var suspects: Set<Int64> = []
  /// Whether all batches have been gone over.
  private(set) var isDone = false

  let register: AuditedRegister
  let accounts: AuditedAccounts
  let scope: AuditScope
  let rules: PostingRules
  private let mix: StepMix
  private var links: AuditedLinks
  private let progress: (Int64) -> Void

  // The window, and where in it the sweep is.
  private var chain = BatchChain()
  private var window: [(batch: AuditedBatch, records: Int)] = []
  private var position = 0
  private var lastRead: Int64 = 0
  private var damages = 0
  private var isSweeping = false

  // The batch that is gone over.
  var vouchers: ContiguousArray<AuditedVoucher> = []
  var firstVoucher: Int64 = 1
  var tree = MerkleTree()
  private var number: Int64 = 0
  private var lines: Range<Int64> = 1..<1
  private var event: UInt8 = 0
  private var date: CivilDate?
  private var records = 0
  private var voucherBase = 0
  private var voucherEnd = 0
  private var nextNewVoucher = 0
  private var expectedLine: Int64 = 1
  private var canonical = CanonicalBytes()

  init(
    _ register: AuditedRegister, _ accounts: AuditedAccounts, _ rules: PostingRules, _ mix: StepMix,
    _ links: AuditedLinks, _ scope: AuditScope, progress: @escaping (Int64) -> Void
  ) {
    self.rules = rules
    self.links = links
    self.register = register
    self.accounts = accounts
    self.mix = mix
    self.scope = scope
    self.progress = progress
    buckets = LineBuckets(after: scope.lineBefore)
    lastRead = scope.lineBefore
  }

  /// Goes over all batches that are left.
  mutating func run(_ snapshot: any LedgerSnapshot) throws {
    while !isDone {
      if position == window.count { try loadWindow(snapshot) }
      if position == window.count { continue }
      if let last = window.map(\.batch.nextLine).max(), lastRead < last - 1 {
        isSweeping = true
        try snapshot.scanLines(from: lastRead + 1, through: last - 1) { take($0) }
        isSweeping = false
        lastRead = last - 1
      }
      while position < window.count { finishBatch() }
    }
  }

  /// Notes that a part of the file cannot be read, and goes on behind it if that makes sense.
  mutating func skip(_ error: LedgerError) {
    findings.add(Finding(.ledgerDamaged, error.message))
    damages += 1
    if damages > 64 || !isSweeping { isDone = true }
    isSweeping = false
    lastRead += 1
  }

  private mutating func loadWindow(_ snapshot: any LedgerSnapshot) throws {
    let batches = try AuditedBatch.window(
      snapshot, after: window.last?.batch.number ?? 0, through: scope.lastBatch,
      vouchers: 1 << 17)
    guard let last = batches.last else {
      isDone = true
      return
    }
    window = batches.map { ($0, chain.take($0, register, &findings)) }
    // Batches that are checked by their seals alone stay in the window as if they had no rows.
    position = window.firstIndex { $0.batch.number > scope.since } ?? window.count
    guard position < window.count else { return }
    firstVoucher = window[position].batch.firstVoucher
    vouchers = try AuditedVoucher.load(
      snapshot, from: firstVoucher, before: last.nextVoucher, accounts)
    beginBatch()
  }

  private mutating func beginBatch() {
    guard position < window.count else { return }
    let batch = window[position].batch
    number = batch.number
    lines = batch.firstLine..<batch.nextLine
    event = batch.event?.rawValue ?? 0
    date = batch.date
    records = window[position].records
    expectedLine = batch.firstLine
    tree = MerkleTree()
    let base = min(max(batch.firstVoucher - firstVoucher, 0), Int64(vouchers.count))
    voucherBase = Int(base)
    voucherEnd = Int(min(base + batch.voucherCount, Int64(vouchers.count)))
    nextNewVoucher = voucherBase
  }

  private mutating func finishBatch() {
    let batch = window[position].batch
    noteMissing(through: batch.nextLine - 1, batch)
    finish(batch, records: records, vouchers: voucherBase..<max(voucherBase, voucherEnd))
    position += 1
    beginBatch()
  }

  // MARK: One line

  private mutating func take(_ stored: StoredLine) {
    let line = stored.number
    lastRead = line
    if line & 0xFFFF == 0 { progress(line) }
    while line >= lines.upperBound, position < window.count { finishBatch() }
    guard lines.contains(line), position < window.count else {
      findings.add(Finding(.lineExtra, line: line, "Line \(line) belongs to no batch."))
      return
    }
    if line != expectedLine { noteMissing(through: line - 1, window[position].batch) }
    expectedLine = line + 1
    addLeaf(stored)
    if stored.batch != number {
      findings.add(
        Finding(
          .lineVoucher, batch: number, line: line,
          "Line \(line) is of batch \(number) but names batch \(stored.batch)."))
    }
    if stored.line.obligor != stored.line.person { checkLink(stored) }
    if stored.hasPossibleValues {
      addToVoucher(stored)
    } else {
      findings.add(
        Finding(
          .valueImpossible, batch: number, line: line,
          "Line \(line) holds what no posting writes."))
    }
  }

  private mutating func checkLink(_ stored: StoredLine) {
    guard !links.joins(stored.line.person, stored.line.obligor, records: records) else { return }
    findings.add(
      Finding(
        .lineLink, batch: number, line: stored.number,
        """
        Line \(stored.number) is kept under another number than its person's, and no link that was \
        there when it was posted joins the two.
        """))
  }

  @inline(__always)
  private mutating func addLeaf(_ stored: StoredLine) {
    guard let date, let site = register.code(of: stored.line.unit, on: date, records: records)
    else {
      tree.append(.zero)
      return
    }
    tree.append(
      Leaf.payment(
        stored.line, site: site, text: stored.text, corrects: stored.corrects, using: &canonical))
  }

  @inline(__always)
  private mutating func addToVoucher(_ stored: StoredLine) {
    let index = Int(clamping: stored.voucher &- firstVoucher)
    // Vouchers are numbered in the order in which the file first needs them.
    guard index >= voucherBase, index < voucherEnd, index <= nextNewVoucher,
      vouchers[index].holds(stored.line)
    else {
      findings.add(
        Finding(
          .lineVoucher, batch: number, voucher: stored.voucher, line: stored.number,
          "Line \(stored.number) does not belong to the voucher that it names, \(stored.voucher)."))
      return
    }
    if index == nextNewVoucher { nextNewVoucher += 1 }
    vouchers[index].sum += Int128(stored.line.amount)
    vouchers[index].count += 1
    let line = stored.line
    buckets.add(
      mix(
        StepMix.Content(
          key: line.key.packed,
          detail: StepMix.Content.detail(
            event: event, channel: line.channel, fund: line.fund, unit: line.unit),
          amount: line.amount, line: stored.number, debit: vouchers[index].debit,
          credit: vouchers[index].credit, corrects: stored.corrects)), line: stored.number)
  }

  private mutating func noteMissing(through last: Int64, _ batch: AuditedBatch) {
    guard last >= expectedLine else { return }
    findings.add(
      Finding(
        .lineMissing, batch: batch.number, line: expectedLine,
        last == expectedLine
          ? "Line \(last) of batch \(batch.number) is missing."
          : "Lines \(expectedLine) to \(last) of batch \(batch.number) are missing."))
    expectedLine = last + 1
  }
}

extension StoredLine {
  /// Whether every number is one that a posting can write.
  @inline(__always)
  var hasPossibleValues: Bool {
    Month(number: line.month) != nil && PersonNumber.encodedRange.contains(line.person)
      && PersonNumber.encodedRange.contains(line.obligor) && Benefit(rawValue: line.benefit) != nil
      && line.occurrence >= 1 && line.amount != 0 && (line.amount < 0) == (corrects != 0)
      && line.unit > 0 && Channel(rawValue: line.channel) != nil && Fund(rawValue: line.fund) != nil
  }
}
