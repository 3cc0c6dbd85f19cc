import LedgerCore
import Testing

@testable import BatchFiles

/// Tables, headers, and what is wrong with a file as a whole.
struct TomlDocumentTests {
  private func read(_ text: String) -> TomlDocument { TomlDocument(Array(text.utf8)) }

  private func found(_ text: String) -> [Found] {
    read(text).faults.map { Found($0.code, $0.position.line, $0.position.column) }
  }

  @Test func `keys, values and headers know their line and column`() throws {
    let document = read("\u{FEFF}a = 1\r\n\"đ ó\" = \"Trần\"  # c\n\n  [b.c]\n\td='x'\n")
    #expect(document.faults.isEmpty)
    let name = try #require(document.root["đ ó"])
    #expect(name.keyPosition == TomlPosition(line: 2, column: 1, offset: 10))
    #expect(name.item.position.column == 9)
    guard case .table(let outer)? = document.root["b"]?.item.value,
      case .table(let inner)? = outer["c"]?.item.value
    else {
      Issue.record("no table")
      return
    }
    #expect(inner.position.line == 4)
    #expect(inner.position.column == 3)
    #expect(inner["d"]?.item.position.column == 4)
    #expect(document.root.entries.map(\.key) == ["a", "đ ó", "b"])
  }

  @Test func `rows of a list of tables keep their order, and tables below go to the last`() throws {
    let document = read("[[r]]\nx = 1\n[r.s]\ny = 2\n[[r]]\nx = 3\n[[r.t]]\nz = 4\n[[r.t]]\n")
    #expect(document.faults.isEmpty)
    guard case .tables(let rows)? = document.root["r"]?.item.value else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map { $0["x"]?.item.value } == [.integer(1), .integer(3)])
    #expect(rows.map { $0["s"] == nil } == [false, true])
    guard case .tables(let below)? = rows[1]["t"]?.item.value else {
      Issue.record("no rows below")
      return
    }
    #expect(below.count == 2)
  }

  @Test func `a table may come after the tables below it`() {
    #expect(found("[a.b]\n[a]\nc = 1\n[d]\n").isEmpty)
  }

  @Test(arguments: [
    ("a = 1\na = 2\n", 2, 1), ("[a]\n[a]\n", 2, 2), ("[a]\n[[a]]\n", 2, 3),
    ("[[a]]\n[a]\n", 2, 2), ("a = 1\n[a]\n", 2, 2), ("a = 1\n[a.b]\n", 2, 2),
    ("[a.b]\n[a]\nb = 1\n", 3, 1), ("[a]\nb = 1\n[a.b]\n", 3, 4), ("[a\n", 1, 3),
    ("[[a]\n", 1, 4), ("[]\n", 1, 2), ("[a.]\n", 1, 4), ("[a.b.c.d.e]\n", 1, 10),
    ("[a] x\n", 1, 5), ("= 1\n", 1, 1), ("a\n", 1, 2), ("a 1\n", 1, 3), ("a.b = 1\n", 1, 2),
    ("đ = 1\n", 1, 1), ("a = 1 b = 2\n", 1, 7), ("\"a = 1\n", 1, 1), ("a = ", 1, 5),
  ])
  func `what is no table or is there twice is refused where it stands`(
    text: String, line: Int, column: Int
  ) {
    #expect(found(text) == [Found(.tomlSyntax, line, column)])
  }

  @Test func `every mistake is told once, and what can be read is`() {
    let document = read(
      """
      a = 01
      b = [
        1 2,
        3,
      ]
      c = "x
      d = 4
      [e
      f = 5
      [g]
      h = [1,
      i = 6
      [[j]]
      k = 7.5
      l = 8

      """)
    // The header that is not closed takes the keys below it along; the list takes its own line.
    #expect(document.faults.map(\.position.line) == [1, 3, 6, 8, 12, 14])
    #expect(document.root.entries.map(\.key) == ["d", "g", "j"])
    #expect(document.root["d"]?.item.value == .integer(4))
  }

  @Test func `bytes that cannot be text are refused on every line`() {
    let bytes: [UInt8] =
      Array("a = 1\nb = \"".utf8) + [0xFF] + Array("\"\nc = 1\rd\n".utf8)
      + Array("e = \"\u{200B}\"\nf = \u{0}\n".utf8)
    let document = TomlDocument(bytes)
    #expect(
      document.faults.map { Found($0.code, $0.position.line, $0.position.column) } == [
        Found(.invalidUTF8, 2, 6), Found(.forbiddenCharacter, 3, 6),
        Found(.forbiddenCharacter, 4, 6), Found(.nulByte, 5, 5),
      ])
    #expect(document.root.entries.isEmpty)
  }

  @Test func `a line has at most 4,096 bytes`() {
    let head = "a = '"
    let longest = head + String(repeating: "x", count: 4_096 - head.utf8.count - 1) + "'"
    #expect(found(longest + "\n").isEmpty)
    #expect(found("\n" + longest + " \n") == [Found(.tomlSyntax, 2, 1)])
  }

  @Test func `an excerpt shows the line at fault, amounts whole and personal numbers masked`() {
    let document = read("ok = 1\r\nid = [200000000, 001234567890] x\r\n")
    let fault = document.faults.first
    #expect(fault?.position.column == 18)
    let excerpt = document.excerpt(at: fault?.position ?? document.root.position)
    #expect(excerpt.text == "id = [200000000, *********890] x")
    #expect(excerpt.caret == 17)
    #expect(excerpt.column == 18)
  }

  /// Whatever the bytes are, reading ends, and no fault stands outside of the file.
  @Test func `damaged files are read to their end`() {
    let whole = Array(DefaultChart.text.utf8)
    let seed: UInt64 = 20_261_122
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<300 {
      var bytes = whole
      for _ in 0...random(4) {
        let at = random(bytes.count)
        switch random(3) {
        case 0: bytes[at] = UInt8(random(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + random(40) + 1))
        default: bytes.insert(contentsOf: Array("[]\"'=#.,{\n\\".utf8).shuffled(by: random), at: at)
        }
        if bytes.isEmpty { bytes = whole }
      }
      let document = TomlDocument(bytes)
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      for fault in document.faults {
        #expect(fault.position.line <= lines, "seed \(seed), round \(round)")
        #expect(fault.position.offset <= bytes.count, "seed \(seed), round \(round)")
        if fault.code == .tomlSyntax, document.root.entries.isEmpty == false {
          #expect(
            document.excerpt(at: fault.position).column == fault.position.column,
            "seed \(seed), round \(round)")
        }
      }
      let (chart, diagnosis, _) = readChart(source: .memory(name: "x", bytes: bytes))
      #expect((chart == nil) == (diagnosis.total > 0), "seed \(seed), round \(round)")
    }
  }
}

extension Array {
  /// In an order given by a source of numbers below a bound.
  fileprivate func shuffled(by random: (Int) -> Int) -> Array {
    var rest = self
    var order: [Element] = []
    while !rest.isEmpty { order.append(rest.remove(at: random(rest.count))) }
    return order
  }
}
