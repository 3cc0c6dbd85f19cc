import ArgumentParser
import LedgerCore

/// `post`: files in, batches out.
struct PostCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Post files, each as one batch.",
    discussion: """
      A file posts whole or not at all; all its mistakes are reported. To run it again, give the same \
      command with the same options: the same bytes answer with their first receipt.
      """)

  @OptionGroup var posting: PostingOptions

  @Option(
    help: ArgumentHelp(
      "What becomes of rows of a due list whose persons are not payable.",
      valueName: "refuse|skip"))
  var held: Held = .refuse

  @Option(
    help: ArgumentHelp(
      "Where rows that are skipped are named; FILE.held.csv beside the list if not given.",
      valueName: "file"))
  var heldReport: String?

  @Option(
    help: ArgumentHelp(
      "Where the rows at fault are written if the file is refused; it must not exist.",
      valueName: "file"))
  var rejects: String?

  @OptionGroup var global: GlobalOptions

  /// What becomes of rows whose persons are not payable.
  enum Held: String, ExpressibleByArgument, CaseIterable { case refuse, skip }

  func validate() throws {
    if held == .skip, posting.event != .due {
      throw usage("--held skip is for lists of “due”: nothing else can be left out.")
    }
    if rejects != nil {
      guard posting.files.count == 1, posting.filesFrom == nil else {
        throw usage("--rejects is for one file.")
      }
    }
    guard heldReport != nil else { return }
    guard held == .skip else { throw usage("--held-report goes with --held skip.") }
    guard posting.files.count == 1, posting.filesFrom == nil else {
      throw usage("--held-report is for one file.")
    }
  }

  func answer() throws -> Answer {
    var request = try posting.request()
    if held == .skip { request.heldRows = .leftOut }
    request.heldReport = heldReport
    request.rejects = rejects
    return try global.post(request, posting)
  }
}
