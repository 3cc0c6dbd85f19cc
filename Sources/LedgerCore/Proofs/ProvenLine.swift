/// A payment line as it is sealed, so that its leaf can be computed anew.
public struct ProvenLine: Sendable, Equatable {
  /// The number of the line in the ledger, from 1.
  public var number: Int64
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32
  /// The person.
  public var person: PersonNumber
  /// The benefit.
  public var benefit: Benefit
  /// The month of entitlement.
  public var month: Month
  /// Which of several such obligations, from 1.
  public var occurrence: UInt8
  /// Whole đồng; negative if and only if the line corrects another.
  public var amount: Int64
  /// The fund.
  public var fund: Fund
  /// The channel.
  public var channel: Channel
  /// The code of the unit.
  public var site: UnitCode
  /// The bank account, as written; empty if there is none.
  public var account: String
  /// The name, as written; empty if there is none.
  public var name: String
  /// The document, as written; empty if there is none.
  public var document: String
  /// The reason, as written; empty if there is none.
  public var reason: String
  /// The number of the line that it undoes.
  public var corrects: Int64?

  /// Takes over a line of a ledger, unless one of its numbers stands for nothing.
  ///
  /// - Parameters:
  ///   - number: Its number.
  ///   - line: Its integers, and the lengths of its texts.
  ///   - site: The code of its unit.
  ///   - text: Its texts one after the other.
  ///   - corrects: The number of the line that it undoes, or 0.
  public init?(
    number: Int64, _ line: PaymentLine, site: UnitCode, text: UnsafeRawBufferPointer,
    corrects: Int64
  ) {
    guard let person = PersonNumber(encoded: line.person),
      let benefit = Benefit(rawValue: line.benefit), let month = Month(number: line.month),
      let fund = Fund(rawValue: line.fund), let channel = Channel(rawValue: line.channel)
    else { return nil }
    var rest = text[...]
    func next(_ length: UInt16) -> String {
      defer { rest = rest.dropFirst(Int(length)) }
      return String(decoding: rest.prefix(Int(length)), as: UTF8.self)
    }
    self.number = number
    fileLine = line.fileLine
    self.person = person
    self.benefit = benefit
    self.month = month
    occurrence = line.occurrence
    amount = line.amount
    self.fund = fund
    self.channel = channel
    self.site = site
    account = next(line.accountLength)
    name = next(line.nameLength)
    document = next(line.documentLength)
    reason = next(line.reasonLength)
    self.corrects = corrects == 0 ? nil : corrects
  }

  /// The leaf of the line in the tree of its batch; nil for what no line of a ledger has: a text longer
  /// than any that is sealed, or line 0 as the one that it undoes.
  public var leaf: Digest? {
    guard corrects != 0 else { return nil }
    var line = PaymentLine()
    line.fileLine = fileLine
    line.person = person.encoded
    line.benefit = benefit.rawValue
    line.month = month.number
    line.occurrence = occurrence
    line.amount = amount
    line.fund = fund.rawValue
    line.channel = channel.rawValue
    let texts = [account, name, document, reason].map { Array($0.utf8) }
    let lengths = texts.compactMap { UInt16(exactly: $0.count) }
    guard lengths.count == 4 else { return nil }
    line.accountLength = lengths[0]
    line.nameLength = lengths[1]
    line.documentLength = lengths[2]
    line.reasonLength = lengths[3]
    var canonical = CanonicalBytes()
    return Array(texts.joined()).withUnsafeBytes {
      Leaf.payment(line, site: site, text: $0, corrects: corrects ?? 0, using: &canonical)
    }
  }

  // Written out for the reader of a proof, who has no line of a ledger.
  init(
    number: Int64, fileLine: UInt32, person: PersonNumber, benefit: Benefit, month: Month,
    occurrence: UInt8, amount: Int64, fund: Fund, channel: Channel, site: UnitCode,
    account: String, name: String, document: String, reason: String, corrects: Int64?
  ) {
    self.number = number
    self.fileLine = fileLine
    self.person = person
    self.benefit = benefit
    self.month = month
    self.occurrence = occurrence
    self.amount = amount
    self.fund = fund
    self.channel = channel
    self.site = site
    self.account = account
    self.name = name
    self.document = document
    self.reason = reason
    self.corrects = corrects
  }
}
