import LedgerCore

/// Every difference as a row of a file, with the person's whole number: for the owner alone.
struct DifferenceFile {
  private let file: OutputFile

  private static let header =
    """
    group,kind,person,benefit,month,occurrence,ours,theirs,our_site,their_site,our_channel,\
    their_channel,batch,file,line
    """

  init(_ path: String) throws { file = try OutputFile(path) }

  func add(_ difference: LineDifference) throws {
    func text(_ value: (some CustomStringConvertible)?) -> String {
      value.map { CsvText.field($0.description) } ?? ""
    }
    let fields = [
      text(difference.group.map { $0 + 1 }), difference.kind.code, difference.person.digits,
      difference.benefit.code, text(difference.month as Month?), String(difference.occurrence),
      text(difference.ours), text(difference.theirs), text(difference.ourSite),
      text(difference.theirSite), text(difference.ourChannel?.code),
      text(difference.theirChannel?.code), text(difference.batch), text(difference.file),
      text(difference.line),
    ]
    try file.add(fields.joined(separator: ","), header: Self.header)
  }

  /// Writes what is left; without a difference the file has its header alone.
  func finish() throws { try file.finish(header: Self.header) }
  func remove() { file.remove() }
}
