/// Refuses a `--reason` without words: it is kept, and whoever asks later has nothing else to go by.
func requireReason(_ reason: String) throws {
  guard !reason.isEmpty else { throw usage("--reason is not empty.") }
}
