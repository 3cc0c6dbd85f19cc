/// A fault of an engine that says the right thing and does another: what it does in place of a
/// command, or nil where it does what it says.
struct Defect: Sendable {
  var name: String
  var distort: @Sendable (Command, Outcome) -> [Command]?
}
