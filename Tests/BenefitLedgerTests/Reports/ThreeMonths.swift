import BenefitLedger
import Foundation
import Testing

/// Three months of an agency's life, made up from a seed: the files, and what is in them.
///
/// On 2026-11-01, between the first month and the second, district 79-D1 is abolished and province 40
/// becomes a part of province 79.
struct ThreeMonths {
  /// A row of a file, with all that totals can be asked by.
  struct Row {
    var event: Event
    var site: String
    var fund: Fund
    var benefit: Benefit?
    var channel: Channel?
    var month: Month?
    var date: CivilDate
    var batch: Int64 = 0
    var amount: Int64
  }

  /// A file.
  struct File {
    var event: Event
    var date: CivilDate
    var text: String
    var rows: [Row]
  }

  /// What a person is owed.
  struct Obligation {
    var person: String
    var row: Row
    var state = ObligationState.due

    /// The bank account it is paid to, if it is.
    var account: String {
      row.channel == .bank ? "970436:00710001" + person.suffix(4) : ""
    }
  }

  static let sites = """
    code,name,kind,parent
    VN,Việt Nam,nation,
    79,Thành phố Hồ Chí Minh,province,VN
    40,Tỉnh Nghệ An,province,VN
    79-D1,Quận 1,district,79
    79-C1,Phường Bến Nghé,commune,79-D1
    40-C1,Phường Hưng Bình,commune,40
    79-S1,Điểm chi trả số 1,site,79-C1
    79-S2,Điểm chi trả số 2,site,79-C1
    40-S1,Điểm chi trả Vinh,site,40-C1
    79-A,Bảo hiểm xã hội thành phố,agency,79

    """

  static let reform = """
    code,name,kind,parent,valid_from
    79-C1,Phường Sài Gòn,commune,79,2026-11-01
    40-C1,Phường Thành Vinh,commune,79,2026-11-01

    """

  /// The files, in the order of posting: number 1 is batch 1.
  private(set) var files: [File] = []
  /// What every obligation came to.
  private(set) var obligations: [Obligation] = []

  /// Every row with its batch.
  var rows: [Row] { files.flatMap(\.rows) }

  private var random: UInt64

