import LedgerCore

/// Reads a text file line by line, in bounded memory.
final class StatementLines {
  private let source: BatchSource
  private let block: UnsafeMutableRawBufferPointer
  private var at = 0
  private var end = 0
  private var isExhausted = false

  /// The number of the line that was read last, from 1.
  private(set) var number = 0

  /// The longest line.
  static let lineLimit = 4_096

  init(_ source: BatchSource) {
    self.source = source
    block = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit { block.deallocate() }

  /// The next line without its line end (LF, CRLF); nil at the end.
  ///
  /// - Throws: A `FileFault` if the file cannot be read, a line is too long, or is not UTF-8.
  func next() throws(FileFault) -> String? {
    var line: [UInt8] = []
    while true {
      if at == end {
        if !isExhausted {
          end = try source.read(into: block)
          at = 0
          isExhausted = end == 0
        }
        if isExhausted {
          if line.isEmpty { return nil }
          break
        }
      }
      let rest = UnsafeRawBufferPointer(rebasing: block[at..<end])
      let newline = rest.firstIndex(of: 0x0A)
      line.append(contentsOf: rest[..<(newline ?? rest.endIndex)])
      at += (newline.map { $0 + 1 }) ?? rest.count
      if line.count > Self.lineLimit + 1 { throw fault("The line is longer than 4.096 bytes.") }
      if newline != nil { break }
    }
    number += 1
    if line.last == 0x0D { line.removeLast() }
    guard line.count <= Self.lineLimit else {
      throw fault("The line is longer than 4.096 bytes.", number)
    }
    let isSound = line.withUnsafeBufferPointer { bytes -> Bool in
      var at = 0
      while at < bytes.count {
        let (scalar, length) = Utf8.decode(bytes, at: at)
        guard let scalar, !Utf8.isForbidden(scalar.value) else { return false }
        at += length
      }
      return true
    }
    guard isSound else {
      throw fault("The line is not UTF-8 text, or has invisible characters.", number)
    }
    return String(decoding: line, as: UTF8.self)
  }

  private func fault(_ message: Message, _ line: Int? = nil) -> FileFault {
    FileFault(
      Diagnostic(
        file: source.name, line: line ?? number + 1, code: .statementMalformed,
        message: message, help: "Ask the bank for the file again."))
  }
}
