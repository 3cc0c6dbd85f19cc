import ArgumentParser
import BenefitLedger
import LedgerCore

/// `profile`: how lists of agencies, employers, post and banks are read as they are.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Profiles: how lists of others are read as they are.",
    subcommands: [ProfileListCommand.self, ProfileShowCommand.self, ProfileGuessCommand.self])
}

/// `profile list`: the profiles that the program knows.
struct ProfileListCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the profiles that the program knows.")

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let profiles = Profiles.builtIn
    var table = TextTable([.words("profile"), .words("list"), .words("for")])
    for profile in profiles {
      table.add([profile.name, profile.list.code, localized(profile.sourceWords)])
    }
    return Answer(
      json: .object([
        (
          "profiles",
          .array(
            profiles.map {
              .object([
                ("name", .string($0.name)), ("list", .string($0.list.code)),
                ("source", .string($0.source)),
              ])
            })
        )
      ]),
      text: table.text)
  }
}

/// `profile show`: a profile as a file.
struct ProfileShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a profile as a TOML file, to begin one of your own with.")

  @Argument(help: "A profile of `profile list`.")
  var name: String

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let text = try Profiles.text(name)
    return Answer(json: .object([("name", .string(name)), ("text", .string(text))]), text: text)
  }
}

/// `profile guess`: the profile that fits a file best.
struct ProfileGuessCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "guess",
    abstract: "Propose a profile for a file, and show five rows as understood.",
    discussion: """
      Nothing is posted and no ledger is needed. A file whose amounts, days or letters can be read in \
      two ways is refused with both readings.
      """)

  @Argument(help: "The file.")
  var file: String

  @OptionGroup var table: TableOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let guess = Profiles.guess(
      file, encoding: table.encoding, number: table.number, reading: table.reading(nil))
    switch guess {
    case .failure(let refusal): return Answer(refusing: refusal.diagnosis)
    case .success(let found): return Answer(json: found.json, text: found.words(file))
    }
  }
}

extension ProfileGuess {
  /// The answer for programs.
  fileprivate var json: JSON {
    .object([
      ("profile", .string(profile.name)), ("builtIn", .bool(isBuiltIn)),
      ("encoding", .optional(encoding?.code)), ("delimiter", .optional(delimiter?.code)),
      ("headerRow", .integer(Int64(headerRow))), ("number", .string(number.code)),
      (
        "columns",
        .array(
          columns.map {
            .object([
              ("column", .integer(Int64($0.place))), ("header", .string($0.header)),
              ("field", .optional($0.field?.code)),
            ])
          })
      ),
      (
        "rows",
        .array(
          rows.map { row in
            .object(
              [("row", .integer(Int64(row.number)))]
                + zip(names, row.fields).map { ($0, .string($1)) })
          })
      ),
      ("missing", .array(missing.map { .string($0) })), ("text", .string(text)),
    ])
  }

  /// The answer for people.
  fileprivate func words(_ file: String) -> String {
    var text =
      isBuiltIn
      ? localized("Profile: \(profile.name) (\(profile.sourceWords))\n")
      : localized("No built-in profile fits; the one below is made for this file.\n")
    let form =
      encoding.map { localized("\($0.code), separated by \((delimiter ?? .comma).words)") }
      ?? localized("a workbook")
    text += localized(
      "Letters and cells: \(form). Header: row \(headerRow). Amounts: \(number.code).\n")
    let left = columns.filter { $0.field == nil }.map(\.header)
    if !left.isEmpty { text += localized("Not read: \(left.joined(separator: ", ")).\n") }
    var table = TextTable(
      [.numbers("row")]
        + names.map { $0 == "amount" ? .numbers(.verbatim($0)) : .words(.verbatim($0)) })
    for row in rows { table.add(["\(row.number)"] + row.fields) }
    text += "\n" + table.text
    if !missing.isEmpty {
      let which = Message.list(missing, separator: ", the ")
      text += localized("\nNothing says the \(which) yet: add ")
      text += missing.map { "--set \($0)=…" }.joined(separator: " ") + ".\n"
    }
    return isBuiltIn ? text : text + "\n" + self.text
  }
}
