import LedgerCore
import LedgerStore

/// Goes over our lines on a thread of its own, while the other side's lists are read and compared.
///
/// It is ahead by two blocks at most, so that memory does not grow with the ledger.
final class OurLinesReader: @unchecked Sendable {
  /// What is handed over: first the lines that come beside the scan, then all others in order.
  private enum Item {
    case besides(SortedLines)
    case lines(ContiguousArray<ComparedLine>)
    case failed(any Error)
    case done
  }

  /// The lines of a block; those of one obligation are in the same one.
  private static let blockLength = 1 << 19

  private let queue = BoundedQueue<Item>()

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
    var block: ContiguousArray<ComparedLine> = []
    do {
      let batches = try store.read { snapshot in
        let ours = try OurLines(snapshot, request)
        try ours.scan(
          snapshot, try ours.batches.months(snapshot, request.event), links,
          beside: store.location, linked: { try put(.besides($0)) }, into: &block
        ) { block in
          if block.count >= Self.blockLength { try flush(&block) }
        }
        return ours.batches
      }
      try flush(&block)
      // Who has taken this may be gone before it is noticed here.
      _ = queue.put(.done)
      return batches
    } catch {
      _ = queue.put(.failed(error))
      return nil
    }
  }

  private func flush(_ block: inout ContiguousArray<ComparedLine>) throws {
    guard !block.isEmpty else { return }
    let full = block
    block = []
    try put(.lines(full))
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
      case .lines(let lines): try comparison.compare(block: lines)
      case .failed(let error): throw error
      case .done: return
      }
    }
  }

  /// Stops the reading if it still goes on: nothing more is wanted.
  func stop() { queue.close() }
}
