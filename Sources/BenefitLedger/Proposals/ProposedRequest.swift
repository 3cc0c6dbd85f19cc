import BatchFiles
import LedgerCore

/// What is to be done, so that two persons can be held to mean the same.
///
/// Its digest is that of what will be recorded, not of the words of a command: whoever agrees agrees to
/// these rows. `docs/reference/seals.md` has its fields.
struct ProposedRequest {
  /// What it is about.
  var subject: ProposalSubject
  /// Why, as written; it will be the record's reason.
  var reason: String?
  /// The SHA-256 of the file it is made of.
  var fileDigest: Digest?
  /// The rows that the record will have, or the root of the batch.
  var rows: Digest
  /// What it stands on: for a chart the record of the chart before it, for a batch its date.
  var ground: Int64?

  /// The digest that proposal and agreement name.
  var digest: Digest {
    var canonical = CanonicalBytes()
    canonical.begin()
    canonical.append(subject.rawValue)
    canonical.append(reason)
    if let fileDigest {
      canonical.append(fileDigest)
    } else {
      canonical.append(nil as String?)
    }
    canonical.append(rows)
    canonical.append(ground)
    return canonical.sha256()
  }
}

extension ProposedRequest {
  /// A chart that is to follow another.
  static func chart(
    _ content: String, file: Digest?, reason: String?, after chart: Int64?
  ) -> ProposedRequest {
    var rows = RecordDigest()
    rows.add(table: "chart_file", [.text(content)])
    return ProposedRequest(
      subject: .chart, reason: reason, fileDigest: file, rows: rows.ofRows, ground: chart)
  }

  /// Holds that are to be over from a day on, by ascending number.
  static func release(
    _ holds: [Int64], from: CivilDate, reason: String
  ) -> ProposedRequest {
    var rows = RecordDigest()
    for hold in holds {
      rows.add(table: "hold_release", [.integer(hold), .integer(Int64(from.number))])
    }
    return ProposedRequest(subject: .release, reason: reason, rows: rows.ofRows)
  }

  /// Links of numbers, as the record will have them.
  static func link(
    _ links: some Sequence<LinkRow>, file: Digest?, reason: String?
  ) -> ProposedRequest {
    var rows = RecordDigest()
    for (place, link) in links.enumerated() {
      rows.add(
        table: "person_link",
        [
          .integer(Int64(place) + 1), .integer(link.old), .integer(link.new),
          link.fileLine > 0 ? .integer(Int64(link.fileLine)) : .null,
        ])
    }
    return ProposedRequest(subject: .link, reason: reason, fileDigest: file, rows: rows.ofRows)
  }

  /// A batch that the program works out itself, by its list or order.
  static func batch(
    _ subject: ProposalSubject, list: Digest, root: Digest, date: CivilDate, reason: String?
  ) -> ProposedRequest {
    ProposedRequest(
      subject: subject, reason: reason, fileDigest: list, rows: root, ground: Int64(date.number))
  }

  /// A year end with these rows.
  static func yearEnd(order: Digest, root: Digest, date: CivilDate) -> ProposedRequest {
    batch(.yearEnd, list: order, root: root, date: date, reason: nil)
  }
}
