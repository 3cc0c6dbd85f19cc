import LedgerCore

/// A line of one side while the two are compared: fixed width, for millions of them are sorted.
struct ComparedLine: BitwiseCopyable {
  /// The obligation's key under the person's first number, packed.
  var key: UInt64
  /// Whole đồng.
  var amount: Int64
  /// The unit; 0 where their row names none.
  var unit: Int32
  /// Which of our batches of the event, or which of their files, from 0.
  var source: Int32
  /// The line of their file; of ours the number of the step.
  var line: UInt32
  /// The channel; 0 where their row names none.
  var channel: UInt8
}
