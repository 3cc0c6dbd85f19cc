import ArgumentParser
import Foundation
import LedgerCore

extension Language {
  /// The language this process speaks: that of `--lang`, or else that of the environment.
  ///
  /// It is decided once, before the arguments are parsed, for they can be wrong.
  static let ofProcess = Language(
    arguments: CommandLine.arguments.dropFirst(),
    environment: ProcessInfo.processInfo.environment)

  /// The language that arguments ask for, or else an environment.
  ///
  /// - Parameters:
  ///   - arguments: The command line without the program; the first `--lang` counts.
  ///   - environment: What POSIX says of languages.
  init(arguments: some Sequence<String>, environment: [String: String]) {
    var isNext = false
    for argument in arguments.prefix(while: { $0 != "--" }) {
      let value: String
      if isNext {
        value = argument
      } else if argument.hasPrefix("--lang=") {
        value = String(argument.dropFirst("--lang=".count))
      } else {
        isNext = argument == "--lang"
        continue
      }
      // Any other is refused by the parser, in the language of the environment.
      if let language = Language(rawValue: value) {
        self = language
        return
      }
      isNext = false
    }
    self.init(environment: environment)
  }
}

/// Words in the language of this process.
///
/// - Parameter words: The words; a literal is looked up in the catalogue.
/// - Returns: What is printed.
func localized(_ words: Message) -> String { words.text(in: .ofProcess) }

/// What is said of a command line that cannot be carried out.
///
/// - Parameter words: Which option is wrong, and what it may be.
/// - Returns: The error that the parser takes.
func usage(_ words: Message) -> ValidationError { ValidationError(localized(words)) }

extension JSON {
  /// Words for people, in the language of this process.
  static func words(_ words: Message) -> JSON { string(localized(words)) }
}

extension Language: ExpressibleByArgument {}
