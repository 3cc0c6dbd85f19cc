import LedgerCore
import Testing

@testable import BatchFiles

/// What a document says, event by event.
func xmlEvents(_ bytes: [UInt8], bounds: XmlBounds = XmlBounds()) throws(FileFault) -> [String] {
  let xml = XmlReader(
    BatchSource.memory(name: "camt.xml", bytes: bytes), file: "camt.xml", bounds: bounds)
  var events: [String] = []
  var text = ""
  func flush() {
    if !text.isEmpty { events.append("“\(text)”") }
    text = ""
  }
  while true {
    switch try xml.next() {
    case .start:
      flush()
      var event = String(decoding: xml.name, as: UTF8.self)
      if !xml.namespace.isEmpty { event += "{\(xml.namespace)}" }
      for index in 0..<xml.attributeCount {
        let name = String(decoding: xml.bytes(xml.attributes[index].name), as: UTF8.self)
        let value = try xml.value(of: xml.attributes[index])
        event += " \(name)=\(String(decoding: value, as: UTF8.self))"
      }
      events.append(event)
    case .end:
      flush()
      events.append("/" + String(decoding: xml.name, as: UTF8.self))
    case .text: text += String(decoding: xml.text, as: UTF8.self)
    case .finished: return events
    }
  }
}

struct XmlReaderTests {
  private func events(_ text: String) throws(FileFault) -> [String] {
    try xmlEvents(Array(text.utf8))
  }

  private func fault(_ text: String, bounds: XmlBounds = XmlBounds()) -> Diagnostic? {
    do {
      _ = try xmlEvents(Array(text.utf8), bounds: bounds)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private let statement = """
    \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
    <!-- a statement -->
    <Document xmlns="urn:iso:camt.053" xmlns:x='urn:x'>
      <Ntry a = "1" x:b='2 &amp; 3 "q"'><Amt Ccy="VND">2500000</Amt><x:Ref/></Ntry>
      <Nm>Nguyễn &lt;Văn&gt; &#x110;&#7897;<![CDATA[ <&> ]]>An</Nm>\r\n</Document>
    <?end?>

    """

  @Test func `a document is told event by event`() throws {
    let found = try events(statement).filter { !$0.hasPrefix("“\n") }
    #expect(
      found == [
        "Document{urn:iso:camt.053} xmlns=urn:iso:camt.053 xmlns:x=urn:x",
        "Ntry{urn:iso:camt.053} a=1 x:b=2 & 3 \"q\"", "Amt{urn:iso:camt.053} Ccy=VND", "“2500000”",
        "/Amt", "x:Ref{urn:x}", "/x:Ref", "/Ntry", "Nm{urn:iso:camt.053}",
        "“Nguyễn <Văn> Độ <&> An”", "/Nm", "/Document",
      ])
  }

  @Test func `it is told alike whatever the blocks`() throws {
    let whole = try events(statement)
    for size in [1, 2, 3, 7, 64] {
      var bounds = XmlBounds()
      bounds.blockSize = size
      #expect(try xmlEvents(Array(statement.utf8), bounds: bounds) == whole, "blocks of \(size)")
    }
  }

  @Test func `a prefix means what the innermost declaration says`() throws {
    let found = try events(
      "<p:a xmlns:p='urn:1'><p:b xmlns:p='urn:2' xmlns='urn:d'><c/></p:b><p:d/><e/></p:a>")
    let starts = found.filter { $0.hasPrefix("/") == false }.map { $0.prefix { $0 != " " } }
    #expect(starts == ["p:a{urn:1}", "p:b{urn:2}", "c{urn:d}", "p:d{urn:1}", "e"])
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
    "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>", "<a>&b;</a>", "<a b='&nbsp;'/>",
    "<a><!ENTITY b 'c'></a>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
    "<?xml version=\"1.0\" encoding=\"windows-1258\"?><a/>", "<?xml version=\"1.1\"?><a/>",
    "<a>\u{FFFF}</a>",
  ])
  func `what is never followed is refused`(text: String) {
    #expect(fault(text)?.code == .xmlRefused)
  }

