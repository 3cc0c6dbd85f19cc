import GRDBSQLite

/// Rows of a table in memory: read without being timed, inserted while the watch runs.
struct RowBuffer {
  /// How many rows are held at a time.
  static let capacity = 65_536

  private let integerCount: Int
  private let textCount: Int
  private let blobCount: Int
  private var integers: [Int64] = []
  /// Lengths of texts and bytes, in the order of the columns.
  private var lengths: [Int32] = []
  private var bytes: [UInt8] = []
  /// How many rows it holds.
  private(set) var count = 0

  init(_ table: FloorTable) {
    integerCount = table.integers.count
    textCount = table.texts.count
    blobCount = table.blobs.count
    integers.reserveCapacity(Self.capacity * integerCount)
    lengths.reserveCapacity(Self.capacity * (textCount + blobCount))
  }

  /// Whether there may be more rows.
  ///
  /// A query at its end must not be asked again: it would begin anew.
  var isFull: Bool { count == Self.capacity }

  /// Fills the buffer with the next rows of a query.
  mutating func fill(from query: FloorStatement) throws {
    integers.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    count = 0
    let row = query.pointer
    while count < Self.capacity, try query.step() {
      for column in 0..<integerCount { integers.append(sqlite3_column_int64(row, Int32(column))) }
      for column in integerCount..<integerCount + textCount + blobCount {
        let start = sqlite3_column_blob(row, Int32(column))
        let length = sqlite3_column_bytes(row, Int32(column))
        lengths.append(length)
        if let start {
          bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: Int(length)))
        }
      }
      count += 1
    }
  }

  /// Inserts every row: bind, step, reset, and nothing else.
  func insert(with statement: FloorStatement) throws {
    let row = statement.pointer
    try integers.withUnsafeBufferPointer { integers in
      try lengths.withUnsafeBufferPointer { lengths in
        try bytes.withUnsafeBufferPointer { bytes in
          var integer = 0
          var length = 0
          var start = bytes.baseAddress
          for _ in 0..<count {
            for column in 1...integerCount {
              sqlite3_bind_int64(row, Int32(column), integers[integer])
              integer += 1
            }
            for column in 0..<textCount {
              let index = Int32(integerCount + column + 1)
              Self.bind(row, index, text: start, lengths[length])
              start = start?.advanced(by: Int(lengths[length]))
              length += 1
            }
            for column in 0..<blobCount {
              let index = Int32(integerCount + textCount + column + 1)
              sqlite3_bind_blob(row, index, start, lengths[length], nil)
              start = start?.advanced(by: Int(lengths[length]))
              length += 1
            }
            _ = try statement.step()
            statement.reset()
          }
        }
      }
    }
  }

  /// Binds text that stays where it is; nothing if it is empty.
  @inline(__always)
  private static func bind(
    _ row: OpaquePointer, _ index: Int32, text: UnsafePointer<UInt8>?, _ length: Int32
  ) {
    guard length > 0, let text else {
      sqlite3_bind_null(row, index)
      return
    }
    text.withMemoryRebound(to: CChar.self, capacity: Int(length)) {
      _ = sqlite3_bind_text(row, index, $0, length, nil)
    }
  }
}
