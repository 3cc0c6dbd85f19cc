/// What a child process cost, from before it was started until it was gone.
struct ChildFigures: Codable {
  /// Wall time.
  var microseconds: Int
  /// Time on processors, the system's share included.
  var cpuMicroseconds: Int
  /// The most memory it held at once, as the system counts resident pages.
  var peakKiB: Int
}
