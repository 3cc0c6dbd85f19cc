extension Vietnamese {
  /// Messages of holds and deaths.
  static let benefitLedgerHolds: [Translation] = [
    // Sources/BenefitLedger/Holds/DeathPlan.swift
    Translation(
      "Line {1} says that the same person died on {2}.",
      "Dòng {1} ghi chính người này chết ngày {2}."),
    Translation(
      "Find out which day is right, and keep one row.",
      "Xác minh ngày nào đúng, và giữ lại một dòng."),
    Translation(
      "This person is recorded as dead since {1}, {2}.",
      "Người này đã được ghi là chết từ ngày {1}, {2}."),
    Translation(
      "Find out which day is right; if that one is wrong, release hold {1} first.",
      "Xác minh ngày nào đúng; nếu ngày đã ghi sai, bỏ lệnh tạm dừng {1} trước."),
    // Sources/BenefitLedger/Holds/HeldPersons+Read.swift
    Translation(
      "Hold {1} is missing.",
      "Thiếu lệnh tạm dừng {1}."),
    // Sources/BenefitLedger/Holds/HoldOrigin.swift
    Translation(
      "hold {1} made on {2}",
      "lệnh tạm dừng {1} lập ngày {2}"),
    Translation(
      "hold {1} of {2}, line {3}",
      "lệnh tạm dừng {1} theo tệp {2}, dòng {3}"),
    // Sources/BenefitLedger/Holds/Ledger+Holds.swift
    Translation(
      "hold persons",
      "tạm dừng chi"),
    Translation(
      "Person {1} has no hold.",
      "Người hưởng {1} không có lệnh tạm dừng nào."),
    Translation(
      "There is no hold {1}.",
      "Không có lệnh tạm dừng {1}."),
    Translation(
      "There is nothing to release: by {1} the hold is over.",
      "Không có gì để bỏ tạm dừng: đến ngày {1} lệnh tạm dừng đã hết hiệu lực."),
    Translation(
      "There is nothing to release: by {1} all holds are over.",
      "Không có gì để bỏ tạm dừng: đến ngày {1} mọi lệnh tạm dừng đã hết hiệu lực."),
    Translation(
      "A later release can only end a hold earlier.",
      "Lần bỏ tạm dừng sau chỉ có thể kết thúc lệnh tạm dừng sớm hơn."),
  ]
}
