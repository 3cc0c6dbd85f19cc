/// A language messages are said in.
public enum Language: String, Sendable, CaseIterable {
  /// English: the language of the templates.
  case en
  /// Vietnamese.
  case vi

  /// The language a POSIX environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that
  /// says something; English if it is neither.
  public init(environment: [String: String]) {
    let name =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let language = name?.prefix { $0 != "_" && $0 != "." && $0 != "@" } ?? ""
    self = Language(rawValue: String(language)) ?? .en
  }

  /// The translation of each template; nil for the language of the templates.
  var catalogue: [String: String]? {
    switch self {
    case .en: nil
    case .vi: Catalogue.vietnamese
    }
  }
}
