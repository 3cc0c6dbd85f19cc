import BatchFiles
import LedgerCore
import LedgerStore

/// What became of a file of units.
public struct UnitsAnswer: Sendable {
  /// How many units the register has now.
  public var units: Int
  /// How many versions the file added.
  public var versions: Int
  /// What it changed, unit by unit in the order of the file.
  public var changes: [RegisterChange] = []
  /// What is wrong with the file; then nothing was added.
  ///
  /// A warning keeps nothing from being added.
  public var diagnosis: Diagnosis
}

extension Ledger {
  /// Takes in a file of units: new units, and new versions of units that changed.
  ///
  /// - Parameters:
  ///   - path: The file, `code,name,kind,parent,valid_from,valid_to,formerly,successor`.
  ///   - isDryRun: Whether the file is only checked; the answer says what it would add.
  ///   - maker: Who takes it in.
  ///   - today: Today in Vietnam.
  ///   - wait: How many seconds to wait while another process posts.
  /// - Returns: How many units there are now, or what is wrong with the file.
  /// - Throws: `LedgerError` for what the disk or another process did.
  public func importUnits(
    from path: String, isDryRun: Bool = false, maker: String = UserName.current,
    today: CivilDate = VietnamClock.today(), wait: Int = 30
  ) throws -> UnitsAnswer {
    if isDryRun { return try checkUnits(from: path) }
    return try store.exclusively(wait: wait) {
      try Self.importUnits(from: path, into: store, maker: maker, today: today)
    }
  }

  /// Takes a file of units into a store; for a new ledger, `beginning` writes what comes before them.
  static func importUnits(
    from path: String?, into store: any LedgerStore, maker: String, today: CivilDate,
    beginning: (any LedgerTransaction) throws -> Void = { _ in }
  ) throws -> UnitsAnswer {
    let file = try path.map { try UnitFile($0) }
    if let file, file.diagnosis.total > 0 {
      return UnitsAnswer(units: 0, versions: 0, diagnosis: file.diagnosis)
    }
    return try store.write { transaction in
      try beginning(transaction)
      guard let file else { return UnitsAnswer(units: 0, versions: 0, diagnosis: Diagnosis()) }
      let register = try transaction.allUnits()
      let plan = RegisterImport(file.rows, register: register, file: file.name)
      let answer = try UnitsAnswer(plan, register: register, file: file.name, transaction)
      if plan.diagnosis.total == 0 && !plan.versions.isEmpty {
        try transaction.appendRecord(
          .units, date: today, maker: maker, fileName: baseName(file.name),
          fileDigest: file.digest
        ) { record in
          try transaction.insertUnits(
            record: record, newUnits: plan.newUnits, versions: plan.insertionOrder)
        }
      }
      return answer
    }
  }

  /// Compares a file of units with the register and changes nothing.
  private func checkUnits(from path: String) throws -> UnitsAnswer {
    let file = try UnitFile(path)
    guard file.diagnosis.total == 0 else {
      return UnitsAnswer(units: 0, versions: 0, diagnosis: file.diagnosis)
    }
    return try store.read { snapshot in
      let register = try snapshot.allUnits()
      return try UnitsAnswer(
        RegisterImport(file.rows, register: register, file: file.name), register: register,
        file: file.name, snapshot)
    }
  }

  /// A file of units, read whole.
  private struct UnitFile {
    var name: String
    var rows: [UnitRow]
    var digest: Digest
    var diagnosis: Diagnosis

    init(_ path: String) throws {
      name = path
      rows = []
      digest = .zero
      do {
        // Parents are looked for in the register once the writer's lock is held.
        let reader = UnitListReader(
          source: try BatchSource.file(path).unpacked(), isKnown: { _ in true })
        rows = try reader.read()
        diagnosis = reader.faults.diagnosis
        digest = reader.digest ?? .zero
      } catch let fault as FileFault {
        diagnosis = Diagnosis(fault.diagnostic)
      }
    }
  }
}

extension UnitsAnswer {
  /// What a file comes to, with a warning for each row that changes reports of days gone by.
  fileprivate init(
    _ plan: RegisterImport, register: [UnitHistory], file: String, _ snapshot: any LedgerSnapshot
  ) throws {
    self.init(
      units: plan.unitCount, versions: plan.versions.count, changes: plan.changes,
      diagnosis: plan.diagnosis)
    guard diagnosis.total == 0, !plan.versions.isEmpty else { return }
    var backdated = try BackdatedUnits(plan, register: register)
    diagnosis.merge(try backdated.warnings(snapshot, file: file))
  }
}
