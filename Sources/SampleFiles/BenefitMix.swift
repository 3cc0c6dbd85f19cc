import LedgerCore

/// Which benefits a list holds, in which proportions, and what is paid for them.
struct BenefitMix {
  /// The lines of one month's short-term benefits that go with 3.3 million monthly ones.
  ///
  /// 7.8 million sickness, maternity and convalescence cases and 738,000 unemployment decisions of
  /// three months or so in 2021, by Vietnam Social Security's own report; the rest is small.
  static let shortTermOfNation = 917_200

  private let shares: [(benefit: Benefit, below: Int)]
  private let sum: Int
  private let curves: [AmountCurve?]
  private let fixed: [[Int64]]

  init(_ list: PersonList, month: Month) {
    let weights: [(Benefit, Int)] =
      switch list {
      case .monthly: [(.pension, 780), (.survivor, 130), (.disability, 60), (.accident, 30)]
      case .shortTerm:
        [
          (.sickness, 520_000), (.maternity, 95_000), (.convalescence, 35_000),
          (.unemployment, 185_000), (.lumpSum, 70_000), (.funeral, 9_000), (.training, 1_200),
          (.support, 2_000),
        ]
      }
    var below = 0
    shares = weights.map { benefit, weight in
      below += weight
      return (benefit, below)
    }
    sum = below
    let table = Benefit.allCases.map(\.rawValue).max().map { Int($0) + 1 } ?? 0
    var curves = [AmountCurve?](repeating: nil, count: table)
    var fixed = [[Int64]](repeating: [], count: table)
    for (benefit, _) in weights {
      curves[Int(benefit.rawValue)] = Self.curve(of: benefit, in: month)
      fixed[Int(benefit.rawValue)] = Self.fixedAmounts(of: benefit, in: month)
    }
    (self.curves, self.fixed) = (curves, fixed)
  }

  /// Draws a benefit.
  func benefit(_ draws: inout SplitMix64) -> Benefit {
    let draw = draws.next(below: sum)
    for share in shares where draw < share.below { return share.benefit }
    preconditionFailure("the last share reaches the sum")
  }

  /// Draws an amount for a benefit.
  func amount(of benefit: Benefit, _ draws: inout SplitMix64) -> Int64 {
    guard let curve = curves[Int(benefit.rawValue)] else {
      let amounts = fixed[Int(benefit.rawValue)]
      return amounts[draws.next(below: amounts.count)]
    }
    return curve.amount(&draws)
  }

  /// Whether a person with the first benefit may well have the second in the same month.
  static func goTogether(_ first: Benefit, _ second: Benefit) -> Bool {
    switch second {
    case .accident: first == .pension
    case .convalescence: first == .sickness || first == .maternity
    default: false
    }
  }

  private static func curve(of benefit: Benefit, in month: Month) -> AmountCurve? {
    switch benefit {
    case .pension:
      AmountCurve(
        (0, 1500), (50, 2300), (250, 3400), (500, 4700), (750, 6800), (900, 9200), (980, 13_500),
        (998, 18_000), (1000, 25_000))
    case .survivor: AmountCurve((0, 750), (600, 1050), (900, 1300), (1000, 1600))
    case .disability: AmountCurve((0, 1800), (500, 2450), (900, 3000), (1000, 3600))
    case .accident: AmountCurve((0, 700), (500, 1300), (900, 2600), (1000, 4500))
    case .sickness: AmountCurve((0, 300), (500, 850), (900, 2000), (1000, 4000))
    case .maternity: AmountCurve((0, 10_000), (500, 28_000), (900, 42_000), (1000, 60_000))
    // Ten days at three tenths of the base salary are the most there is.
    case .convalescence:
      AmountCurve((0, 1500), (600, 3500), (1000, min(7500, 3 * baseSalary(in: month) / 1000)))
    case .lumpSum: AmountCurve((0, 10_000), (500, 38_000), (900, 90_000), (1000, 150_000))
    case .unemployment: AmountCurve((0, 2000), (500, 3800), (900, 7200), (1000, 11_700))
    case .training: AmountCurve((0, 500), (1000, 1500))
    case .funeral, .medical, .support: nil
    }
  }

  private static func fixedAmounts(of benefit: Benefit, in month: Month) -> [Int64] {
    switch benefit {
    case .funeral: [10 * baseSalary(in: month)]
    // The six steps of Decision 28/2021/QĐ-TTg.
    case .support: [1_800_000, 2_100_000, 2_400_000, 2_650_000, 2_900_000, 3_300_000]
    default: []
    }
  }

  /// The base salary (lương cơ sở), later reference level (mức tham chiếu), ten of which make the
  /// funeral grant.
  private static func baseSalary(in month: Month) -> Int64 {
    switch month.number {
    case ..<202_307: 1_490_000
    case ..<202_407: 1_800_000
    case ..<202_607: 2_340_000
    default: 2_530_000
    }
  }
}
