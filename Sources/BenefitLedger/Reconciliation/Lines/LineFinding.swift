import LedgerCore

/// How a line of one side differs from the other side's.
public enum LineDifferenceKind: UInt8, CaseIterable, Sendable {
  /// They have it and we do not.
  case missingOurs
  /// We have it and they do not.
  case missingTheirs
  /// Both have it, with different amounts.
  case amount
  /// They have it once more than it is.
  case duplicate
  /// Both have it, at different units.
  case site
  /// Both have it, through different channels.
  case channel

  /// The stable name, as `reconcile lines --json` writes it.
  public var code: String {
    switch self {
    case .missingOurs: "missing-ours"
    case .missingTheirs: "missing-theirs"
    default: String(describing: self)
    }
  }
}

/// A difference as it is kept until all are known: fixed width, in a private file.
struct LineFinding: BitwiseCopyable {
  /// The obligation's key under the person's first number, packed.
  var key: UInt64
  /// Our amount in đồng; 0 if we do not have it.
  var ours: Int64 = 0
  /// Their amount in đồng; 0 if they do not have it.
  var theirs: Int64 = 0
  var ourUnit: Int32 = 0
  var theirUnit: Int32 = 0
  /// The place of our batch; -1 if we do not have it.
  var batch: Int32 = -1
  /// The place of their file; -1 if they do not have it.
  var file: Int32 = -1
  /// The line of their file.
  var fileLine: UInt32 = 0
  var kindNumber: UInt8
  var ourChannel: UInt8 = 0
  var theirChannel: UInt8 = 0

  /// What kind it is.
  var kind: LineDifferenceKind {
    LineDifferenceKind(rawValue: kindNumber) ?? .missingOurs
  }

  init(_ kind: LineDifferenceKind, ours: ComparedLine?, theirs: ComparedLine?) {
    kindNumber = kind.rawValue
    key = ours?.key ?? theirs?.key ?? 0
    if let ours {
      self.ours = ours.amount
      ourUnit = ours.unit
      ourChannel = ours.channel
      batch = ours.source
    }
    if let theirs {
      self.theirs = theirs.amount
      theirUnit = theirs.unit
      theirChannel = theirs.channel
      file = theirs.source
      fileLine = theirs.line
    }
  }
}