  @Test func `other encodings than UTF-8 are refused`() {
    for bytes: [UInt8] in [
      [0xFF, 0xFE, 0x3C, 0], [0xFE, 0xFF, 0, 0x3C], [0x3C, 0, 0x61, 0], [0, 0x3C, 0, 0x61],
      Array("<a>".utf8) + [0xC3] + Array("</a>".utf8),
      Array("<a b='".utf8) + [0xFF, 0x27, 0x2F, 0x3E],
    ] {
      #expect(throws: FileFault.self) { try xmlEvents(bytes) }
    }
  }

  @Test(arguments: [
    "", " ", "a", "<a>", "<a></b>", "<a/><b/>", "<a/>b", "</a>", "<a", "<a b", "<a b=", "<a b=c/>",
    "<a b='c", "<a b='<'/>", "<a b='1' b='2'/>", "<a b='1'c='2'/>", "< a/>", "<a><", "<a>&#0;</a>",
    "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#;</a>", "<a>& b</a>", "<a>&amp</a>",
    "<a>\u{1}</a>",
    "<a b='\u{2}'/>", "<!-- a", "<a><![CDATA[b</a>", "<p:a/>", "<:a xmlns='u'/>", "<a:b:c/>",
    "<a xmlns:p=''><p:b/></a>", "<a xmlns:xml='u'/>", "<a/><?xml version='1.0'?>", "<1/>", "<a/ >",
    "<![CDATA[a]]>", "<?xml version='1.0'", "<a>\u{0}</a>",
  ])
  func `what is not well formed is refused at its place`(text: String) {
    let found = fault(text)
    #expect(found?.code == .xmlMalformed, "\(text)")
    #expect(found?.line == 1)
    #expect((found?.column ?? 0) >= 1)
  }

  @Test func `a mistake is shown where it is`() {
    #expect(fault("<a>\n  <b>ễ</c></a>").map { [$0.line, $0.column] } == [2, 7])
  }

  @Test func `depth, attributes, names and texts are bounded`() {
    func deep(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(fault(deep(64)) == nil)
    #expect(fault(deep(65))?.code == .xmlMalformed)
    #expect(fault(String(repeating: "<a>", count: 1_000_000))?.code == .xmlMalformed)
    func wide(_ count: Int) -> String {
      "<a" + (0..<count).map { " b\($0)='1'" }.joined() + "/>"
    }
    #expect(fault(wide(128)) == nil)
    #expect(fault(wide(129))?.code == .xmlMalformed)
    #expect(fault("<" + String(repeating: "a", count: 257) + "/>")?.code == .xmlMalformed)
    let long = String(repeating: "a", count: 400_000)
    #expect(fault("<a>\(long)</a>")?.code == .xmlMalformed)
    #expect(fault("<a b='\(long)'/>")?.code == .xmlMalformed)
    #expect(fault("<!--\(long)--><a/>")?.code == .xmlMalformed)
    let declared = (0..<64).map { " xmlns:p\($0)='u\($0)'" }.joined()
    #expect(fault("<a\(declared)><b\(declared)><c\(declared)/></b></a>")?.code == .xmlMalformed)
  }

  @Test(arguments: [UInt64.random(in: 0 ... .max), 20_261_122])
  func `a damaged document never crashes and is told alike in all blocks`(_ seed: UInt64) {
    print("seed of the damaged documents: \(seed)")
    var random = SeededGenerator(state: seed)
    let valid = Array(statement.utf8)
    var small = XmlBounds()
    small.blockSize = 3
    for _ in 0..<400 {
      let bytes = corrupted(valid, &random)
      let whole = Result { try xmlEvents(bytes) }
      let pieces = Result { try xmlEvents(bytes, bounds: small) }
      switch (whole, pieces) {
      case (.success(let one), .success(let other)): #expect(one == other)
      case (.failure(let one as FileFault), .failure(let other as FileFault)):
        #expect(one.diagnostic.code == other.diagnostic.code)
      default: Issue.record("told differently: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
