import Glibc
import LedgerCore

/// Reads a document of XML 1.0 a tag or a text at a time, in one pass and in bounded memory.
///
/// It is strict: UTF-8 only, every element closed by its own name, one root, and no document type at
/// all. Without one there are no entities but the five of XML itself and numbers, so nothing can be
/// fetched, nested or left out. Comments and instructions are passed over. Names keep their prefix;
/// ``namespace`` says what it stands for.
final class XmlReader {
  /// What was read.
  enum Event {
    /// A tag that opens an element: ``name`` and its attributes.
    case start
    /// The end of an element: ``name``.
    case end
    /// Text, ``text``; there may be several between two tags.
    case text
    /// The document is at its end.
    case finished
  }

  /// Whether a token is whole in the window.
  enum Scan {
    case done
    case needsMore
  }

  /// A part of the window.
  struct Span {
    var start: Int
    var count: Int
  }

  /// An attribute of the last tag.
  struct Attribute {
    var name: Span
    var value: Span
    /// Whether the value is what it stands for, byte for byte.
    var isPlain: Bool
  }

  let bounds: XmlBounds
  let file: String
  let part: String?
  let source: any ByteReader
  let base: UnsafeMutablePointer<UInt8>
  let classes: UnsafeMutablePointer<XmlClass>
  let capacity: Int
  /// The end of the bytes in the window; zeros follow it.
  var limit = 0
  /// Where the next token begins.
  var cursor = 0
  /// Where the token that is being read begins.
  var tokenStart = 0
  var isExhausted = false
  /// What lies before the window.
  var place = XmlPlace()
  /// Up to where in the window lines were counted, and the line of that place.
  private var counted = 0
  private var countedLine = 1

  var nameSpan = Span(start: 0, count: 0)
  let attributes: UnsafeMutablePointer<Attribute>
  var attributeCount = 0
  /// Where texts and values with references are written out.
  let scratch: UnsafeMutablePointer<UInt8>
  var scratchCount = 0
  /// The text; valid until the next event.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  /// The names of the open elements, one after the other.
  let names: UnsafeMutablePointer<UInt8>
  let nameEnds: UnsafeMutablePointer<Int>
  /// How many elements are open.
  var depth = 0
  var hasRoot = false
  /// What prefixes stand for.
  var namespaces = XmlNamespaces()
  /// The depth of the innermost element that declares one; most declare none.
  var declaredDepth = 0
  private var endsAtOnce = false
  private var isBegun = false

  private static let slack = 16

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - file: The name shown in messages.
  ///   - part: The part of the file that it is, if it is not all of it; then lines and columns are
  ///     said to be those of the part.
  ///   - bounds: How large its pieces may be.
  init(_ source: any ByteReader, file: String, part: String? = nil, bounds: XmlBounds = XmlBounds())
  {
    self.source = source
    self.file = file
    self.part = part
    self.bounds = bounds
    capacity = bounds.tokenBytes + bounds.blockSize
    base = .allocate(capacity: capacity + Self.slack)
    base.initialize(repeating: 0, count: capacity + Self.slack)
    // A reference is never shorter than what it stands for.
    scratch = .allocate(capacity: capacity)
    classes = .allocate(capacity: 256)
    for byte in 0..<256 { (classes + byte).initialize(to: XmlClass.of(UInt8(byte))) }
    attributes = .allocate(capacity: bounds.attributes)
    names = .allocate(capacity: bounds.depth * bounds.nameBytes)
    nameEnds = .allocate(capacity: bounds.depth + 1)
    nameEnds[0] = 0
  }

  deinit {
    base.deallocate()
    scratch.deallocate()
    classes.deallocate()
    attributes.deallocate()
    names.deallocate()
    nameEnds.deallocate()
  }

  /// The name of the element, its prefix included; valid until the next event.
  var name: UnsafeBufferPointer<UInt8> { bytes(nameSpan) }

