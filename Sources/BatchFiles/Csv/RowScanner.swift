import struct Crypto.SHA256
import Glibc
import LedgerCore

/// Where the content of a field lies, in bytes from the scanner's base.
struct FieldSpan {
  /// The first byte of the content.
  var start: Int32 = 0
  /// How many bytes the content has.
  var count: Int32 = 0
  /// The first byte of the field in the file, its quote included.
  var raw: Int32 = 0
}

/// A mistake in the shape of a row, found before its fields are looked at.
struct ShapeFault {
  var code: Code
  /// The byte at fault, from the beginning of the row.
  var offset: Int
  /// The field it is in; nil if the row as a whole cannot be read.
  var field: Int?
}

/// How much is read at a time, and how much in all.
struct ReadingLimits {
  /// Bytes asked for at a time; tests read byte by byte.
  var blockSize = 1 << 20
  /// The longest row.
  var rowBytes = 65_536
  /// The longest field.
  var fieldBytes = 4_096
  /// The most rows of a file.
  var rows: Int64 = 20_000_000
  /// The longest file.
  var fileBytes = BatchSource.largestFile
  /// Whether the bytes are hashed as they are read.
  var isHashed = true

  /// The limits of a list that is held in memory as a whole.
  static let held: ReadingLimits = {
    var limits = ReadingLimits()
    limits.rows = 1_000_000
    limits.fileBytes = 256 << 20
    return limits
  }()
}

/// Splits a file into rows and fields as RFC 4180 has it, in one pass and in bounded memory.
///
/// A plain row (no quotes, no controls) is split eight bytes at a time where it lies; any other goes
/// through ``scanCarefully()``. The bytes that are hashed are the bytes that are split.
final class RowScanner {
  enum Step {
    /// There is a row; ``shapeFaults`` says whether it is whole.
    case row
    /// The last byte has been read.
    case end
    /// The rest cannot be told into rows.
    case stuck
  }

  let source: BatchSource
  let limits: ReadingLimits
  let base: UnsafeMutablePointer<UInt8>
  let fields: UnsafeMutablePointer<FieldSpan>
  /// Where contents with doubled quotes are copied to, from ``base``.
  let scratch: Int
  var scratchUsed = 0
  private let capacity: Int
  private let blockSize: Int
  private var hash = SHA256()

  /// The end of the bytes read so far.
  var limit = 0
  /// Whether the source has no more.
  var isExhausted = false
  /// Where the next row begins.
  var cursor = 0
  /// The row's first byte.
  var rowStart = 0
  /// The byte after the row's last, its line end left out.
  var rowEnd = 0
  /// How many fields the row has, stored or not.
  var fieldCount = 0
  /// The line the row begins on, from 1.
  var line: UInt32 = 0
  /// The line the next row begins on.
  var nextLine: UInt32 = 1
  /// What is wrong with the row's shape.
  var shapeFaults: [ShapeFault] = []
  /// Whether the last row has its line end.
  var isLastLineEnded = true
  /// Whether nothing can be read any more.
  var isStuck = false
  /// Where the rest of a row that is too long begins, if it is still to be skipped.
  var discardFrom: Int?

  /// How many fields of a row are stored; no list has as many columns.
  static let storedFields = 64

  init(source: BatchSource, limits: ReadingLimits) {
    self.source = source
    var limits = limits
    // The identity of a file is that of its bytes as they came, which are hashed already.
    if source.origin != nil { limits.isHashed = false }
    self.limits = limits
    // A night has thousands of small files; none of them pays for a large block.
    // What a stored file says of its length may be anything, and is not added to.
    let byteCount = Int(clamping: min(source.byteCount, Int64(limits.blockSize)))
    blockSize = min(limits.blockSize, max(64, byteCount + 1))
    capacity = limits.rowBytes + blockSize + FieldBytes.slack
    scratch = capacity + FieldBytes.slack
    let allocated = scratch + limits.rowBytes + 2 * FieldBytes.slack
    // Zeroed, so that words loaded beyond the last byte are defined; pages not used cost nothing.
    guard let zeroed = calloc(allocated, 1) else { preconditionFailure("out of memory") }
    base = zeroed.bindMemory(to: UInt8.self, capacity: allocated)
    fields = .allocate(capacity: Self.storedFields + 1)
    fields.initialize(repeating: FieldSpan(), count: Self.storedFields + 1)
    closeBlock()
  }

