/// The Vietnamese words, in one text for each area of the program.
enum Vietnamese {
  static let texts: [String] = []
}
