import BatchFiles
import LedgerCore

extension TheirTotals {
  /// A file of totals that cannot be taken as it is.
  public struct Refusal: Error, Sendable {
    /// What is wrong with it.
    public var diagnosis: Diagnosis
  }

  /// Reads a file of totals: `site,benefit,month,event,count,amount`, columns in any order.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reading: How it is to be read, if its columns are others.
  /// - Returns: The totals, or everything that is wrong with the file.
  public static func read(
    _ path: String, reading: ListReading = ListReading()
  ) -> Result<TheirTotals, Refusal> {
    do {
      return read(try BatchSource.file(path).totals(reading))
    } catch {
      return .failure(Refusal(diagnosis: Diagnosis(error.diagnostic)))
    }
  }

  /// Reads totals that are in memory.
  ///
  /// - Parameters:
  ///   - name: The name for messages.
  ///   - bytes: The file's bytes.
  /// - Returns: The totals, or everything that is wrong with the file.
  public static func read(name: String, bytes: [UInt8]) -> Result<TheirTotals, Refusal> {
    do {
      return read(try BatchSource.memory(name: name, bytes: bytes).unpacked())
    } catch {
      return .failure(Refusal(diagnosis: Diagnosis(error.diagnostic)))
    }
  }

  private static func read(_ source: BatchSource) -> Result<TheirTotals, Refusal> {
    let reader = TotalsListReader(source: source)
    let rows = reader.read()
    if reader.faults.hasFaults { return .failure(Refusal(diagnosis: reader.faults.diagnosis)) }
    var theirs = TheirTotals()
    theirs.warnings = reader.faults.diagnosis
    // A total of nothing is not a total.
    for row in rows where row.count != 0 || row.amount != 0 {
      let key = Key(site: row.site, benefit: row.benefit, month: row.month, event: row.event)
      theirs.totals[key] = Tally(count: row.count, amount: row.amount)
    }
    return .success(theirs)
  }
}