  init(seed: UInt64) throws {
    random = seed
    for number in ["2026-10", "2026-11", "2026-12"] { try live(try #require(Month(number))) }
  }

  /// A ledger of the first files, all of them if no number is given, under envelopes of their own
  /// dates or others.
  func ledger(
    files count: Int? = nil,
    dated: (File) -> Envelope = { Envelope(period: $0.date.month, date: $0.date) }
  ) throws -> TestLedger {
    let test = try TestLedger(units: Self.sites)
    var isReformed = false
    for file in files.prefix(count ?? files.count) {
      if !isReformed, file.date.month.description > "2026-10" {
        isReformed = true
        let path = test.folder + "/reform.csv"
        try Self.reform.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try test.ledger.importUnits(from: path).diagnosis.total == 0)
      }
      let receipt = try test.post(file.event, file.text, envelope: dated(file))
      #expect(receipt.state == .posted, "\(file.event): \(receipt.codes)")
    }
    return test
  }

  /// One month: contributions and advances, the list of what is due, and what became of it.
  private mutating func live(_ month: Month) throws {
    let start = try #require(CivilDate("\(month)-03"))
    let middle = try #require(CivilDate("\(month)-12"))
    let end = try #require(CivilDate("\(month)-27"))
    movements(.contribution, ["79"], start)
    movements(.advance, ["79-S1", "79-S2", "40-S1", "79-A"], start)
    due(month, start)
    for site in ["79-S1", "79-S2", "40-S1", "79-A"] {
      pay(middle) { $0.site == site && $0.channel?.isCash == true }
    }
    pay(middle) { $0.channel == .bank }
    step(.unpaid, end, from: .due, oneIn: 2)
    step(.returned, end, from: .paid, oneIn: 5)
    step(.reissued, end, from: .unclaimed, oneIn: 2)
    step(.cancelled, end, from: .unclaimed, oneIn: 3)
  }

  private mutating func movements(_ event: Event, _ units: [String], _ date: CivilDate) {
    var rows: [Row] = []
    for unit in units {
      for fund in [Fund.retirement, .sickness] {
        rows.append(
          Row(event: event, site: unit, fund: fund, date: date, amount: pickAmount(50_000_000)))
      }
    }
    let text = rows.map { "\($0.site),\($0.fund.code),\($0.amount)\n" }.joined()
    add(event, date, "unit,fund,amount\n" + text, rows)
  }

  private mutating func due(_ month: Month, _ date: CivilDate) {
    let benefits: [Benefit] = [.pension, .sickness, .funeral, .disability]
    for number in 0..<60 {
      let place = pick(4)
      let channel: Channel = pick(3) == 1 ? .bank : place == 4 ? .agency : .cash
      let benefit = benefits[number % benefits.count]
      let row = Row(
        event: .due, site: ["79-S1", "79-S2", "40-S1", "79-A"][Int(place) - 1],
        fund: benefit.fund, benefit: benefit, channel: channel, month: month, date: date,
        amount: pickAmount(9_000_000))
      obligations.append(Obligation(person: "0790600\(10000 + number)", row: row))
    }
    let all = obligations.suffix(60)
    let text = all.map { owed in
      [
        owed.person, owed.row.benefit?.code ?? "", "\(month)", "\(owed.row.amount)", owed.row.site,
        owed.row.channel?.code ?? "", owed.account,
      ].joined(separator: ",") + "\n"
    }
    add(
      .due, date, "person,benefit,month,amount,site,channel,account\n" + text.joined(),
      all.map(\.row))
  }

  private mutating func pay(_ date: CivilDate, _ isMeant: (Row) -> Bool) {
    step(.paid, date, from: .due, oneIn: 1) { isMeant($0) }
  }

  /// Takes a step with some of the obligations in a state; one in seven always stays behind.
  private mutating func step(
    _ event: Event, _ date: CivilDate, from state: ObligationState, oneIn chance: UInt64,
    where isMeant: (Row) -> Bool = { _ in true }
  ) {
    var rows: [Row] = []
    var text = "person,benefit,month,amount,account\n"
    for index in obligations.indices where obligations[index].state == state {
      guard isMeant(obligations[index].row), pick(chance) == 1, pick(7) != 1,
        let next = StateTable.state(after: event, from: state)
      else { continue }
      obligations[index].state = next
      var row = obligations[index].row
      row.event = event
      row.date = date
      rows.append(row)
      text += "\(obligations[index].person),\(row.benefit?.code ?? ""),"
      text += "\(row.month?.description ?? ""),\(row.amount),"
      text += (event == .reissued ? obligations[index].account : "") + "\n"
    }
    if !rows.isEmpty { add(event, date, text, rows) }
  }

  private mutating func add(_ event: Event, _ date: CivilDate, _ text: String, _ rows: [Row]) {
    let batch = Int64(files.count + 1)
    let numbered = rows.map { row in
      var row = row
      row.batch = batch
      return row
    }
    files.append(File(event: event, date: date, text: text, rows: numbered))
  }

  /// A number from 1 to a limit.
  private mutating func pick(_ limit: UInt64) -> UInt64 {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (random >> 33) % limit + 1
  }

  private mutating func pickAmount(_ limit: UInt64) -> Int64 { Int64(pick(limit)) }
}

extension ThreeMonths.Row {
  /// What the row has for a key, by the tree of a date.
  func value(_ key: TotalsKey, tree: CivilDate) -> TotalsValue? {
    let isReformed = tree.description >= "2026-11-01"
    let isNorth = site == "40-S1"
    let isCommunal = site.hasPrefix("79-S")
    switch key {
    case .event: return .code(event.code)
    case .site: return .code(site)
    case .commune: return isNorth ? .code("40-C1") : isCommunal ? .code("79-C1") : nil
    case .district: return isCommunal && !isReformed ? .code("79-D1") : nil
    case .province: return .code(isNorth && !isReformed ? "40" : "79")
    case .fund: return .code(fund.code)
    case .benefit: return benefit.map { .code($0.code) }
    case .channel: return channel.map { .code($0.code) }
    case .month: return month.map { .month($0) }
    case .period: return .month(date.month)
    case .batch: return .number(batch)
    }
  }
}

extension [ThreeMonths.Row] {
  /// What the rows add up to, added up one by one.
  func totals(
    by keys: [TotalsKey], tree: CivilDate? = nil,
    where isMeant: (ThreeMonths.Row) -> Bool = { _ in true }
  ) -> [[TotalsValue?]: (count: Int64, amount: Int64)] {
    var totals: [[TotalsValue?]: (count: Int64, amount: Int64)] = [:]
    for row in self where isMeant(row) {
      let values = keys.map { row.value($0, tree: tree ?? row.date) }
      totals[values, default: (0, 0)].count += 1
      totals[values, default: (0, 0)].amount += row.amount
    }
    return totals
  }
}
