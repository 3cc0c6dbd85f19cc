/// A JSON document whose keys stay in the order they were given: same answer, same bytes.
///
/// It is what it says: a report may have half a million elements, and each is made as it is said. Who
/// it is said to makes text of it, or the sheets of a workbook.
struct JSON {
  private let say: (any JSONSink) -> Void

  /// Nothing.
  static var null: JSON { JSON { $0.null() } }

  /// An object, its members in this order.
  static func object(_ members: [(String, JSON)]) -> JSON {
    JSON { sink in
      sink.beginObject()
      for member in members {
        sink.key(member.0)
        member.1.say(sink)
      }
      sink.endObject()
    }
  }

  /// An array.
  static func array(_ elements: [JSON]) -> JSON { rows(elements) { $0 } }

  /// An array of what a collection's elements say, each made as it is said.
  static func rows<Rows: RandomAccessCollection>(
    _ rows: Rows, _ element: @escaping (Rows.Element) -> JSON
  ) -> JSON where Rows.Index == Int {
    JSON { sink in
      sink.beginArray()
      for index in rows.indices { element(rows[index]).say(sink) }
      sink.endArray()
    }
  }

  /// A text.
  static func string(_ text: String) -> JSON { JSON { $0.string(text) } }

  /// An integer.
  static func integer(_ number: Int64) -> JSON { JSON { $0.integer(number) } }

  /// An integer.
  static func integer(_ number: Int) -> JSON { integer(Int64(number)) }

  /// An integer of any size; what a spreadsheet or 64 bits cannot keep has all its digits.
  static func integer(_ number: Int128) -> JSON {
    JSON { sink in
      guard let short = Int64(exactly: number) else { return sink.digits("\(number)") }
      sink.integer(short)
    }
  }

  /// True or false.
  static func bool(_ flag: Bool) -> JSON { JSON { $0.bool(flag) } }

  /// A text, or null.
  static func optional(_ text: String?) -> JSON { text.map { string($0) } ?? .null }

  /// An integer, or null.
  static func optional(_ number: Int64?) -> JSON { number.map { integer($0) } ?? .null }

  /// Says the document from its beginning to its end.
  func say(to sink: any JSONSink) { say(sink) }

  /// The document on one line.
  var text: String {
    let text = JSONText()
    say(text)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

// Said, so that the compiler (6.3.1) need not infer it: an enum whose cases hold tuples of itself sends
// it into "circular reference" there, depending on which files it happens to compile together.
@available(*, unavailable)
extension JSON: Sendable {}
