import LedgerCore
import LedgerStore

/// What the numbers of findings and groups stand for.
struct FindingNames {
  private let tree: UnitTree
  private let batches: EventBatches
  private let files: [String]

  init(_ tree: UnitTree, _ batches: EventBatches, _ request: LinesRequest) {
    self.tree = tree
    self.batches = batches
    files = request.inputs.map(\.name)
  }

  /// A finding in words.
  func difference(_ finding: LineFinding, group: Int?) throws -> LineDifference {
    let key = ObligationKey(packed: finding.key)
    let isOurs = finding.batch >= 0
    let isTheirs = finding.file >= 0
    return LineDifference(
      kind: finding.kind, person: try promised(PersonNumber(encoded: key.person), "person"),
      benefit: try promised(Benefit(rawValue: key.benefit), "benefit"), month: key.month,
      occurrence: key.occurrence, ours: isOurs ? finding.ours : nil,
      theirs: isTheirs ? finding.theirs : nil, ourSite: site(finding.ourUnit),
      theirSite: site(finding.theirUnit), ourChannel: Channel(rawValue: finding.ourChannel),
      theirChannel: Channel(rawValue: finding.theirChannel),
      batch: isOurs ? batches.numbers[Int(finding.batch)] : nil,
      file: isTheirs ? files[Int(finding.file)] : nil,
      line: isTheirs ? Int64(finding.fileLine) : nil, group: group)
  }

  /// A group in words.
  func group(_ group: LineGrouping.Group) -> LinesGroup {
    var named = LinesGroup(
      kind: group.kind, count: Int64(clamping: group.sum.count),
      amount: Int64(clamping: group.sum.amount), isWhole: group.isWhole)
    for part in group.parts {
      let value = group.profile.value(part)
      switch part {
      case .site: named.site = site(Int32(value))
      case .benefit: named.benefit = Benefit(rawValue: UInt8(value))
      case .month: named.month = Month(ordinal: Int32(value))
      case .channel: named.channel = Channel(rawValue: UInt8(value))
      case .source where group.kind == .missingTheirs: named.batch = batches.numbers[Int(value)]
      case .source: named.file = files[Int(value)]
      }
    }
    guard let redirection = group.redirection else { return named }
    if group.kind == .site {
      named.site = site(redirection.ours)
      named.theirSite = site(redirection.theirs)
    } else {
      named.channel = Channel(rawValue: UInt8(clamping: redirection.ours))
      named.theirChannel = Channel(rawValue: UInt8(clamping: redirection.theirs))
    }
    return named
  }

  private func site(_ unit: Int32) -> String? { unit > 0 ? tree.code(of: unit) : nil }
}
