import LedgerCore
import LedgerStore

/// Findings as they turn up: the first thousand in full, the rest counted.
public struct FindingList: Sendable {
  /// How many findings are kept in full.
  public static let listed = 1_000

  /// The first findings.
  public private(set) var findings: [Finding] = []
  /// How many there are of each kind, in the order of first appearance.
  public private(set) var counts: [(kind: Finding.Kind, count: Int)] = []
  /// The first batch that a finding names, listed or not.
  public private(set) var firstBatch: Int64?

  /// No findings.
  public init() {}

  /// Adds a finding.
  public mutating func add(_ finding: Finding) {
    if findings.count < Self.listed { findings.append(finding) }
    count(finding.kind, 1)
    note(finding.batch)
  }

  /// Adds what another list has.
  public mutating func add(_ other: FindingList) {
    findings.append(contentsOf: other.findings.prefix(Self.listed - findings.count))
    for (kind, number) in other.counts { count(kind, number) }
    note(other.firstBatch)
  }

  /// Adds what is wrong with the store itself.
  mutating func add(_ faults: [StructureFault]) {
    for fault in faults {
      let kind: Finding.Kind =
        switch fault.kind {
        case .schema: .schemaChanged
        case .term: .termChanged
        case .file: .fileDamaged
        case .reference: .referenceBroken
        }
      add(Finding(kind, fault.message))
    }
  }

  /// Says of batches whose rows differ from their root, while all that can be added up agrees, what
  /// that leaves.
  mutating func explainRoots() {
    let narrower = Set(
      findings.filter { $0.kind != .rootDiffers && $0.kind != .sealDiffers }.compactMap(\.batch))
    for index in findings.indices where findings[index].kind == .rootDiffers {
      guard let batch = findings[index].batch, !narrower.contains(batch) else { continue }
      findings[index].message +=
        """
         Its sums, vouchers and steps agree; what was changed is a name, a bank account, a document, \
        a reason or the line of the file, or the root itself.
        """
    }
  }

  /// Whether there is a finding of a kind.
  public func has(_ kind: Finding.Kind) -> Bool { counts.contains { $0.kind == kind } }

  private mutating func note(_ batch: Int64?) {
    guard let batch else { return }
    firstBatch = min(firstBatch ?? batch, batch)
  }

  private mutating func count(_ kind: Finding.Kind, _ number: Int) {
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count += number
    } else {
      counts.append((kind, number))
    }
  }
}
