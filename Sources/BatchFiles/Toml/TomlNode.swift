/// A table under reading, which headers further down may add to.
final class TomlNode {
  /// A value, a table or a list of tables.
  enum Content {
    case item(TomlItem)
    case table(TomlNode)
    case tables(TomlNodeList)
  }

  /// The tables of `[[key]]` under reading.
  final class TomlNodeList {
    var nodes: [TomlNode] = []
  }

  /// Where its header begins.
  var position: TomlPosition
  /// Whether it has a header of its own, rather than only headers of tables below it.
  var hasHeader: Bool
  /// Whether a line of it could not be read.
  var isDamaged = false
  private var slots: [(key: String, position: TomlPosition, content: Content)] = []
  private var places: [String: Int] = [:]

  init(at position: TomlPosition, hasHeader: Bool) {
    self.position = position
    self.hasHeader = hasHeader
  }

  /// What a key has, and where the key stands.
  subscript(_ key: String) -> (position: TomlPosition, content: Content)? {
    places[key].map { (slots[$0].position, slots[$0].content) }
  }

  /// Gives a key that it does not have its content.
  func add(_ key: String, at position: TomlPosition, _ content: Content) {
    precondition(places[key] == nil, "a key is added once")
    places[key] = slots.count
    slots.append((key, position, content))
  }

  /// The table as a value, with all that is below it.
  var table: TomlTable {
    TomlTable(
      position: position,
      entries: slots.map { slot in
        let item: TomlItem
        switch slot.content {
        case .item(let found): item = found
        case .table(let node): item = TomlItem(value: .table(node.table), position: node.position)
        case .tables(let list):
          item = TomlItem(value: .tables(list.nodes.map(\.table)), position: slot.position)
        }
        return TomlEntry(key: slot.key, keyPosition: slot.position, item: item)
      }, isDamaged: isDamaged)
  }
}
