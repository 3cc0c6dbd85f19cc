/// Reads a proof, and refuses what is not exactly as ``PaymentProof/text`` writes it.
public struct ProofReader {
  private let lines: [ArraySlice<UInt8>]
  private var position = 0

  /// What is not as it has to be.
  public struct Fault: Error, Equatable {
    /// The line, from 1.
    public let line: Int
  }

  /// How many bytes a proof may have: far more than any has.
  public static let most = 1 << 20

  /// Reads a proof.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The proof, whose parts are still to be checked.
  /// - Throws: `Fault` at the first line that is not as it has to be.
  public static func proof(_ bytes: [UInt8]) throws(Fault) -> PaymentProof {
    var reader = ProofReader(bytes)
    let proof = try reader.proof()
    // What can be read in two ways could also be changed without being noticed.
    let text = Array(proof.text.utf8)
    guard text == bytes else {
      let same = zip(text, bytes).prefix { $0 == $1 }.map(\.0)
      throw Fault(line: same.count { $0 == 0x0A } + 1)
    }
    return proof
  }

  private init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private mutating func proof() throws(Fault) -> PaymentProof {
    try expect(PaymentProof.title)
    try expect("")
    let line = try line()
    let linePath = try path()
    try expect("")
    let header = try header()
    let root = try digest("root")
    let previous = try digest("previous-seal")
    let seal = try digest("seal")
    let sealPath = try path()
    try expect("")
    try expect("checkpoint")
    return PaymentProof(
      line: line, linePath: linePath, header: header, root: root, previousSeal: previous,
      seal: seal, sealPath: sealPath, checkpoint: try checkpoint())
  }

  private mutating func line() throws(Fault) -> ProvenLine {
    ProvenLine(
      number: try number("line"), fileLine: try value("file-line") { UInt32($0) },
      person: try value("person") { PersonNumber($0) },
      benefit: try value("benefit") { Benefit(code: $0) },
      month: try value("month") { Month($0) },
      occurrence: try value("occurrence") { UInt8($0) }, amount: try number("amount"),
      fund: try value("fund") { Fund(code: $0) },
      channel: try value("channel") { Channel(code: $0) },
      site: try value("site") { UnitCode($0) }, account: try quoted("account"),
      name: try quoted("name"), document: try quoted("document"), reason: try quoted("reason"),
      corrects: try optional("corrects") { Int64($0) })
  }

  private mutating func header() throws(Fault) -> BatchHeader {
    var header = BatchHeader(
      number: try number("batch"), event: try value("event") { Event(code: $0) },
      fileName: try quoted("file"), fileBytes: try number("bytes"),
      fileDigest: try digest("sha256"), reference: try optionalQuoted("reference"),
      declaredPeriod: try optional("declared-period") { Month($0) },
      declaredDate: try optional("declared-date") { CivilDate($0) },
      period: try value("period") { Month($0) }, date: try value("date") { CivilDate($0) },
      maker: try quoted("maker"), firstLine: try number("first-line"),
      lineCount: try number("lines"), firstVoucher: try number("first-voucher"),
      voucherCount: try number("vouchers"), rowCount: try number("rows"),
      total: try number("total"), registerDigest: try digest("register"))
    header.control.isCorrection = try value("correction") { ["0": false, "1": true][$0] }
    header.control.reversesBatch = try optional("reverses") { Int64($0) }
    header.control.reason = try optionalQuoted("why")
    header.control.submission = try optional("submission") { Int64($0) }
    header.control.approvers = try optionalQuoted("approvers")
    header.control.leftOut = try number("left-out")
    return header
  }

  private mutating func path() throws(Fault) -> [Digest] {
    let count = try value("path") { Int($0).flatMap { (0...64).contains($0) ? $0 : nil } }
    var path: [Digest] = []
    for _ in 0..<count { path.append(try next { Digest(base64: Self.text($0)) }) }
    return path
  }

  private mutating func checkpoint() throws(Fault) -> SignedCheckpoint {
    let first = position
    let rest = Array(lines[min(position, lines.count)...].joined(separator: [0x0A]))
    do throws(CheckpointReader.Fault) {
      let checkpoints = try CheckpointReader.checkpoints(rest)
      // A signature that nobody checks could be changed without being noticed.
      guard checkpoints.count == 1, checkpoints[0].note.signatures.count == 1 else {
        throw CheckpointReader.Fault(line: 1)
      }
      return checkpoints[0]
    } catch {
      throw Fault(line: first + error.line)
    }
  }

  // MARK: One line

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private mutating func next<Value>(
    _ read: (ArraySlice<UInt8>) -> Value?
  ) throws(Fault) -> Value {
    guard position < lines.count, let value = read(lines[position]) else {
      throw Fault(line: position + 1)
    }
    position += 1
    return value
  }

  private mutating func expect(_ text: String) throws(Fault) {
    _ = try next { $0.elementsEqual(text.utf8) ? true : nil }
  }

  private mutating func field<Value>(
    _ name: String, _ read: (ArraySlice<UInt8>) -> Value?
  ) throws(Fault) -> Value {
    let prefix = Array(name.utf8) + [0x20]
    return try next { $0.starts(with: prefix) ? read($0.dropFirst(prefix.count)) : nil }
  }

  private mutating func value<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(Fault) -> Value {
    try field(name) { read(Self.text($0)) }
  }

  private mutating func optional<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(Fault) -> Value? {
    let value: Value?? = try field(name) {
      let text = Self.text($0)
      if text == ProofQuotes.none { return .some(nil) }
      return read(text).map { .some($0) }
    }
    return value ?? nil
  }

  private mutating func number(_ name: String) throws(Fault) -> Int64 {
    try value(name) { Int64($0) }
  }

  private mutating func digest(_ name: String) throws(Fault) -> Digest {
    try value(name) { Digest(hex: $0) }
  }

  private mutating func quoted(_ name: String) throws(Fault) -> String {
    try field(name) { ProofQuotes.text($0) }
  }

  private mutating func optionalQuoted(_ name: String) throws(Fault) -> String? {
    let value: String?? = try field(name) {
      if $0.elementsEqual(ProofQuotes.none.utf8) { return .some(nil) }
      return ProofQuotes.text($0).map { .some($0) }
    }
    return value ?? nil
  }
}
