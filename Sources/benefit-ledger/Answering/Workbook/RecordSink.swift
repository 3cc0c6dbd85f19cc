import BenefitLedger

/// A record of a document: an object that is an element of an array, or the whole document.
///
/// The members of objects within it are its own, their names put together.
struct DocumentRecord {
  /// The names of the arrays it lies in, with a dot between; empty for the whole document.
  let path: String
  /// Which one of its path it is, from 1.
  let number: Int
  /// The number of the record it lies in; nil directly in the document.
  let parent: Int?
  /// Its members that are no arrays of objects, in their order.
  var cells: [(key: String, cell: XlsxCell)] = []
}

/// Takes a document as records, each at its end.
class RecordSink: JSONSink {
  private enum Frame {
    case record(DocumentRecord)
    case member(prefix: String)
    case array(key: String, path: String, texts: [String])
  }

  private var frames: [Frame] = []
  private var pendingKey = ""
  private var counts: [String: Int] = [:]

  /// A record begins.
  func begin(_ record: DocumentRecord) {}

  /// A record is at its end.
  func end(_ record: DocumentRecord) {}

  func beginObject() {
    switch frames.last {
    case nil: push(path: "")
    case .array(_, let path, _): push(path: path)
    case .record, .member: frames.append(.member(prefix: name(pendingKey)))
    }
  }

  func key(_ name: String) { pendingKey = name }

  func endObject() {
    if case .record(let record) = frames.popLast() { end(record) }
  }

  func beginArray() {
    let key = name(pendingKey)
    let above = innermost?.path ?? ""
    frames.append(.array(key: key, path: above.isEmpty ? key : above + "." + key, texts: []))
  }

  func endArray() {
    guard case .array(let key, _, let texts) = frames.popLast(), !texts.isEmpty else { return }
    append(key, .text(texts.joined(separator: ", ")))
  }

  func string(_ text: String) { value(.text(text), text) }

  func integer(_ number: Int64) { value(.number(number), String(number)) }

  func digits(_ number: String) { value(.text(number), number) }

  func bool(_ flag: Bool) { value(.flag(flag), flag ? "true" : "false") }

  func null() { value(.empty, "") }

  private func value(_ cell: XlsxCell, _ text: String) {
    guard case .array(let key, let path, let texts) = frames.last else {
      return append(name(pendingKey), cell)
    }
    frames[frames.count - 1] = .array(key: key, path: path, texts: texts + [text])
  }

  /// The name of a member of the innermost record.
  private func name(_ key: String) -> String {
    guard case .member(let prefix) = frames.last else { return key }
    return prefix + " " + key
  }

  private var innermost: DocumentRecord? {
    for frame in frames.reversed() { if case .record(let record) = frame { return record } }
    return nil
  }

  private func push(path: String) {
    let number = counts[path, default: 0] + 1
    counts[path] = number
    let parent = innermost.flatMap { $0.path.isEmpty ? nil : $0.number }
    let record = DocumentRecord(path: path, number: number, parent: parent)
    begin(record)
    frames.append(.record(record))
  }

  private func append(_ key: String, _ cell: XlsxCell) {
    for index in frames.indices.reversed() {
      guard case .record(var record) = frames[index] else { continue }
      // Else the record would be copied with each of its cells.
      frames[index] = .member(prefix: "")
      record.cells.append((key, cell))
      frames[index] = .record(record)
      return
    }
  }
}
