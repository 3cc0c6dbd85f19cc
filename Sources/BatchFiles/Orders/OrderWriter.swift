import LedgerCore

/// Writes an order as pain.001, a payment a line: the same order, the same bytes.
///
/// It appends to a buffer that its owner empties, so an order of millions of payments takes no more
/// memory than a short one. Elements stand in the order of the standard's schema.
public struct OrderWriter: Sendable {
  /// What was written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let order: PaymentOrder

  /// How many characters a name may have.
  public static let nameLimit = 140

  /// Begins an order.
  public init(_ order: PaymentOrder) { self.order = order }

  /// Forgets what was taken, and keeps the memory.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Writes what stands before the payments.
  public mutating func begin() {
    let debtor = Self.escaped(Self.cut(order.debtorName))
    let message = Self.escaped(order.messageID)
    let account = order.debtorAccount
    // The schema of the standard has a choice of date and time from version 08 on.
    let execution =
      order.version == .v03 ? "\(order.execution)" : "<Dt>\(order.execution)</Dt>"
    add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="\(order.version.namespace)">
      <CstmrCdtTrfInitn>
      <GrpHdr>
      <MsgId>\(message)</MsgId>
      <CreDtTm>\(order.created)T00:00:00</CreDtTm>
      <NbOfTxs>\(order.count)</NbOfTxs>
      <CtrlSum>\(order.total)</CtrlSum>
      <InitgPty><Nm>\(debtor)</Nm></InitgPty>
      </GrpHdr>
      <PmtInf>
      <PmtInfId>\(message)</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <BtchBookg>true</BtchBookg>
      <NbOfTxs>\(order.count)</NbOfTxs>
      <CtrlSum>\(order.total)</CtrlSum>
      <ReqdExctnDt>\(execution)</ReqdExctnDt>
      <Dbtr><Nm>\(debtor)</Nm></Dbtr>
      <DbtrAcct><Id><Othr><Id>\(account.number)</Id></Othr></Id><Ccy>VND</Ccy></DbtrAcct>
      <DbtrAgt>\(Self.agent(account.bank))</DbtrAgt>

      """)
  }

  /// Writes a payment.
  public mutating func add(_ payment: OrderedPayment) {
    var line = "<CdtTrfTxInf><PmtId><EndToEndId>\(payment.reference)</EndToEndId></PmtId>"
    line += "<Amt><InstdAmt Ccy=\"VND\">\(payment.amount)</InstdAmt></Amt>"
    line += "<CdtrAgt>\(Self.agent(payment.account.bank))</CdtrAgt>"
    let name = payment.name.map { Self.escaped(Self.cut($0)) } ?? ""
    if !name.isEmpty { line += "<Cdtr><Nm>\(name)</Nm></Cdtr>" }
    line += "<CdtrAcct><Id><Othr><Id>\(payment.account.number)</Id></Othr></Id></CdtrAcct>"
    line += "<Purp><Cd>\(payment.benefit.purpose)</Cd></Purp>"
    line += "<RmtInf><Ustrd>\(payment.benefit.code) \(payment.month)</Ustrd></RmtInf>"
    add(line + "</CdtTrfTxInf>\n")
  }

  /// Writes what stands after the payments.
  public mutating func end() { add("</PmtInf>\n</CstmrCdtTrfInitn>\n</Document>\n") }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func agent(_ bank: String) -> String {
    "<FinInstnId><ClrSysMmbId><MmbId>\(bank)</MmbId></ClrSysMmbId></FinInstnId>"
  }

  /// Whether a name is one on paper: with a letter or a number, and nothing that XML cannot carry.
  ///
  /// The schema of the standard takes no empty name.
  public static func canSay(_ name: String) -> Bool {
    name.contains { $0.isLetter || $0.isNumber }
      && name.unicodeScalars.allSatisfy {
        ![.control, .format, .unassigned, .lineSeparator, .paragraphSeparator]
          .contains($0.properties.generalCategory)
      }
  }

  /// A name as long as the schema takes it; it counts code points.
  private static func cut(_ name: String) -> String {
    guard name.unicodeScalars.count > nameLimit else { return name }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: name.unicodeScalars.prefix(nameLimit))
    return String(kept)
  }

  /// Text as XML has it; what XML 1.0 cannot carry is left out.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      default:
        if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
          escaped.append(scalar)
        }
      }
    }
    return String(escaped)
  }
}

extension Benefit {
  /// Its code in the standard's list of purposes.
  var purpose: String {
    switch self {
    case .pension: "PENS"
    case .disability, .unemployment: "BENE"
    default: "SSBE"
    }
  }
}
