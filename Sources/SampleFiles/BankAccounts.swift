/// Bank accounts as payment lists write them: the bank's number, a colon, the account's number.
struct BankAccounts {
  /// The banks with how many of a hundred accounts each has, and how long its numbers are.
  private static let banks: [(bin: Int64, share: Int, digits: Int)] = [
    (970405, 24, 13), (970436, 18, 13), (970418, 14, 14), (970415, 14, 12), (970422, 9, 10),
    (970407, 4, 14), (970432, 3, 9), (970416, 3, 9), (970423, 2, 11), (970403, 2, 12),
    (970443, 2, 10), (970437, 2, 14), (970449, 3, 12),
  ]

  private let bankOfHundred: [Int]
  private let lastNine: Permutation

  init(seed: UInt64) {
    bankOfHundred = Self.banks.indices.flatMap {
      Array(repeating: $0, count: Self.banks[$0].share)
    }
    lastNine = Permutation(count: 1_000_000_000, seed: seed, purpose: "account")
  }

  /// Writes a person's account.
  ///
  /// Its last nine digits are nobody else's, else a screen for one account with many payees would
  /// find thousands.
  func write(of nationalNumber: Int, draws: inout SplitMix64, to writer: ByteWriter) {
    let bank = Self.banks[bankOfHundred[draws.next(below: bankOfHundred.count)]]
    writer.number(bank.bin)
    writer.byte(UInt8(ascii: ":"))
    let leading = bank.digits - 9
    var bound = 1
    for _ in 0..<leading { bound *= 10 }
    if leading > 0 { writer.number(Int64(draws.next(below: bound)), width: leading) }
    writer.number(Int64(lastNine(nationalNumber)), width: 9)
  }
}
