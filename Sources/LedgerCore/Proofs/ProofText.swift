extension PaymentProof {
  /// The first line of every proof.
  static let title = "benefit-ledger-proof 1"

  /// The proof as it is written: every proof has exactly one text, and every text one meaning.
  public var text: String {
    var text = ProofText()
    text.add(Self.title)
    text.add("")
    text.add("line", line.number)
    text.add("file-line", Int64(line.fileLine))
    text.add("person", line.person.digits)
    text.add("benefit", line.benefit.code)
    text.add("month", line.month.description)
    text.add("occurrence", Int64(line.occurrence))
    text.add("amount", line.amount)
    text.add("fund", line.fund.code)
    text.add("channel", line.channel.code)
    text.add("site", line.site.text)
    text.add("account", quoted: line.account)
    text.add("name", quoted: line.name)
    text.add("document", quoted: line.document)
    text.add("reason", quoted: line.reason)
    text.add("corrects", line.corrects)
    text.add("path", linePath)
    text.add("")
    text.add(header)
    text.add("root", root.description)
    text.add("previous-seal", previousSeal.description)
    text.add("seal", seal.description)
    text.add("path", sealPath)
    text.add("")
    text.add("checkpoint")
    return text.text + checkpoint.note.description
  }
}

/// Lines of a proof.
private struct ProofText {
  /// What was added.
  private(set) var text = ""

  mutating func add(_ line: String) { text += line + "\n" }
  mutating func add(_ name: String, _ value: String) { add("\(name) \(value)") }
  mutating func add(_ name: String, _ number: Int64?) {
    add(name, number.map { String($0) } ?? ProofQuotes.none)
  }
  mutating func add(_ name: String, quoted value: String?) {
    add(name, value.map { ProofQuotes.quoted($0) } ?? ProofQuotes.none)
  }

  mutating func add(_ name: String, _ path: [Digest]) {
    add(name, Int64(path.count))
    for node in path { add(node.base64) }
  }

  mutating func add(_ header: BatchHeader) {
    add("batch", header.number)
    add("event", header.event.code)
    add("file", quoted: header.fileName)
    add("bytes", header.fileBytes)
    add("sha256", header.fileDigest.description)
    add("reference", quoted: header.reference)
    add("declared-period", header.declaredPeriod?.description ?? ProofQuotes.none)
    add("declared-date", header.declaredDate?.description ?? ProofQuotes.none)
    add("period", header.period.description)
    add("date", header.date.description)
    add("maker", quoted: header.maker)
    add("first-line", header.firstLine)
    add("lines", header.lineCount)
    add("first-voucher", header.firstVoucher)
    add("vouchers", header.voucherCount)
    add("rows", header.rowCount)
    add("total", header.total)
    add("register", header.registerDigest.description)
    add("correction", Int64(header.control.isCorrection ? 1 : 0))
    add("reverses", header.control.reversesBatch)
    add("why", quoted: header.control.reason)
    add("submission", header.control.submission)
    add("approvers", quoted: header.control.approvers)
    add("left-out", header.control.leftOut)
  }
}

/// Texts within quotes, on one line whatever they hold.
enum ProofQuotes {
  /// What stands for a value that is absent.
  static let none = "none"

  /// A text within quotes; a backslash and what ends or hides a line are written `\` and two digits.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if isEscaped(byte) {
        bytes += [UInt8(ascii: "\\")] + hexadecimal([byte]).utf8
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that stands within quotes, or nil if it is written otherwise.
  static func text(_ quoted: ArraySlice<UInt8>) -> String? {
    guard quoted.count >= 2, quoted.first == UInt8(ascii: "\""),
      quoted.last == UInt8(ascii: "\"")
    else { return nil }
    var text: [UInt8] = []
    var rest = quoted.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard let escaped = bytes(hexadecimal: digits), escaped.count == 1, isEscaped(escaped[0])
        else { return nil }
        text += escaped
        rest = rest.dropFirst(2)
      } else {
        guard !isEscaped(byte) else { return nil }
        text.append(byte)
      }
    }
    let decoded = String(decoding: text, as: UTF8.self)
    return Array(decoded.utf8) == text ? decoded : nil
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\")
  }
}
