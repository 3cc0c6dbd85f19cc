/// The ledger's numbers of the lines that steps point to by their positions.
public enum LineNumbers {
  /// The lines follow one another; the number of that at position 0.
  case following(Int64)
  /// The number of the line at each position; 0 where a line is left out, and its step with it.
  case each(UnsafeBufferPointer<Int64>)

  /// The number of the line at a position; 0 if it is left out.
  @inlinable
  public subscript(position: UInt32) -> Int64 {
    switch self {
    case .following(let first): first + Int64(position)
    case .each(let numbers): numbers[Int(position)]
    }
  }
}
