/// Hands out places in the birth registers of the provinces, never one twice.
///
/// A personal number begins with the province of birth and ends in six digits, too few for a
/// province's persons; the birth year's remainder by eight adds three bits. So a register has eight
/// million places. Some are for those who live where they were born, others for those who moved:
/// of the latter, consecutive ones are born in different provinces, each at the next free place.
struct BirthRegister {
  /// A place in a register.
  struct Entry: Equatable {
    /// The place of the province in ``Province/all``.
    let province: Int
    /// The place in its register, from 0 to one less than ``places``.
    let place: Int
  }

  /// How many places a register has.
  static let places = 8_000_000
  /// How many are for monthly beneficiaries who live in the province.
  static let monthlyPlaces = 4_800_000
  private static let shortTermPlaces = 1_800_000
  private static let movedFrom = monthlyPlaces + shortTermPlaces
  /// How many persons there can be of whom none shares a place or an account with another.
  static let persons = (places - movedFrom) * Province.all.count

  private let seed: UInt64
  private let monthlyLines: Int
  private let shortTermShift: Int

  /// Short-term benefits go to other persons each month, so a month begins where the last one ended.
  init(_ plan: SamplePlan) {
    seed = plan.seed
    monthlyLines = plan.persons
    shortTermShift = Int(plan.month.ordinal) * plan.shortTermLines
  }

  /// The number of a person among all of the country.
  func nationalNumber(of index: Int, in list: PersonList) -> Int {
    switch list {
    case .monthly: index
    case .shortTerm: monthlyLines + (shortTermShift + index) % (Self.persons - monthlyLines)
    }
  }

  /// The entry of a person who was born where he lives, by his number within the province's lines.
  func entryAtHome(in province: Int, number: Int, list: PersonList) -> Entry {
    switch list {
    case .monthly:
      precondition(number < Self.monthlyPlaces)
      return Entry(province: province, place: number)
    case .shortTerm:
      let shifted = (shortTermShift + number) % Self.shortTermPlaces
      return Entry(province: province, place: Self.monthlyPlaces + shifted)
    }
  }

  /// The entry of a person who was born anywhere, by his number in the country.
  func entryElsewhere(nationalNumber: Int) -> Entry {
    let count = Province.all.count
    let (row, column) = nationalNumber.quotientAndRemainder(dividingBy: count)
    // Turning each row keeps the columns apart and hides that births go round the provinces.
    let turn = Int(mix(seed &+ UInt64(row)) % UInt64(count))
    return Entry(province: (column + turn) % count, place: Self.movedFrom + row)
  }
}
