import Foundation
import TestSupport
import Testing

/// What fuzzing began with and what it found, read once more.
///
/// Each input is read by the reader whose folder it is in; how to find more is in
/// docs/internals/testing.md.
@Suite struct ReplayTests {
  private static let corpus = "Tests/ReaderFuzzTests/Corpus"

  @Test(arguments: FuzzedReader.allCases)
  func `nothing in the corpus breaks what must be true of a reader`(_ reader: FuzzedReader) throws {
    let inputs = try Repository.files(under: "\(Self.corpus)/\(reader.rawValue)", suffix: "")
      .filter { !$0.hasSuffix("/") }
    #expect(inputs.count >= 2, "\(reader): a corpus of \(inputs.count)")
    for input in inputs {
      let bytes = [UInt8](try Data(contentsOf: Repository.root.appending(path: input)))
      #expect(reader.complaint(bytes) == nil, "\(input)")
      // What is cut off, and what has one bit another way.
      for part in 1..<8 {
        let cut = bytes.count * part / 8
        #expect(reader.complaint(Array(bytes[..<cut])) == nil, "\(input), \(cut) bytes")
        var turned = bytes
        if cut < turned.count { turned[cut] ^= UInt8(1 << part % 8) }
        #expect(reader.complaint(turned) == nil, "\(input), byte \(cut)")
      }
    }
  }

  @Test func `every folder of the corpus is a reader's, and all of it is small`() throws {
    let files = try Repository.files(under: Self.corpus, suffix: "")
    let readers = Set(FuzzedReader.allCases.map(\.rawValue))
    var size = 0
    for file in files {
      let parts = file.dropFirst(Self.corpus.count + 1).split(separator: "/").map(String.init)
      #expect(readers.contains(parts[0]), "\(file)")
      if parts.count > 1 {
        size += try Data(contentsOf: Repository.root.appending(path: file)).count
      }
    }
    #expect(size < 200_000)
  }

  @Test func `a list that does not add up, or rows that are lost, are complained of`() throws {
    var list = ListOracle.Payments()
    list.lines = [[2, 0, 5]]
    list.total = 5
    list.rowCount = 1
    list.isAccepted = true
    try ListOracle.check(list)
    var wrong = list
    wrong.total = 6
    #expect(throws: Complaint.self) { try ListOracle.check(wrong) }
    wrong = list
    wrong.rowCount = 2
    #expect(throws: Complaint.self) { try ListOracle.check(wrong) }
    wrong = list
    wrong.refused = [2]
    #expect(throws: Complaint.self) { try ListOracle.check(wrong) }
  }
}
