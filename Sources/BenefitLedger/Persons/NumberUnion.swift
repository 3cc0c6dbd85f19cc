/// Two numbers of one person, in the order in which they were linked.
struct NumberPair: Sendable {
  var old: Int64
  var new: Int64
}

/// Which numbers are of one person: a union of the groups that links make, in compact arrays.
///
/// A renumbering of a nation is some millions of links.
struct NumberUnion: Sendable {
  /// Every number of a link, ascending.
  let numbers: ContiguousArray<Int64>
  private var parents: ContiguousArray<Int32>
  /// The first link of the group whose root stands at the place.
  private var firstLinks: ContiguousArray<Int32>

  /// The numbers of links, each still by itself.
  init(_ pairs: ContiguousArray<NumberPair>) {
    var all = ContiguousArray<Int64>()
    all.reserveCapacity(pairs.count * 2)
    for pair in pairs {
      all.append(pair.old)
      all.append(pair.new)
    }
    numbers = all.ascendingOnce()
    parents = ContiguousArray(0..<Int32(numbers.count))
    firstLinks = ContiguousArray(repeating: .max, count: numbers.count)
  }

  /// The place of a number; nil if it is of no link.
  func place(of number: Int64) -> Int? { numbers.place(of: number) }

  /// The place that stands for the group of a place.
  mutating func root(of place: Int) -> Int {
    var place = place
    while Int(parents[place]) != place {
      parents[place] = parents[Int(parents[place])]
      place = Int(parents[place])
    }
    return place
  }

  /// The first link of the group of a place.
  mutating func firstLink(of place: Int) -> Int { Int(firstLinks[root(of: place)]) }

  /// Joins the groups of two numbers, both of which are of a link.
  ///
  /// - Returns: False if they were of one group already.
  @discardableResult
  mutating func join(_ pair: NumberPair, link: Int) -> Bool {
    guard let old = place(of: pair.old), let new = place(of: pair.new) else {
      preconditionFailure("the numbers of a link are known")
    }
    let oldRoot = root(of: old)
    let newRoot = root(of: new)
    let first = min(Int32(link), firstLinks[oldRoot], firstLinks[newRoot])
    parents[newRoot] = Int32(oldRoot)
    firstLinks[oldRoot] = first
    return oldRoot != newRoot
  }

  /// Whether two numbers are of one group.
  mutating func joins(_ one: Int64, _ other: Int64) -> Bool {
    guard let one = place(of: one), let other = place(of: other) else { return false }
    return root(of: one) == root(of: other)
  }
}
