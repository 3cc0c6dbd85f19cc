import Foundation

/// What was measured in one round.
struct Round {
  /// `post due due.csv`.
  let due: ChildFigures
  /// `post due short-term.csv`.
  let shortTerm: ChildFigures
  /// `post paid` of all site files.
  let paid: ChildFigures
  /// The plain insert of the same rows.
  let floor: FloorAnswer
  /// The plain insert without the schema's triggers.
  let floorWithoutTriggers: FloorAnswer
}

/// Reads what a part of this program answered.
func decode<Answer: Decodable>(_ output: String) throws -> Answer {
  do {
    return try JSONDecoder().decode(Answer.self, from: Data(output.utf8))
  } catch {
    throw StageFailure("An answer cannot be read: \(output)")
  }
}
