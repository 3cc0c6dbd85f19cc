/// How long the plain insert of one event's rows took.
struct FloorFigures: Codable {
  /// Rows of `line`; there are as many of `step`.
  var lines: Int
  /// Inserting into `line`.
  var lineMicroseconds: Int
  /// Inserting into `step`.
  var stepMicroseconds: Int
  /// Inserting batches and vouchers.
  var voucherMicroseconds: Int
  /// Beginning and committing.
  var commitMicroseconds: Int
  /// Time on processors in all of it.
  var cpuMicroseconds: Int

  /// All of it.
  var microseconds: Int {
    lineMicroseconds + stepMicroseconds + voucherMicroseconds + commitMicroseconds
  }
}

/// The plain inserts into one fresh file.
struct FloorAnswer: Codable {
  /// The rows of `post due`.
  var due: FloorFigures
  /// The rows of `post paid`.
  var paid: FloorFigures
}
