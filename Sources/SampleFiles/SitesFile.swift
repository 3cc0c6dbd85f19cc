import LedgerCore

extension UnitTree {
  /// Writes `sites.csv`, a parent before its children.
  func write(to directory: OutputDirectory) throws(SampleError) {
    let writer = try directory.create("sites.csv", header: "code,name,kind,parent")
    for unit in units {
      writer.field(unit.code)
      writer.comma()
      writer.field(unit.name)
      writer.comma()
      writer.text(unit.kind.code)
      writer.comma()
      writer.field(unit.parent)
      try writer.endLine()
    }
    try writer.close()
  }
}
