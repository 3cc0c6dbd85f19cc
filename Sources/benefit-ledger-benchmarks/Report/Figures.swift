/// A number in groups of three digits.
func grouped(_ number: Int) -> String {
  var text = ""
  for (place, digit) in String(number).reversed().enumerated() {
    if place > 0 && place % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return String(text.reversed())
}

/// Microseconds as seconds with two places.
func hundredths(_ microseconds: Int) -> String {
  let hundredths = (microseconds + 5_000) / 10_000
  return "\(grouped(hundredths / 100)).\(padded(hundredths % 100, 2))"
}

/// Microseconds as milliseconds with one place.
func tenths(_ microseconds: Int) -> String {
  let tenths = (microseconds + 50) / 100
  return "\(grouped(tenths / 10)).\(tenths % 10)"
}

/// KiB as whole MiB, rounded up.
func mebibytes(_ kibibytes: Int) -> String { grouped((kibibytes + 1_023) / 1_024) }

/// Thousandths of one: the middle, and the range if there are several.
func spread(_ permille: [Int]) -> String {
  let ordered = permille.sorted()
  guard let least = ordered.first, let most = ordered.last else { return "" }
  let text = decimal(middle(permille))
  return ordered.count == 1 ? text : "\(text) (\(decimal(least))-\(decimal(most)))"
}

private func decimal(_ permille: Int) -> String {
  let hundredths = (permille + 5) / 10
  return "\(hundredths / 100).\(padded(hundredths % 100, 2))"
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
