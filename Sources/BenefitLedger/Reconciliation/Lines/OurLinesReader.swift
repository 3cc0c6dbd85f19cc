import LedgerCore
import LedgerStore

/// Goes over our lines on a thread of its own, while the other side's lists are read and compared.
///
/// Their lists have to be read and sorted before the first line can be compared. So ours go through a
/// private file, by which this thread can be ahead as far as it gets while memory does not grow with
/// the ledger.
final class OurLinesReader: @unchecked Sendable {
  /// What is handed over: first the lines that come beside the scan, then all others in order.
  private enum Item {
    case besides(SortedLines)
    case lines(SpoolReader<ComparedLine>)
    case failed(any Error)
    case done
  }

  /// The lines of a block; those of one obligation are in the same one.
  private static let blockLength = 1 << 16

  // What is in it is small: where in the file the lines are.
  private let queue = BoundedQueue<Item>(capacity: .max)

  private struct Abandoned: Error {}

  /// Hands over all lines in one state of the ledger.
  ///
  /// - Parameters:
  ///   - store: The ledger.
  ///   - request: Which lines.
  ///   - links: Which numbers are of one person.
  /// - Returns: The batches that the lines name; none if nobody wants the lines any more.
  func run(
    _ store: any LedgerStore, _ request: LinesRequest, _ links: PersonLinks
  ) -> EventBatches? {
    do {
      let spool = try Spool<ComparedLine>(beside: store.location)
      var block: ContiguousArray<ComparedLine> = []
      let batches = try store.read { snapshot in
        let ours = try OurLines(snapshot, request)
        try ours.scan(
          snapshot, try ours.batches.months(snapshot, request.event), links,
          beside: store.location, linked: { try put(.besides($0)) }, into: &block
        ) { block in
          if block.count >= Self.blockLength { try flush(&block, spool) }
        }
        return ours.batches
      }
      try flush(&block, spool)
      // Who has taken this may be gone before it is noticed here.
      _ = queue.put(.done)
      return batches
    } catch {
      _ = queue.put(.failed(error))
      return nil
    }
  }

  private func flush(
    _ block: inout ContiguousArray<ComparedLine>, _ spool: Spool<ComparedLine>
  ) throws {
    guard !block.isEmpty else { return }
    let start = spool.count
    try spool.append(block)
    block.removeAll(keepingCapacity: true)
    try put(.lines(spool.reader(start..<spool.count)))
  }

  private func put(_ item: Item) throws {
    guard queue.put(item) else { throw Abandoned() }
  }

  /// Compares all that is handed over; on the other thread.
  ///
  /// - Throws: What the comparison throws, and what stopped the reading.
  func compare(with comparison: LineComparison) throws {
    while true {
      switch queue.take() {
      case .besides(let lines): comparison.take(besides: lines)
      case .lines(let lines): try comparison.compare(block: try lines.all())
      case .failed(let error): throw error
      case .done: return
      }
    }
  }

  /// Stops the reading if it still goes on: nothing more is wanted.
  func stop() { queue.close() }
}
