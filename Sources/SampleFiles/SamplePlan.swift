import LedgerCore

/// What to generate: the size, the month and the seed of a set of made-up payment files.
///
/// The same plan gives the same bytes on every machine. With the same seed and the same numbers of
/// persons and sites, the monthly beneficiaries of two months of one decade are the same persons
/// with the same benefits and accounts, so that a year of payments can be generated month by month.
public struct SamplePlan: Sendable {
  /// How much of the country a plan covers.
  public enum Scope: Sendable {
    /// All 63 provinces.
    case nation
    /// One province: Nghệ An for seed 1, else one that the seed picks.
    case province
  }

  /// How much of the country is covered.
  public var scope: Scope
  /// How many lines `due.csv` has; the short-term benefits come on top, in proportion.
  public var persons: Int
  /// How many payment sites there are, agency offices not counted.
  public var sites: Int
  /// The month the benefits are for and are paid in.
  public var month: Month
  /// What everything random is derived from.
  public var seed: UInt64
  /// How many of a hundred payments go to bank accounts; with 0 every payment is cash at a site.
  public var bankShare: Int

  /// Makes a plan, of the size of the real country or of a middling province if none is given.
  ///
  /// 3.3 million monthly beneficiaries and nearly 15,000 sites are the figures of Vietnam Social
  /// Security for 2021; 81 % paid into accounts is that of June 2025.
  public init(
    scope: Scope, persons: Int? = nil, sites: Int? = nil, month: Month, seed: UInt64 = 1,
    bankShare: Int? = nil
  ) {
    self.scope = scope
    self.persons = persons ?? (scope == .nation ? 3_300_000 : 20_000)
    self.sites = sites ?? (scope == .nation ? 15_000 : 240)
    self.month = month
    self.seed = seed
    self.bankShare = bankShare ?? 81
  }

  /// The provinces the plan covers, as places in ``Province/all``.
  var provinces: [Int] {
    switch scope {
    case .nation: Array(Province.all.indices)
    case .province: [seed == 1 ? Province.ngheAn : Int(mix(seed) % UInt64(Province.all.count))]
    }
  }

  /// How many lines `short-term.csv` has: 917,200 for the nation's 3.3 million monthly ones.
  var shortTermLines: Int {
    (persons * BenefitMix.shortTermOfNation + 1_650_000) / 3_300_000
  }

  /// Refuses a plan that the codes and numbers have no room for.
  func check() throws(SampleError) {
    let provinces = scope == .nation ? Province.all.count : 1
    // A province has room for 4.8 million persons; the largest has a tenth of the people.
    let mostPersons = scope == .nation ? 40_000_000 : BirthRegister.monthlyPlaces
    guard (1...mostPersons).contains(persons) else {
      throw .impossible("persons must be 1 to \(mostPersons)")
    }
    // Site codes have five digits; again the largest province has a tenth.
    let mostSites = scope == .nation ? 900_000 : 99_999
    guard (provinces...mostSites).contains(sites) else {
      throw .impossible("sites must be \(provinces) to \(mostSites)")
    }
    guard (0...100).contains(bankShare) else {
      throw .impossible("the bank share must be 0 to 100")
    }
  }
}
