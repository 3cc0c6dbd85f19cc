import LedgerCore

/// A person who is owed something: everything that files say about him or her.
struct Person {
  /// The personal or social insurance number.
  let number: Int64
  /// How many digits it has, 12 or 10.
  let digits: Int
  let isFemale: Bool
  /// The number of the person in the country, by which the bank account is unique.
  let nationalNumber: Int
  /// What remains to be drawn: the name, then the account.
  let draws: SplitMix64
}

/// Derives persons from their index, the same one whenever asked.
struct Persons {
  private let register: BirthRegister
  private let draws: (monthly: Draws, shortTerm: Draws)
  private let lastSix: Permutation
  private let socialInsurance: Permutation
  private let decade: Int

  init(_ plan: SamplePlan) {
    register = BirthRegister(plan)
    draws = (
      Draws(seed: plan.seed, purpose: "person"),
      Draws(seed: plan.seed, purpose: "short-term person", variant: Int(plan.month.number))
    )
    lastSix = Permutation(count: BirthRegister.places, seed: plan.seed, purpose: "last six")
    socialInsurance = Permutation(
      count: Self.socialInsuranceNumbers, seed: plan.seed, purpose: "social insurance")
    // Ages are counted from the start of the decade, so that a person's number is the same in
    // every year of it. Years before 2000 are not what this is for.
    decade = max(2000, Int(plan.month.number) / 1000 * 10)
  }

  /// The person behind a line.
  ///
  /// - Parameters:
  ///   - index: the index of the person's first line in the list.
  ///   - list: the list.
  ///   - benefit: the benefit of that line, which the age and the sex go with.
  ///   - province: where the person lives.
  ///   - start: the index of the first line of that province in the list.
  /// - Returns: the person.
  func person(
    at index: Int, in list: PersonList, benefit: Benefit, province: Int, from start: Int
  ) -> Person {
    var draws = list == .monthly ? draws.monthly.at(index) : draws.shortTerm.at(index)
    let nationalNumber = register.nationalNumber(of: index, in: list)
    let entry =
      draws.happens(perMille: 120)
      ? register.entryElsewhere(nationalNumber: nationalNumber)
      : register.entryAtHome(in: province, number: index - start, list: list)
    let code = Int64(Province.all[entry.province].code)
    let isFemale =
      benefit == .maternity || draws.happens(perMille: benefit == .survivor ? 650 : 480)
    let youngest = Self.youngest(benefit, &draws)
    // Places of two provinces that are equal must not give equal digits: turn them.
    let place = (entry.place + entry.province * 126_989) % BirthRegister.places
    if draws.happens(perMille: 30) {
      let number = code * 100_000_000 + Int64(serial(place))
      return Person(
        number: number, digits: 10, isFemale: isFemale, nationalNumber: nationalNumber,
        draws: draws)
    }
    let (remainder, six) = lastSix(place).quotientAndRemainder(dividingBy: 1_000_000)
    let latest = decade - youngest
    let year = latest - (latest - remainder) % 8
    let century = (year / 100 - 19) * 2 + (isFemale ? 1 : 0)
    let number = ((code * 10 + Int64(century)) * 100 + Int64(year % 100)) * 1_000_000 + Int64(six)
    return Person(
      number: number, digits: 12, isFemale: isFemale, nationalNumber: nationalNumber, draws: draws)
  }

  /// Numbers with eight digits that are equal are left out: `1111111111` is nobody's number.
  private static let socialInsuranceNumbers = 100_000_000 - 10

  private func serial(_ place: Int) -> Int {
    let number = socialInsurance(place)
    // The permutation leaves out ten numbers at the end; step over the ten in between.
    var serial = number + 1
    for digit in 1..<10 where serial >= digit * 11_111_111 { serial += 1 }
    return serial
  }

  /// The age at the start of the decade of the youngest of eight years, one of which is the birth's.
  private static func youngest(_ benefit: Benefit, _ draws: inout SplitMix64) -> Int {
    let (first, second) = (draws.next(below: 1000), draws.next(below: 1000))
    // The lesser of two draws leans to the young, as the numbers of the living do.
    let lesser = min(first, second)
    switch benefit {
    case .pension: return 55 + lesser * 26 / 1000
    case .survivor: return first < 350 ? 1 : 60 + second * 21 / 1000
    case .disability: return 62 + lesser * 19 / 1000
    case .accident: return 30 + second * 36 / 1000
    case .maternity: return 20 + lesser * 5 / 1000
    case .funeral: return 28 + second * 30 / 1000
    case .lumpSum, .convalescence: return 22 + lesser * 24 / 1000
    case .sickness, .unemployment, .training, .medical, .support:
      return 20 + lesser * 26 / 1000
    }
  }
}
