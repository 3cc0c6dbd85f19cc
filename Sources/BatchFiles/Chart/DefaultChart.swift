import LedgerCore

/// The chart of a ledger that is made without one.
public enum DefaultChart {
  /// The chart as people read it; the manual shows the same text.
  public static let text = """
    # The chart of a ledger that is made without one: the names of accounts, and the limits of
    # Vietnamese law as far as one payment can be held against them.
    [chart]
    name = "Vietnam Social Security"
    source = "Laws and decrees as named below; no number of the ministry is given"

    [[account]]
    code = "bank"
    name = "Fund's bank account"  # Tiền gửi ngân hàng của quỹ

    [[account]]
    code = "advance"
    name = "Cash advanced to sites and agencies"  # Tạm ứng cho điểm chi trả

    [[account]]
    code = "shortage"
    name = "Cash missing at sites"  # Tiền thiếu chờ xử lý

    [[account]]
    code = "receivable"
    name = "Overpaid benefits to be recovered"  # Phải thu hồi do chi sai, chi thừa

    [[account]]
    code = "payable"
    name = "Benefits payable"  # Phải trả người hưởng

    [[account]]
    code = "unclaimed"
    name = "Unclaimed benefits"  # Phải trả người hưởng chưa nhận

    [[account]]
    code = "withheld"
    name = "Deductions owed to third parties"  # Các khoản khấu trừ phải trả bên thứ ba

    [[account]]
    code = "fund"
    name = "Fund balance"  # Nguồn quỹ

    [[account]]
    code = "expense"
    name = "Benefit expense"  # Chi các chế độ

    [[account]]
    code = "income"
    name = "Contributions and budget money"  # Thu đóng góp và ngân sách cấp

    [[account]]
    code = "heirs"
    name = "Benefits owed to heirs"  # Phải trả thân nhân người đã chết

    [[account]]
    code = "due-from"
    name = "Owed by other funds"  # Phải thu nội bộ giữa các quỹ

    [[account]]
    code = "due-to"
    name = "Owed to other funds"  # Phải trả nội bộ giữa các quỹ

    # Lương cơ sở; since 2025-07 mức tham chiếu.
    [[parameter]]
    name = "reference-level"
    from = "2019-07"
    amount = 1_490_000
    source = "Decree 38/2019/NĐ-CP"

    [[parameter]]
    name = "reference-level"
    from = "2023-07"
    amount = 1_800_000
    source = "Decree 24/2023/NĐ-CP"

    [[parameter]]
    name = "reference-level"
    from = "2024-07"
    amount = 2_340_000
    source = "Decree 73/2024/NĐ-CP"

    [[parameter]]
    name = "reference-level"
    from = "2026-07"
    amount = 2_530_000
    source = "Decree 161/2026/NĐ-CP"

    # Lương tối thiểu tháng vùng I.
    [[parameter]]
    name = "region-1-minimum-wage"
    from = "2022-07"
    amount = 4_680_000
    source = "Decree 38/2022/NĐ-CP"

    [[parameter]]
    name = "region-1-minimum-wage"
    from = "2024-07"
    amount = 4_960_000
    source = "Decree 74/2024/NĐ-CP"

    [[parameter]]
    name = "region-1-minimum-wage"
    from = "2026-01"
    amount = 5_310_000
    source = "Decree 293/2025/NĐ-CP"

    [[limit]]
    benefit = "pension"
    from = "2000-01"
    warn = 25_000_000
    hold = 200_000_000
    label = "Monthly pension"
    source = "No limit in law: in 2023 few had more than 20 million, the highest 124 million"
    confidence = "low"

    [[limit]]
    benefit = "funeral"
    from = "2019-07"
    hold_times = 10
    of = "reference-level"
    label = "Funeral grant, 10 times the reference level"
    source = "Law 58/2014/QH13 Art. 66; since 2025-07 Law 41/2024/QH15"

    # Employees paid by the State have another limit, 5 times the base salary, which is lower.
    [[limit]]
    benefit = "unemployment"
    from = "2022-07"
    hold_times = 5
    of = "region-1-minimum-wage"
    label = "Unemployment benefit, 5 times the minimum wage of region I"
    source = "Law 38/2013/QH13 Art. 50; since 2026 Law 74/2025/QH15"

    [[limit]]
    benefit = "convalescence"
    from = "2019-07"
    hold_per_cent = 300
    of = "reference-level"
    label = "Convalescence, 30 % of the reference level for each of 10 days"
    source = "Law 58/2014/QH13 Art. 29 and 41; since 2025-07 Law 41/2024/QH15"

    [[limit]]
    benefit = "support"
    from = "2021-10"
    hold = 3_300_000
    label = "One-off support out of the unemployment fund"
    source = "Resolution 116/NQ-CP of 2021; Decision 28/2021/QĐ-TTg"

    [[limit]]
    benefit = "training"
    from = "2021-05"
    warn = 1_500_000
    label = "Vocational training, 1.5 million a month"
    source = "Decision 17/2021/QĐ-TTg; a course of up to 3 months may be paid at once"
    confidence = "low"

    """

  /// The chart itself.
  public static let chart: ChartFile = {
    let read = readChart(source: .memory(name: "the built-in chart", bytes: Array(text.utf8)))
    guard let chart = read.chart else {
      preconditionFailure("the built-in chart is read by a test")
    }
    return chart
  }()
}
