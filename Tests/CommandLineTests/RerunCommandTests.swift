import Foundation
import Testing

/// What the program says of files that are posted again, refused rows, and lists of names that are none.
@Suite struct RerunCommandTests {
  private let folder = Result { try Folder() }
  private let an = "079060000011"

  private func made() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    return program
  }

  private func says(_ outcome: Program.Outcome) -> String { outcome.output + outcome.talk }

  @Test func `a list of payments in place of a list of names is said once and shown not at all`()
    throws
  {
    let program = try made()
    try program.write("paid.csv", "\(an),pension,2026-10,5000000\n\(an),pension,2026-11,5000000\n")
    let given = try program.run("post", "paid", "--files-from", "paid.csv", "--json")
    #expect(given.exit == 65)
    #expect(try given.errorCode() == "L0218")
    #expect(!says(given).contains(an))
    try program.write("names.txt", "a,b.csv\n\(an).csv\n")
    try program.write("a,b.csv", "person,benefit,month,amount\n\(an),pension,2026-10,5000000\n")
    let named = try program.run("post", "paid", "--files-from", "names.txt")
    #expect(named.exit == 66)
    #expect(named.talk.contains("a,b.csv:2:1: L0511"))
    #expect(named.talk.contains("*********011.csv: L0101") && !says(named).contains(an))
  }

  @Test func `refused rows are written, once, and the receipt names the file`() throws {
    let program = try made()
    try program.write(
      "due.csv", "person,benefit,month,amount,site,channel\n\(an),pension,2026-13,1,79-S1,cash\n")
    let refused = try program.run("post", "due", "due.csv", "--rejects", "out.csv")
    #expect(refused.exit == 65)
    #expect(refused.output.hasSuffix("1 mistake. 1 row at fault is in out.csv.\n"))
    let again = try program.run("post", "due", "due.csv", "--rejects", "out.csv", "--json")
    #expect(again.exit == 73)
    #expect(try again.errorCode() == "L0822")
    let json = try program.run("post", "due", "due.csv", "--rejects", "new.csv", "--json").json()
    let receipt = try #require((json["batches"] as? [[String: Any]])?.first)
    #expect(receipt["rejected"] as? Int == 1 && receipt["rejects"] as? String == "new.csv")
    _ = try program.run("post", "due", "due.csv", "--rejects", "vi.csv", "--lang", "vi")
    let reasons = try String(contentsOfFile: program.folder + "/vi.csv", encoding: .utf8)
    #expect(reasons.contains(",reject_code,reject_reason\n"))
    #expect(reasons.contains(",L0432,\"Không có tháng hưởng"))
    for arguments in [["a.csv", "b.csv"], ["--files-from", "a.csv"]] {
      let (process, _, _) = try program.start(
        ["post", "due", "--rejects", "x.csv"] + arguments)
      process.waitUntilExit()
      #expect(process.terminationStatus == 64)
    }
  }

  @Test func `one is one, and a mistake of the whole file has no place`() throws {
    let program = try made()
    try program.write("one.csv", "unit,fund,amount\n79-S1,retirement,7\n")
    let posted = try program.run("post", "advance", "one.csv")
    #expect(posted.output.contains("advance, 1 line, 7 đ, 1 voucher, date"))
    try program.write("empty.csv", "")
    #expect(try program.run("post", "due", "empty.csv").talk.hasPrefix("empty.csv: L0108: "))
    let verified = try program.run("verify").output
    #expect(verified.contains("1 batch, 1 voucher and 0 lines"))
  }

  @Test func `a date that is none and a negative number are told why`() throws {
    let program = try made()
    func talk(_ arguments: String...) throws -> String {
      let (process, _, talk) = try program.start(arguments)
      process.waitUntilExit()
      #expect(process.terminationStatus == 64)
      try talk.seek(toOffset: 0)
      return String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self)
    }
    #expect(
      try talk("post", "due", "x.csv", "--date", "2026-02-30")
        .hasPrefix("2026-02-30: there is no such day in the calendar.\n"))
    #expect(
      try talk("totals", "--as-at=9999-12-31").hasPrefix("9999-12-31: the years go from 1900"))
    #expect(try talk("post", "due", "x.csv", "--count", "-5").hasPrefix("-5 is negative"))
    #expect(try talk("post", "due", "x.csv", "--total=-5").contains("--total is never negative"))
    #expect(try talk("batch", "reverse", "-1", "--reason", "x").hasPrefix("-1 is negative"))
    let unknown = try talk("post", "nothing", "x.csv")
    #expect(unknown.contains("remitted") && !unknown.contains("handover"))
    #expect(!unknown.contains("year-end"))
    #expect(try talk("post", "handover", "x.csv").contains("The program itself makes batches"))
  }
}
