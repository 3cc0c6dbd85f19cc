import LedgerCore
public struct Envelope: Equatable, Sendable {
  public var reference: String?; public var event: Event?; public var period: Month?;
  public var date: CivilDate?; public var count: Int64?; public var total: Int64?
  public init(
    reference: String? = nil, event: Event? = nil, period: Month? = nil, date: CivilDate? = nil,
    count: Int64? = nil, total: Int64? = nil
  ) {}
  public static func isReference(_ s: String) -> Bool { true }
}
public struct FileFault: Error { public let diagnostic: Diagnostic }
public final class BatchSource {
  public let name = ""; public var byteCount: Int64 = 0
  public static func file(_ path: String, followLinks: Bool = true) throws -> BatchSource {
    BatchSource()
  }
  public static func memory(name: String, bytes: [UInt8]) -> BatchSource { BatchSource() }
  public func sha256() throws -> Digest { .zero }
}
public struct UnitAnswer: Sendable {
  public var unit: Int32; public var kind: UnitKind; public var isValid: Bool;
  public init(unit: Int32, kind: UnitKind, isValid: Bool) {
    self.unit = unit; self.kind = kind; self.isValid = isValid
  }
}
public protocol UnitLookup: AnyObject {
  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer?
}
public final class FaultCollector { public var diagnosis: Diagnosis { Diagnosis() } }
public enum Field { case person, amount, site, channel, fund, account }
public struct Excerpt { public var column = 0; public var text = ""; public var caret = 0 }
public final class ExcerptReader {
  public init(source: BatchSource) {}
  public func excerpts(for lines: [(fileLine: UInt32, field: Field)]) throws -> [Excerpt] { [] }
}
public final class PaymentListReader {
  public enum Mode { case stopAtFirstFault, collectFaults }
  public enum Progress { case more, end, fault }
  public init(
    source: BatchSource, event: Event, options: Envelope, today: CivilDate, units: any UnitLookup,
    file: Int32, mode: Mode
  ) { fatalError() }
  public func open() throws -> Bool { true }
  public var declared = Envelope(); public var date: CivilDate; public var period: Month
  public func read(into chunk: LineChunk, limit: Int) throws -> Progress { .end }
  public var rowCount: Int64 = 0; public var total: Int64 = 0; public var digest: Digest?
  public var faults = FaultCollector()
}
public final class MovementListReader {
  public init(
    source: BatchSource, event: Event, options: Envelope, today: CivilDate, units: any UnitLookup,
    file: Int
  ) { fatalError() }
  public func open() throws -> Bool { true }
  public func readAll() throws -> [Movement] { [] }
  public var file = 0
  public var declared = Envelope(); public var date: CivilDate; public var period: Month
  public var rowCount: Int64 = 0; public var total: Int64 = 0; public var digest: Digest?
  public var faults = FaultCollector()
}
public struct UnitRow {
  public var code: UnitCode; public var name: String; public var kind: UnitKind;
  public var parent: UnitCode?; public var validFrom: CivilDate?; public var validTo: CivilDate?;
  public var fileLine: UInt32
}
public final class UnitListReader {
  public init(source: BatchSource) {}
  public func readAll() throws -> [UnitRow] { [] }
  public var digest: Digest?
  public var faults = FaultCollector()
}
