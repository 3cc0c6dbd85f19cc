import LedgerCore

/// Finds what stands behind the words that a profile names, above a table or above a part of it.
struct ProfileTitles {
  let titles: [ProfileTitle]
  let date: DateStyle

  /// What a row says.
  func read(_ row: HeadRow) -> [(field: ProfileField, value: String)] {
    var found: [(ProfileField, String)] = []
    for title in titles {
      for (index, cell) in row.cells.enumerated() {
        guard var rest = Self.rest(of: cell.text, after: title) else { continue }
        if rest.isEmpty, index + 1 < row.cells.count { rest = row.cells[index + 1].text }
        guard let value = value(title.field, rest) else { continue }
        found.append((title.field, value))
        break
      }
    }
    return found
  }

  private func value(_ field: ProfileField, _ text: String) -> String? {
    switch field.form {
    case .month:
      return MonthText(Array(text.utf8)[...], isWhole: false)?.month(date)?.description
    case .words, .term: return text
    default:
      // A code ends where a name begins.
      let code = text.prefix { !$0.isWhitespace && !"–;,()".contains($0) }
      return code.contains { $0.isASCII && $0.isNumber } ? String(code) : nil
    }
  }

  /// What follows the words of a title in a text.
  private static func rest(of text: String, after title: ProfileTitle) -> String? {
    let tokens = Self.tokens(text)
    for words in title.after {
      let wanted = Fold.words(words)
      guard !wanted.isEmpty, tokens.count >= wanted.count else { continue }
      for start in 0...(tokens.count - wanted.count) {
        let window = tokens[start..<(start + wanted.count)]
        guard zip(window, wanted).allSatisfy({ $0.word == $1 }) else { continue }
        // The day on which the list was signed is no month of it.
        if title.field == .month, start >= 2, tokens[start - 2].word == "ngay" { continue }
        let rest = text[tokens[start + wanted.count - 1].end...]
        return String(rest.drop { $0 == ":" || $0 == "." || $0.isWhitespace })
      }
    }
    return nil
  }

  private static func tokens(_ text: String) -> [(word: String, end: String.Index)] {
    var tokens: [(String, String.Index)] = []
    var start: String.Index?
    func end(at index: String.Index) {
      guard let from = start else { return }
      tokens.append((Fold.text(String(text[from..<index])), index))
      start = nil
    }
    for index in text.indices {
      if text[index].isLetter || text[index].isNumber {
        if start == nil { start = index }
      } else {
        end(at: index)
      }
    }
    end(at: text.endIndex)
    return tokens
  }
}
