import Foundation
import LedgerCore

/// The files that name the rows that were left out, one for each list that has any.
///
/// A report is made when the first row is left out, whole and on the disk before the batch is
/// committed, and removed again if the list posts nothing. It never takes the place of a file.
final class HeldReports: @unchecked Sendable {
  private let lock = NSLock()
  private var reports: [Int: RowReport] = [:]
  private var kept: Set<Int> = []

  /// The report of a list, which is begun anew each time the list is read.
  func begin(_ index: Int, of request: PostingRequest) throws -> RowReport {
    try lock.withLock {
      if let report = reports[index] {
        try report.restart()
        return report
      }
      let report = RowReport(
        request.heldReportPath(index), option: "--held-report", in: request.language)
      reports[index] = report
      return report
    }
  }

  /// Keeps the report of a list that is posted.
  ///
  /// - Returns: The report's path; nil if no row was left out.
  func keep(_ index: Int) -> String? {
    lock.withLock {
      kept.insert(index)
      return reports[index].flatMap { $0.isMade ? $0.path : nil }
    }
  }

  /// Removes the reports of lists that posted nothing.
  func removeOthers() {
    lock.withLock {
      for (index, report) in reports where !kept.contains(index) { report.remove() }
    }
  }
}

extension PostingRequest {
  /// Where the rows of a list that are left out are named: as asked for, or beside the list.
  fileprivate func heldReportPath(_ index: Int) -> String {
    if let heldReport { return heldReport }
    let name = inputs[index].name
    let ending = [".csv", ".csv.gz", ".xlsx"].first { name.hasSuffix($0) } ?? ""
    return name.dropLast(ending.count) + ".held.csv"
  }
}
