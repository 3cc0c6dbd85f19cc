/// Records of a fixed size in a private file, in the order in which they were added.
final class Spool<Record: BitwiseCopyable> {
  /// How many records there are.
  private(set) var count: Int64 = 0
  private let file: PrivateFile
  private var waiting: ContiguousArray<Record> = []

  /// How many records are written or read at a time.
  static var blockSize: Int { 4_096 }

  /// Begins with none.
  init(beside location: String) throws {
    file = try PrivateFile(beside: location)
    waiting.reserveCapacity(Self.blockSize)
  }

  /// Adds a record.
  @inline(__always)
  func append(_ record: Record) throws {
    waiting.append(record)
    count += 1
    if waiting.count == Self.blockSize { try flush() }
  }

  /// Adds records that come together, and writes them.
  func append(_ records: ContiguousArray<Record>) throws {
    try flush()
    try records.withUnsafeBytes { try file.append($0) }
    count += Int64(records.count)
  }

  /// Writes what is waiting, so that all of it can be read.
  func flush() throws {
    try waiting.withUnsafeBytes { try file.append($0) }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Reads a stretch of the records, which must have been written.
  func reader(_ records: Range<Int64>) -> SpoolReader<Record> {
    precondition(waiting.isEmpty, "what is read was flushed before")
    return SpoolReader(file, records)
  }
}

/// Reads a stretch of a spool, block by block.
struct SpoolReader<Record: BitwiseCopyable> {
  private let file: PrivateFile
  private var left: Range<Int64>
  private var block: ContiguousArray<Record> = []
  private var place = 0

  fileprivate init(_ file: PrivateFile, _ records: Range<Int64>) {
    self.file = file
    left = records
  }

  /// The next record; nil after the last.
  mutating func next() throws -> Record? {
    if place == block.count {
      guard !left.isEmpty else { return nil }
      try readBlock()
    }
    defer { place += 1 }
    return block[place]
  }

  /// All records of the stretch at once.
  func all() throws -> ContiguousArray<Record> { try read(left) }

  private mutating func readBlock() throws {
    let end = min(left.lowerBound + Int64(Spool<Record>.blockSize), left.upperBound)
    block = try read(left.lowerBound..<end)
    place = 0
    left = end..<left.upperBound
  }

  private func read(_ records: Range<Int64>) throws -> ContiguousArray<Record> {
    try ContiguousArray(unsafeUninitializedCapacity: records.count) { buffer, initialized in
      let whole = UnsafeMutableRawBufferPointer(
        start: buffer.baseAddress, count: records.count * MemoryLayout<Record>.stride)
      try file.read(from: records.lowerBound * Int64(MemoryLayout<Record>.stride), into: whole)
      initialized = records.count
    }
  }
}
