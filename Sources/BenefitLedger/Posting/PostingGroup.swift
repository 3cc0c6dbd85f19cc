import BatchFiles
import LedgerCore
import LedgerStore

/// Lines that go into the ledger together: many small files, or a part of a large one.
///
/// Files of a group are sorted together, because a month's steps lie scattered over the whole table:
/// writing them file by file would rewrite the table for every file.
final class PostingGroup {
  /// The lines of all files, in file order.
  let chunk = LineChunk()
  /// The files, in order, each with its lines.
  var files: [(draft: BatchDraft, lines: Range<Int>)] = []
  /// Files that cannot be posted and wait to be told why, or to get their first receipt.
  var unsettled: [Int] = []
  /// Steps, ascending by obligation: those of the lines; or, behind the last lines of a large file,
  /// those of the whole file, at positions that count from its first line.
  var steps: ContiguousArray<NewStep> = []
  /// Whether the files are whole; false for a part of one large file.
  var isWhole = true
  /// For a part of a large file: whether it is the last part.
  var isLastPart = false
  /// For a part of a large file: how much of the file has been read.
  var bytesRead: Int64 = 0

  /// How many lines of an event fit, all in all.
  func capacity(for event: Event, _ sizes: GroupSizes) -> Int {
    let isOneFile = files.isEmpty && unsettled.isEmpty
    return event == .due && isOneFile ? sizes.duePart : sizes.lines
  }

  /// Whether another small file might not fit.
  func isNearlyFull(_ sizes: GroupSizes) -> Bool {
    chunk.lines.count >= sizes.lines * 7 / 8 || chunk.text.count >= sizes.text * 7 / 8
      || files.count + unsettled.count >= sizes.files
  }

  /// Makes this a part of a large file: its lines are those of the group.
  func beAPart(of draft: BatchDraft, _ source: BatchSource) {
    isWhole = false
    bytesRead = source.bytesRead
    files = [(draft, 0..<chunk.lines.count)]
  }

  /// Gives the memory of the lines back once they are in the ledger; whoever handed the group over may
  /// hold it for longer.
  func forgetLines() {
    chunk.lines = []
    chunk.text = []
    chunk.corrections = []
    steps = []
  }

  /// The position of the file whose lines include a position.
  func fileIndex(ofLine position: Int) -> Int {
    var low = 0
    var high = files.count - 1
    while low < high {
      let middle = (low + high) / 2
      if files[middle].lines.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A batch while it is being made.
final class BatchDraft: @unchecked Sendable {
  /// The position of its file in the request.
  let index: Int
  /// What file and options declare.
  let declared: Envelope
  /// The business date.
  let date: CivilDate
  /// The accounting period.
  let period: Month
  /// How many bytes the file has.
  let byteCount: Int64
  /// How many bytes are read of it: more than it has if it came compressed.
  let textByteCount: Int64
  /// The file's SHA-256; known once it is read to its end.
  var digest = Digest.zero
  /// How many rows are posted.
  var rowCount: Int64 = 0
  /// Their sum.
  var total: Int64 = 0
  /// How many rows of the file are left out of it.
  var leftOut: Int64 = 0
  /// The vouchers so far.
  var vouchers = VoucherTable()
  /// The vouchers so far of a batch that corrects.
  var corrected = CorrectedVouchers()
  /// The tree of leaves so far.
  var tree = MerkleTree()
  /// How many vouchers a movement list makes.
  var movementCount: Int64 = 0
  /// Warnings of its reader, which do not keep it from being posted.
  var warnings = Diagnosis()
  /// What of it is dated before the step it follows.
  var backdating = Backdating()
  /// What of it pays into another account than was due.
  var otherAccounts = OtherAccounts()
  /// Whether some line cannot be posted.
  var isFaulty = false
  /// Whether it must wait until an earlier file of its group is decided.
  var isDeferred = false
  /// An account whose counter it would exceed.
  var exceeds: AccountKey?

  init(
    index: Int, declared: Envelope, date: CivilDate, period: Month, byteCount: Int64,
    textByteCount: Int64? = nil
  ) {
    self.index = index
    self.declared = declared
    self.date = date
    self.period = period
    self.byteCount = byteCount
    self.textByteCount = textByteCount ?? byteCount
  }

  /// Whether it goes into the ledger with its group.
  var isIncluded: Bool { !isFaulty && !isDeferred }

  /// How many vouchers its lines make.
  var voucherCount: Int64 { Int64(vouchers.entries.count + corrected.count) }
}
