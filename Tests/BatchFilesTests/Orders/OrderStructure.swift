import Foundation
import FoundationXML

/// An XML document as a tree, read by a parser that is not ours.
final class XmlTree: NSObject, XMLParserDelegate {
  final class Node {
    let name: String
    var children: [Node] = []
    var text = ""
    var attributes: [String: String]

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// The only child on a path.
    func child(_ path: String...) -> Node? {
      path.reduce(self) { node, name in node?.children.first { $0.name == name } }
    }
  }

  private(set) var root: Node?
  private var open: [Node] = []

  /// Reads a document; nil if it is not well-formed.
  static func read(_ bytes: [UInt8]) -> Node? {
    let tree = XmlTree()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = tree
    guard parser.parse(), parser.parserError == nil else { return nil }
    return tree.root
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?,
    qualifiedName _: String?, attributes: [String: String]
  ) {
    let node = Node(name, attributes)
    if let last = open.last { last.children.append(node) } else { root = node }
    open.append(node)
  }

  func parser(_: XMLParser, foundCharacters text: String) { open.last?.text += text }

  func parser(
    _: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?
  ) { _ = open.popLast() }
}

/// What the standard's schema says of the elements that are written: their children, in order, how
/// often, and what a text must be.
///
/// It is set down here from the message definition and not from the writer.
enum OrderStructure {
  struct Child {
    var name: String
    var count: ClosedRange<Int>
  }

  static let once = 1...1
  static let maybe = 0...1
  static let many = 1...Int.max

  /// The children of an element, all that the schema has up to the last one that is written.
  static let children: [String: [(String, ClosedRange<Int>)]] = [
    "Document": [("CstmrCdtTrfInitn", once)],
    "CstmrCdtTrfInitn": [("GrpHdr", once), ("PmtInf", many)],
    "GrpHdr": [
      ("MsgId", once), ("CreDtTm", once), ("Authstn", 0...2), ("NbOfTxs", once),
      ("CtrlSum", maybe), ("InitgPty", once), ("FwdgAgt", maybe),
    ],
    "PmtInf": [
      ("PmtInfId", once), ("PmtMtd", once), ("BtchBookg", maybe), ("NbOfTxs", maybe),
      ("CtrlSum", maybe), ("PmtTpInf", maybe), ("ReqdExctnDt", once), ("PoolgAdjstmntDt", maybe),
      ("Dbtr", once), ("DbtrAcct", once), ("DbtrAgt", once), ("DbtrAgtAcct", maybe),
      ("UltmtDbtr", maybe), ("ChrgBr", maybe), ("ChrgsAcct", maybe), ("ChrgsAcctAgt", maybe),
      ("CdtTrfTxInf", many),
    ],
    "CdtTrfTxInf": [
      ("PmtId", once), ("PmtTpInf", maybe), ("Amt", once), ("XchgRateInf", maybe),
      ("ChrgBr", maybe), ("ChqInstr", maybe), ("UltmtDbtr", maybe), ("IntrmyAgt1", maybe),
      ("IntrmyAgt1Acct", maybe), ("CdtrAgt", maybe), ("CdtrAgtAcct", maybe), ("Cdtr", maybe),
      ("CdtrAcct", maybe), ("UltmtCdtr", maybe), ("InstrForCdtrAgt", maybe),
      ("InstrForDbtrAgt", maybe), ("Purp", maybe), ("RgltryRptg", maybe), ("Tax", maybe),
      ("RltdRmtInf", maybe), ("RmtInf", maybe),
    ],
    "PmtId": [("InstrId", maybe), ("EndToEndId", once)],
    "Amt": [("InstdAmt", once)],
    "InitgPty": [("Nm", maybe)], "Dbtr": [("Nm", maybe)], "Cdtr": [("Nm", maybe)],
    "DbtrAcct": [("Id", once), ("Tp", maybe), ("Ccy", maybe)],
    "CdtrAcct": [("Id", once), ("Tp", maybe), ("Ccy", maybe)],
    "DbtrAgt": [("FinInstnId", once)], "CdtrAgt": [("FinInstnId", once)],
    "FinInstnId": [("BIC", maybe), ("BICFI", maybe), ("ClrSysMmbId", maybe)],
    "ClrSysMmbId": [("ClrSysId", maybe), ("MmbId", once)],
    "Othr": [("Id", once)], "Purp": [("Cd", once)], "RmtInf": [("Ustrd", 0...Int.max)],
  ]

  /// What the text of an element without children must be.
  static func isText(_ name: String, _ text: String) -> Bool {
    let count = text.unicodeScalars.count
    switch name {
    case "MsgId", "PmtInfId", "EndToEndId", "MmbId": return (1...35).contains(count)
    case "Nm", "Ustrd": return (1...140).contains(count)
    case "Id": return (1...34).contains(count)
    case "CreDtTm": return text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/) != nil
    case "ReqdExctnDt", "Dt": return text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
    case "NbOfTxs": return text.wholeMatch(of: /[0-9]{1,15}/) != nil
    case "CtrlSum", "InstdAmt": return text.wholeMatch(of: /[1-9][0-9]{0,17}/) != nil
    case "PmtMtd": return ["CHK", "TRF", "TRA"].contains(text)
    case "BtchBookg": return ["true", "false"].contains(text)
    case "Ccy": return text == "VND"
    case "Cd": return (1...4).contains(count)
    default: return false
    }
  }

  /// What is wrong with an element and those in it.
  static func faults(_ node: XmlTree.Node, version: String) -> [String] {
    var rules = children[node.name]
    if node.name.hasSuffix("Acct"), node.child("Id")?.children.isEmpty == true {
      return ["\(node.name): Id is a text"]
    }
    // A leaf called Id stands in Othr; around it Id is a choice.
    if node.name == "Id", !node.children.isEmpty { rules = [("Othr", once)] }
    if node.name == "ReqdExctnDt", version == "pain.001.001.09" { rules = [("Dt", once)] }
    guard let rules else {
      if !node.children.isEmpty { return ["\(node.name) has children"] }
      return isText(node.name, node.text) ? [] : ["\(node.name): “\(node.text)”"]
    }
    var faults: [String] = []
    var rest = node.children[...]
    for (name, count) in rules {
      let run = rest.prefix { $0.name == name }.count
      if !count.contains(run) { faults.append("\(node.name): \(run) times \(name)") }
      rest = rest.dropFirst(run)
    }
    if let stray = rest.first { faults.append("\(node.name): \(stray.name) out of order") }
    return faults + node.children.flatMap { Self.faults($0, version: version) }
  }
}
