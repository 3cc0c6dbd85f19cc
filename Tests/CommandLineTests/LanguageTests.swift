import Testing

/// The language of a process: that of `--lang`, or else that of the environment.
@Suite struct LanguageTests {
  private let folder = Result { try Folder() }
  private static let english = "There is no ledger at none.db."
  private static let vietnamese = "Không có sổ kế toán tại none.db."

  @Test(arguments: [
    (["env", "LC_ALL=C"], [], Self.english), (["env", "LC_ALL=vi_VN.UTF-8"], [], Self.vietnamese),
    (["env", "-u", "LC_ALL", "LC_MESSAGES=vi", "LANG=C"], [], Self.vietnamese),
    (["env", "-u", "LC_ALL", "LANG=vi_VN.UTF-8"], [], Self.vietnamese),
    (["env", "LC_ALL=vi_VN.UTF-8"], ["--lang", "en"], Self.english),
    (["env", "LC_ALL=C"], ["--lang", "vi"], Self.vietnamese),
    (["env", "LC_ALL=C"], ["--lang=vi"], Self.vietnamese),
  ])
  func `messages are in the language that is asked for`(
    environment: [String], options: [String], message: String
  ) throws {
    let program = try folder.get().program
    let said = try program.run(
      ["batch", "list", "--ledger", "none.db"] + options, wrapper: environment)
    #expect(said.exit == 69)
    #expect(said.talk.contains("benefit-ledger: L0811: \(message)\n"), "\(said.talk)")
    let json = try program.run(
      ["batch", "list", "--ledger", "none.db", "--json"] + options, wrapper: environment)
    #expect(
      json.output
        == "{\"error\":{\"code\":\"L0811\",\"message\":\"\(message)\"},\"diagnostics\":[]}\n")
  }

  @Test func `a language that is not spoken is refused`() throws {
    let said = try folder.get().program.run("batch", "list", "--lang", "fr")
    #expect(said.exit == 64)
  }
}
