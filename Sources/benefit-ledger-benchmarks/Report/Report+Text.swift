extension Report {
  /// The figures as tables for people.
  var text: String {
    var text = """
      \(grouped(persons)) persons, \(grouped(sites)) sites; SQLite \(machine.sqlite), \
      \(machine.processors) processors\(machine.isRelease ? "" : "; A DEBUG BUILD")

      """
    text += "\n" + row("", ["lines", "seconds", "cpu s", "lines/s", "of floor", "peak MiB"])
    text += row("generate files", generation)
    text += postingRows("post due", due)
    text += row("post due, short-term", shortTerm)
    text += postingRows("post paid", paid)
    text += row("verify", verify) + row("reconcile totals", reconcileTotals)
    text += row("reconcile lines, due", reconcileLinesDue)
    text += row("reconcile lines, paid", reconcileLinesPaid)
    text += row("check a list", listForms.canonical)
    text += row("check it by a profile", listForms.profile, spread(listForms.profilePermille))
    text += row("check it as a workbook", listForms.workbook)
    if let twice {
      text += row("post due, twice", twice.due) + row("post paid, twice", twice.paid)
    }
    if let growth { text += rows(growth) }
    text += "\n" + row("", ["", "median ms", "least ms", "", "", "peak MiB"])
    for query in queries + [smallFile] + (growth?.queries ?? []) {
      text += row(
        query.command,
        [
          "", tenths(query.medianMicroseconds), tenths(query.leastMicroseconds), "", "",
          mebibytes(query.peakKiB),
        ])
    }
    return text + "\n" + Self.legend
  }

  private static let legend = """
    A posting is the whole process: from the file to a ledger that is sealed, durable and closed.
    The floor inserts the same rows by prepared statements in one transaction, steps sorted over the
    whole event, with the tables, keys, triggers and settings of the ledger; reading is not in it.
    Of a list that a profile reads: its processor time beside that of the program's own list.
    Several rounds: the middle, and from the least to the greatest ratio.
    """

  private func rows(_ growth: GrowthReport) -> String {
    var text = "\n"
    for (index, month) in growth.months.enumerated() {
      text += row("month \(index + 1), due", month.due)
      text += row("month \(index + 1), paid", month.paid)
    }
    text += row("verify, all months", growth.verify)
    let size = growth.months.map { grouped($0.ledgerMiB) }.joined(separator: ", ")
    return text + """
      The last month against the first: due \(spread([growth.dueRatioPermille])), paid \
      \(spread([growth.paidRatioPermille])). The ledger's file: \(size) MiB.

      """
  }

  private func postingRows(_ name: String, _ posting: PostingReport) -> String {
    row(
      name,
      [
        grouped(posting.lines), hundredths(middle(posting.ours.map(\.microseconds))),
        hundredths(middle(posting.ours.map(\.cpuMicroseconds))), grouped(posting.linesPerSecond),
        "", mebibytes(posting.peakKiB),
      ])
      + floorRow("  floor", posting, posting.floor, posting.ratioPermille)
      + floorRow(
        "  floor without triggers", posting, posting.floorWithoutTriggers,
        posting.ratioWithoutTriggersPermille)
  }

  private func floorRow(
    _ name: String, _ posting: PostingReport, _ floor: [FloorFigures], _ ratios: [Int]
  ) -> String {
    let microseconds = middle(floor.map(\.microseconds))
    return row(
      name,
      [
        grouped(posting.lines), hundredths(microseconds),
        hundredths(middle(floor.map(\.cpuMicroseconds))),
        grouped(rate(posting.lines, microseconds)), spread(ratios), "",
      ])
  }

  private func row(_ name: String, _ stage: Stage, _ ratio: String = "") -> String {
    row(
      name,
      [
        grouped(stage.lines), hundredths(stage.figures.microseconds),
        hundredths(stage.figures.cpuMicroseconds), grouped(stage.linesPerSecond), ratio,
        mebibytes(stage.figures.peakKiB),
      ])
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let widths = [10, 10, 9, 11, 18, 9]
    var line = name + String(repeating: " ", count: max(1, 28 - name.count))
    for (cell, width) in zip(cells, widths) {
      line += String(repeating: " ", count: max(0, width - cell.count)) + cell
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