  deinit {
    free(base)
    fields.deallocate()
  }

  /// The digest of all bytes of the file as it came; only at the end.
  var digest: Digest {
    if let origin = source.origin { return origin.digest }
    precondition(isExhausted && limits.isHashed, "the digest is of the whole file")
    return Digest(hash.finalize())
  }

  /// The row's bytes; valid until the next row.
  var row: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + rowStart, count: rowEnd - rowStart)
  }

  /// Whether the row was read to its end and can be told into fields.
  var isRowWhole: Bool { !shapeFaults.contains { $0.field == nil } }

  /// A field's content; valid until the next row.
  @inline(__always)
  func field(_ index: Int) -> FieldBytes {
    let span = fields[index]
    return FieldBytes(start: UnsafePointer(base + Int(span.start)), count: Int(span.count))
  }

  /// Where a field begins in the row, its quote included.
  func offset(ofField index: Int) -> Int { Int(fields[index].raw) - rowStart }

  /// A field's bytes in the row, its quotes included.
  func rawRange(ofField index: Int) -> Range<Int> {
    let isLast = index + 1 >= fieldCount
    let end = isLast ? rowEnd - rowStart : offset(ofField: index + 1) - 1
    return offset(ofField: index)..<max(end, offset(ofField: index))
  }

  /// Goes to the next row that is not blank.
  func next() throws(FileFault) -> Step {
    if isStuck { return .stuck }
    if !shapeFaults.isEmpty { shapeFaults.removeAll(keepingCapacity: true) }
    if let from = discardFrom { try discardLine(from: from) }
    while true {
      rowStart = cursor
      line = nextLine
      switch scanPlainRow() {
      case .row:
        nextLine = line + 1
        if rowEnd > rowStart { return .row }
      case .careful: return try scanCarefully()
      case .end: return .end
      case .needsMore:
        if limit - rowStart > limits.rowBytes { return try scanCarefully() }
        try refill()
      }
    }
  }

  /// Reads the first bytes, by which a file that is no CSV is told.
  func readBeginning() throws(FileFault) {
    while limit < 64, !isExhausted { try refill() }
  }

  /// Makes room and reads a block; rows not yet given out move to the front.
  func refill() throws(FileFault) {
    if rowStart > 0 {
      base.update(from: base + rowStart, count: limit - rowStart)
      limit -= rowStart
      cursor -= rowStart
      rowStart = 0
    }
    let room = UnsafeMutableRawBufferPointer(
      start: base + limit, count: min(blockSize, capacity - limit))
    precondition(!room.isEmpty, "a row longer than allowed was not stopped")
    let count = try source.read(into: room)
    if limits.isHashed {
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[0..<count]))
    }
    limit += count
    if count == 0 {
      try source.checkUnchanged()
      isExhausted = true
    }
    closeBlock()
  }

  /// A line end after the last byte stops the plain scan without a check for each byte.
  private func closeBlock() {
    (base + limit).update(repeating: 0x0A, count: FieldBytes.slack)
  }

  private func discardLine(from: Int) throws(FileFault) {
    discardFrom = nil
    var at = from
    while true {
      while at < limit, base[at] != 0x0A { at += 1 }
      if at < limit {
        cursor = at + 1
        return
      }
      cursor = limit
      rowStart = limit
      if isExhausted {
        isLastLineEnded = false
        return
      }
      try refill()
      at = 0
    }
  }
}
