import LedgerCore

/// The profiles that the program knows, as the TOML files that they would be.
public enum BuiltInProfiles {
  /// The text of each, by its name, in the order in which they are listed.
  static let texts: [(name: String, text: String)] = [
    ("c72a-hd", AgencyProfiles.c72a), ("c72b-hd", AgencyProfiles.c72b),
    ("01b-hsb", EmployerProfiles.hsb01b), ("post-paid", PaidProfiles.post),
    ("bank-paid-vi", PaidProfiles.bankVietnamese), ("bank-paid-en", PaidProfiles.bankEnglish),
    ("bank-statement-vi", StatementProfiles.vietnamese),
    ("bank-statement-en", StatementProfiles.english),
  ]

  /// All of them.
  public static let all: [Profile] = texts.map { name, text in
    let read = readProfile(source: .memory(name: name, bytes: Array(text.utf8)))
    guard let profile = read.profile, profile.name == name else {
      preconditionFailure(
        "the profile \(name) is malformed: \(read.diagnosis.diagnostics.map(\.message))")
    }
    return profile
  }

  /// The profile of that name; nil if there is none.
  public static func profile(_ name: String) -> Profile? { all.first { $0.name == name } }

  /// The file that a profile would be; nil if there is none of that name.
  public static func text(_ name: String) -> String? { texts.first { $0.name == name }?.text }

  /// What agencies and employers call the kinds of benefit.
  static let benefits = """
    [[value]]
    field = "benefit"
    from = ["Hưu trí", "Lương hưu", "Hưu", "Hưu CNVC", "Hưu quân đội"]
    to = "pension"

    [[value]]
    field = "benefit"
    from = ["Tuất", "Tử tuất", "Trợ cấp tuất", "Tuất hằng tháng", "Tuất hàng tháng", "Tuất cơ bản", \
    "Tuất nuôi dưỡng"]
    to = "survivor"

    [[value]]
    field = "benefit"
    from = ["Mất sức lao động", "MSLĐ", "Trợ cấp mất sức lao động"]
    to = "disability"

    [[value]]
    field = "benefit"
    from = ["TNLĐ", "TNLĐ-BNN", "Tai nạn lao động", "Bệnh nghề nghiệp"]
    to = "accident"

    [[value]]
    field = "benefit"
    from = ["Ốm đau", "Ốm"]
    to = "sickness"

    [[value]]
    field = "benefit"
    from = ["Thai sản"]
    to = "maternity"

    [[value]]
    field = "benefit"
    from = ["Dưỡng sức", "DSPHSK", "Dưỡng sức, phục hồi sức khỏe", "Dưỡng sức, phục hồi sức khoẻ"]
    to = "convalescence"

    [[value]]
    field = "benefit"
    from = ["BHXH một lần", "Trợ cấp một lần"]
    to = "lump-sum"

    [[value]]
    field = "benefit"
    from = ["Mai táng", "Mai táng phí", "Trợ cấp mai táng"]
    to = "funeral"

    [[value]]
    field = "benefit"
    from = ["Trợ cấp thất nghiệp", "TCTN", "BHTN"]
    to = "unemployment"
    """

  /// The six digits of the larger banks, by the names in use.
  static let banks = [
    ("970436", ["Vietcombank", "VCB", "NH TMCP Ngoại thương Việt Nam"]),
    ("970405", ["Agribank", "VBA", "NH Nông nghiệp và PTNT Việt Nam"]),
    ("970415", ["VietinBank", "CTG", "NH TMCP Công thương Việt Nam"]),
    ("970418", ["BIDV", "NH TMCP Đầu tư và Phát triển Việt Nam"]),
    ("970422", ["MB", "MB Bank", "MBBank", "NH TMCP Quân đội"]),
    ("970407", ["Techcombank", "TCB", "NH TMCP Kỹ thương Việt Nam"]),
    ("970416", ["ACB", "NH TMCP Á Châu"]),
    ("970403", ["Sacombank", "STB", "NH TMCP Sài Gòn Thương Tín"]),
    ("970432", ["VPBank", "VPB", "NH TMCP Việt Nam Thịnh Vượng"]),
    ("970449", ["LPBank", "LienVietPostBank", "LPB"]),
  ].map { digits, names in
    """
    [[value]]
    field = "bank"
    from = [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]
    to = "\(digits)"
    """
  }.joined(separator: "\n\n")
}