  /// The line on which the last tag or text begins; every byte is looked at once for it.
  var line: Int {
    while counted < tokenStart {
      if base[counted] == 0x0A { countedLine += 1 }
      counted += 1
    }
    return countedLine
  }

  /// Reads the next tag or text.
  ///
  /// - Throws: A ``FileFault``: ``Code/xmlMalformed``, ``Code/xmlRefused``, or what is wrong with the
  ///   bytes.
  func next() throws(FileFault) -> Event {
    if declaredDepth > depth { declaredDepth = namespaces.leave(depth) }
    if endsAtOnce {
      endsAtOnce = false
      depth -= 1
      return .end
    }
    if !isBegun {
      isBegun = true
      try begin()
    }
    while true {
      tokenStart = cursor
      let scan: Scan
      if base[cursor] != UInt8(ascii: "<") {
        if cursor == limit {
          if isExhausted { return try finish() }
          try refill()
          continue
        }
        scan = try scanText()
        if case .done = scan {
          if depth > 0 { return .text }
          guard text.allSatisfy({ classes[Int($0)].contains(.space) }) else {
            throw malformed("there is text outside the root element")
          }
        }
      } else {
        let second = base[cursor + 1]
        if classes[Int(second)].contains(.nameStart) {
          scan = try scanStartTag()
          if case .done = scan { return .start }
        } else if second == UInt8(ascii: "/") {
          scan = try scanEndTag()
          if case .done = scan { return .end }
        } else {
          scan = try scanOther(second)
          if case .done = scan, !text.isEmpty { return .text }
        }
      }
      if case .needsMore = scan {
        cursor = tokenStart
        if isExhausted { throw malformed("the document is cut short") }
        try refill()
      }
    }
  }

  /// Opens an element that the tag just read begins, and closes it at once if the tag says so.
  func open(isEmpty: Bool) throws(FileFault) {
    guard depth < bounds.depth else {
      throw malformed("elements lie more than \(bounds.depth) deep in one another")
    }
    if depth == 0 {
      guard !hasRoot else { throw malformed("there is a second root element") }
      hasRoot = true
    }
    let start = nameEnds[depth]
    (names + start).update(from: base + nameSpan.start, count: nameSpan.count)
    depth += 1
    nameEnds[depth] = start + nameSpan.count
    endsAtOnce = isEmpty
    try declareNamespaces()
  }

  /// Closes the innermost element, which must have the name just read.
  func close() throws(FileFault) {
    guard depth > 0 else { throw malformed("an element is closed that was not opened") }
    let start = nameEnds[depth - 1]
    guard nameEnds[depth] - start == nameSpan.count,
      memcmp(names + start, base + nameSpan.start, nameSpan.count) == 0
    else { throw malformed("an element is closed by another name") }
    depth -= 1
  }

  private func finish() throws(FileFault) -> Event {
    guard depth == 0, hasRoot else { throw malformed("the document is cut short") }
    return .finished
  }

  /// Makes room and reads a block; the token under reading moves to the front.
  func refill() throws(FileFault) {
    if tokenStart > 0 {
      place.pass(UnsafeBufferPointer(start: base, count: tokenStart))
      if counted <= tokenStart { countedLine = place.line }
      counted = max(0, counted - tokenStart)
      base.update(from: base + tokenStart, count: limit - tokenStart)
      limit -= tokenStart
      cursor -= tokenStart
      tokenStart = 0
    }
    guard limit < bounds.tokenBytes else {
      throw malformed("a tag or a text has more than \(grouped(bounds.tokenBytes)) bytes")
    }
    let room = UnsafeMutableRawBufferPointer(
      start: base + limit, count: min(bounds.blockSize, capacity - limit))
    let count = try source.read(into: room)
    limit += count
    isExhausted = count == 0
    (base + limit).update(repeating: 0, count: Self.slack)
  }

  func bytes(_ span: Span) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + span.start, count: span.count)
  }
}
