import LedgerCore

/// The parts of a workbook and what they refer to.
///
/// Nothing outside the archive is ever opened: a reference that leads out of it is left alone.
struct XlsxPackage {
  /// A reference from one part to another.
  struct Relation {
    /// The last part of its type, such as `worksheet`.
    var kind: String
    /// The part it leads to.
    var target: String
  }

  let archive: ZipArchive
  let bounds: XlsxBounds

  var file: String { archive.source.name }

  /// Opens a part; nil if there is none of the name.
  func open(_ part: String, most: Int64? = nil) throws(FileFault) -> XmlReader? {
    guard let entry = archive.entry(part) else { return nil }
    let bound = InflationBound(bytes: most ?? bounds.partBytes)
    return XmlReader(
      try ZipEntryReader(archive, entry, bound: bound), file: file, part: part, bounds: bounds.xml)
  }

  /// What a part refers to, by the reference's name; an empty part is the workbook as a whole.
  func relations(of part: String) throws(FileFault) -> [String: Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let xml = try open(folder + "_rels/" + name + ".rels") else { return [:] }
    var relations: [String: Relation] = [:]
    while true {
      switch try xml.next() {
      case .finished: return relations
      case .start where xml.depth == 2 && xml.isNamed("Relationship"):
        guard try xml.textValue("TargetMode") != "External",
          let id = try xml.textValue("Id"), let type = try xml.textValue("Type"),
          let target = try xml.textValue("Target"),
          let path = Self.path(target, from: folder)
        else { continue }
        guard relations.count < bounds.items else {
          throw .workbookMalformed(file, "a part refers to too many others")
        }
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        guard relations.updateValue(Relation(kind: kind, target: path), forKey: id) == nil else {
          throw .workbookMalformed(file, "two references have the same name")
        }
      default: continue
      }
    }
  }

  /// A path below the archive's top; nil if it leads out of it.
  static func path(_ target: String, from folder: String) -> String? {
    let whole = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
