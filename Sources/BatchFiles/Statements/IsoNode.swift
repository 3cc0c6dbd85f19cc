import LedgerCore

/// An element of a message with all that is in it, where it is known to be small.
struct IsoNode {
  /// Its name without a prefix.
  let name: String
  /// The line it begins on.
  let line: Int
  /// Its text, blanks around it left out.
  var text = ""
  /// The currency of an amount.
  var currency: String?
  var children: [IsoNode] = []

  /// The most elements in one; a booking has some dozens.
  static let most = 2_000

  /// Reads an element whose tag was just read, to its end.
  ///
  /// - Throws: A ``FileFault`` if it is not well-formed or has too much in it.
  init(_ xml: XmlReader) throws(FileFault) {
    var budget = Self.most
    try self.init(xml, &budget)
  }

  private init(_ xml: XmlReader, _ budget: inout Int) throws(FileFault) {
    name = Self.localName(xml)
    line = xml.line
    currency = try xml.textValue("Ccy")
    budget -= 1
    guard budget > 0 else {
      throw .statement(
        xml.file, line, "The element \(Shown.plain(name)) is in one that has too much in it.")
    }
    var bytes: [UInt8] = []
    reading: while true {
      switch try xml.next() {
      case .start: children.append(try IsoNode(xml, &budget))
      case .text:
        guard bytes.count + xml.text.count <= StatementFile.textLimit else {
          throw FileFault(
            Diagnostic(
              file: xml.file, line: line, code: .statementFieldTooLong,
              message: "The text of \(Shown.plain(name)) has more than 4.096 bytes.",
              help: "No field of the message may be as long: ask the bank for the file again."))
        }
        bytes.append(contentsOf: xml.text)
      case .end, .finished: break reading
      }
    }
    text = StatementValue.oneLine(String(decoding: bytes, as: UTF8.self))
    guard StatementValue.isPlain(text) else {
      throw FileFault(
        Diagnostic(
          file: xml.file, line: line, code: .statementFieldTooLong,
          message: "The text of \(Shown.plain(name)) has invisible characters.",
          help: "Ask the bank for the file again."))
    }
  }

  /// Passes over an element whose tag was just read, to its end, whatever is in it.
  static func skip(_ xml: XmlReader) throws(FileFault) {
    let outside = xml.depth - 1
    while true {
      if case .end = try xml.next(), xml.depth == outside { return }
    }
  }

  /// The name of the tag just read without its prefix.
  static func localName(_ xml: XmlReader) -> String {
    let name = xml.name
    let start = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
    return String(decoding: name[start...], as: UTF8.self)
  }

  /// The first element on a path.
  func child(_ path: String...) -> IsoNode? {
    var node = self
    for name in path {
      guard let next = node.children.first(where: { $0.name == name }) else { return nil }
      node = next
    }
    return node
  }

  /// The text at the end of a path of names; nil if it is empty or not there.
  func value(_ path: String...) -> String? {
    var node = self
    for name in path {
      guard let next = node.children.first(where: { $0.name == name }) else { return nil }
      node = next
    }
    return node.text.isEmpty ? nil : node.text
  }
}

extension FileFault {
  /// What is not of the form of a bank's message.
  static func statement(_ file: String, _ line: Int, _ message: Message) -> FileFault {
    FileFault(
      Diagnostic(
        file: file, line: line, code: .statementMalformed, message: message,
        help: "Ask the bank for the file again."))
  }
}
