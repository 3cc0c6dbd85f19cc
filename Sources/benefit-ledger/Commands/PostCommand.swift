import ArgumentParser
import LedgerCore

/// `post`: files in, batches out.
struct PostCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Post files, each as one batch.",
    discussion: """
      A file posts whole or not at all; all its mistakes are reported. The same bytes posted again \
      answer with their first receipt.
      """)

  @OptionGroup var posting: PostingOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer { try global.post(try posting.request(), posting.keys) }
}
