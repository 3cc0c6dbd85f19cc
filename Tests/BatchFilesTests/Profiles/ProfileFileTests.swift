import LedgerCore
import Testing

@testable import BatchFiles

/// A profile of one's own is a TOML file.
struct ProfileFileTests {
  @Test(arguments: BuiltInProfiles.texts.map(\.name))
  func `a built-in profile is the same after it was written as a file`(_ name: String) throws {
    let profile = try #require(BuiltInProfiles.profile(name))
    let again = ProfileSample.profile(profile.text)
    #expect(again.found == [])
    #expect(again.profile == profile)
  }

  @Test func `a profile with everything in it is read`() throws {
    let text = """
      [profile]
      name = "all"
      source = "Everything"
      list = "payments"
      encoding = "tcvn3"
      delimiter = "tab"
      sheet = "Tờ 1"
      rows_above = 3
      rows_below = 2
      number = "1,234,567"
      date = "MM/dd/yyyy"
      ignore = ["STT"]
      ignore_others = true

      [[column]]
      field = "person"
      place = 2
      digits = 12
      """
    let read = ProfileSample.profile(text)
    let profile = try #require(read.profile, "\(read.found)")
    #expect(profile.number == .commas && profile.date == .monthFirst && profile.encoding == .tcvn3)
    #expect(profile.rowsAbove == 3 && profile.rowsBelow == 2 && profile.ignoresOthers)
    #expect(profile.columns[0].place == 2 && profile.columns[0].digits == 12)
    #expect(ProfileSample.profile(profile.text).profile == profile)
  }

  static let head = "[profile]\nname = \"x\"\nsource = \"x\"\nlist = \"payments\"\n"
  static let person = "[[column]]\nfield = \"person\"\nheader = \"P\"\n"

  static let wrong: [(String, Found)] = [
    ("", Found(.fileEmpty, 0, 0)),
    (person, Found(.tomlKeyMissing, 1, 1)),
    (head, Found(.tomlKeyMissing, 1, 1)),
    (head + person + person, Found(.tomlValue, 9, 9)),
    (head + person + "[[columns]]\n", Found(.tomlKeyUnknown, 8, 3)),
    (head + "number = \"1'234\"\n" + person, Found(.tomlValue, 5, 10)),
    (head + person + "digits = 20\n", Found(.tomlValue, 8, 10)),
    (head + "[[column]]\nfield = \"person\"\n", Found(.tomlKeyMissing, 5, 1)),
    (head + person + "[[constant]]\nfield = \"count\"\nvalue = \"1\"\n", Found(.tomlValue, 9, 9)),
    (head + person + "[[title]]\nfield = \"month\"\nafter = []\n", Found(.tomlValue, 10, 9)),
  ]

  @Test(arguments: wrong)
  func `what is wrong with a profile is told where it stands`(_ text: String, _ found: Found) {
    let read = ProfileSample.profile(text)
    #expect(read.profile == nil)
    #expect(read.found.first?.code == found.code, "\(read.found)")
    if found.line > 0 { #expect(read.found.first == found) }
  }

  @Test func `places, rows above and rows below are kept to`() throws {
    let outcome = try ProfileSample.read("x;y\n" + ProfileSample.short + "9;9;9;9;9;9\n") {
      $0.rowsAbove = 1
      $0.rowsBelow = 1
      $0.columns[1].place = 2
    }
    #expect(outcome.found == [])
    #expect(outcome.total == 1_734_567)
    let fault = #expect(throws: FileFault.self) {
      try ProfileSample.read("x;y\n" + ProfileSample.short) { $0.rowsAbove = 0 }
    }
    #expect(fault?.diagnostic.code == .headerNotFound)
  }

  @Test func `a profile is guessed, with rows as understood and persons masked`() throws {
    let guess = try ProfileGuess(
      .memory(name: "list.csv", bytes: Array(ProfileSample.c72a.utf8)))
    #expect(guess.isBuiltIn && guess.profile.name == "c72a-hd")
    #expect(guess.headerRow == 7 && guess.number == .dots && guess.delimiter == .semicolon)
    #expect(guess.missing == [])
    #expect(guess.rows.map(\.number) == [10, 11, 14])
    #expect(guess.rows.allSatisfy { $0.fields.allSatisfy { longestDigits($0) < 9 } })
  }

  @Test(arguments: [
    ("person,benefit,month,amount,site,channel\n", "payments"),
    ("#batch event=paid count=1\nperson,benefit,month,amount\n", "payments"),
    ("unit,fund,amount\n", "money that moves without persons"),
    ("person,date\n", "deaths"),
  ])
  func `the program's own columns need no profile, and are called so`(
    _ text: String, _ rows: String
  ) throws {
    let source = BatchSource.memory(name: "list.csv", bytes: Array((text + "1,2,3,4,5,6\n").utf8))
    let fault = #expect(throws: FileFault.self) { try ProfileGuess(source) }
    #expect(fault?.diagnostic.code == .ownColumns)
    #expect(fault?.diagnostic.message.contains("a list of \(rows);") == true)
    let profile = try #require(BuiltInProfiles.profile("c72a-hd"))
    let read = #expect(throws: FileFault.self) { try source.list(ListReading(profile), of: .due) }
    #expect(read?.diagnostic.code == .ownColumns)
  }

  @Test func `what no built-in profile fits gets one of its own that can be read`() throws {
    let text = "Mã số BHXH;Tiền thưởng;Chế độ;Số tiền\n0123456789;x;Hưu trí;1.234.567\n"
    let guess = try ProfileGuess(.memory(name: "list.csv", bytes: Array(text.utf8)))
    #expect(!guess.isBuiltIn)
    #expect(guess.missing == ["month", "site", "channel"])
    let own = try #require(ProfileSample.profile(guess.text).profile)
    var reading = ListReading(own)
    reading.given = [
      ProfileConstant(.month, "2026-10"), ProfileConstant(.site, "79-00123"),
      ProfileConstant(.channel, "cash"),
    ]
    let list = try BatchSource.memory(name: "list.csv", bytes: Array(text.utf8))
      .list(reading, of: .due)
    #expect(try readPayments(list).total == 1_234_567)
    #expect(ProfileSample.profile(try #require(reading.whole).text).profile == reading.whole)
  }

  @Test func `what the known profiles are for is said in Vietnamese too`() {
    for profile in BuiltInProfiles.all {
      #expect(profile.sourceWords.description == profile.source)
      #expect(profile.sourceWords.text(in: .vi) != profile.source)
    }
  }
}
