/// How large the pieces of a document may be.
///
/// Memory is one window of a token and a block, whatever the document holds.
struct XmlBounds {
  /// The longest tag, text between two tags, comment or instruction; a cell of Excel has at most
  /// 32,767 characters.
  var tokenBytes = 256 << 10
  /// How deep elements may lie in one another.
  var depth = 64
  /// The most attributes of an element.
  var attributes = 128
  /// The longest name.
  var nameBytes = 256
  /// How many bytes are asked for at a time; tests read byte by byte.
  var blockSize = 1 << 16
}
