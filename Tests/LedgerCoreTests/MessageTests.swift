import LedgerCore
import Testing

/// Words that are said in a language.
@Suite struct MessageTests {
  @Test func `a message says in English what its literal says`() {
    let file = "a{1}.csv"
    let place: Message = "line \(7)"
    let message: Message =
      "\(file), \(place): {x} is \(counted(2, "line")) \(agreeing(2, "is", "are"))"
    #expect(message.text(in: .en) == "a{1}.csv, line 7: {x} is 2 lines are")
    #expect(message.description == message.text(in: .en))
  }

  @Test func `what is counted is in the singular or the plural, and grouped`() {
    #expect(counted(1, "batch", "batches").description == "1 batch")
    #expect(counted(0, "batch", "batches").description == "0 batches")
    #expect(counted(1_234, "line").description == "1.234 lines")
  }

  @Test func `a message in Vietnamese has the words of the catalogue and the English it lacks`() {
    let fund: Message = "fund"
    let unknown: Message = "no entry has \(fund), \(counted(3, "line")) \(agreeing(3, "is", "are"))"
    #expect(fund.text(in: .vi) == "quỹ")
    #expect(unknown.text(in: .vi) == "no entry has quỹ, 3 dòng ")
    #expect([fund, "·", fund].joined(separator: " ").text(in: .vi) == "quỹ · quỹ")
  }

  @Test(arguments: [
    (["LANG": "vi_VN.UTF-8"], Language.vi), (["LANG": "vi"], .vi), (["LANG": "vi_VN"], .vi),
    (["LANG": "vi.UTF-8@x"], .vi), (["LANG": "vietnamese"], .en), (["LANG": "C.UTF-8"], .en),
    (["LANG": "fr_FR", "LC_MESSAGES": "vi_VN"], .vi), (["LANG": "vi_VN", "LC_ALL": "C"], .en),
    (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "vi_VN"], .vi), ([:], .en),
  ])
  func `the environment names the language as POSIX says`(
    environment: [String: String], language: Language
  ) {
    #expect(Language(environment: environment) == language)
  }
}
