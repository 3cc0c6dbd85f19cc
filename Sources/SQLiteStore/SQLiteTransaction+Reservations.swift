import LedgerCore
import LedgerStore

extension SQLiteTransaction {
  func insertReservations(
    _ steps: ContiguousArray<NewStep>, of chunk: LineChunk, submission: UnsafeBufferPointer<Int64>
  ) throws -> [Int] {
    var refused: [Int] = []
    try withLoop(
      """
      INSERT OR FAIL INTO reservation (month, person, benefit_id, occurrence, submission_no, file_line)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """
    ) { loop in
      for step in steps {
        let position = Int(step.position)
        if submission[position] == 0 { continue }
        let key = ObligationKey(packed: step.key)
        loop.bind(1, Int64(key.month.number))
        loop.bind(2, key.person)
        loop.bind(3, Int64(key.benefit))
        loop.bind(4, Int64(key.occurrence))
        loop.bind(5, submission[position])
        loop.bind(6, Int64(chunk.lines[position].fileLine))
        if try !loop.insert() { refused.append(position) }
      }
    }
    return refused
  }
}
