import LedgerCore

@testable import BatchFiles

/// A reader of files, and what must be true of whatever it makes of any bytes at all.
///
/// That nothing crashes is the least of it: what is accepted must add up, a second reading must be the
/// first, and neither the size of blocks nor a shortcut may change anything.
enum FuzzedReader: String, CaseIterable, Sendable {
  case payments
  case movements
  case persons
  case table
  case profiles
  case encodings
  case sheet
  case workbook
  case gzip
  case statement
  case chart
  case profileFile

  /// What is wrong with what the reader made of some bytes; nil if all is well.
  func complaint(_ bytes: [UInt8]) -> String? {
    do {
      switch self {
      case .payments: try ListOracle.payments(bytes)
      case .movements: try ListOracle.movements(bytes)
      case .persons: try ListOracle.persons(bytes)
      case .table: try TableOracle.rows(bytes)
      case .profiles: try TableOracle.profiles(bytes)
      case .encodings: try TextOracle.encodings(bytes)
      case .sheet: try PackedOracle.sheet(bytes)
      case .workbook, .gzip: try PackedOracle.unpacked(bytes)
      case .statement: try StatementOracle.statement(bytes)
      case .chart: try TextOracle.chart(bytes)
      case .profileFile: try TextOracle.profile(bytes)
      }
      return nil
    } catch let complaint as Complaint {
      return "\(rawValue): \(complaint.words)"
    } catch {
      return "\(rawValue): \(error)"
    }
  }
}

/// Something that must not be.
struct Complaint: Error {
  let words: String
}

/// Complains unless something holds.
func require(_ holds: Bool, _ words: @autoclosure () -> String) throws {
  if !holds { throw Complaint(words: words()) }
}

/// Bytes as a file.
func file(_ bytes: some Sequence<UInt8>) -> BatchSource {
  .memory(name: "fuzzed", bytes: Array(bytes))
}

/// What came of a reading: something, or the place and code of a fault.
enum Reading<Value: Equatable>: Equatable {
  case read(Value)
  case fault(Code, Int)

  init(_ read: () throws -> Value) throws {
    do {
      self = .read(try read())
    } catch let fault as FileFault {
      self = .fault(fault.diagnostic.code, fault.diagnostic.line)
    }
  }

  /// What was read, if anything.
  var value: Value? {
    if case .read(let value) = self { value } else { nil }
  }
}

extension BatchSource {
  /// All bytes that are left, in blocks of a size.
  func rest(_ blockSize: Int = 4_096) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: blockSize)
    while true {
      let count = try read(into: &block)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
