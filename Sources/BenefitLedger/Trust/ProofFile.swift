import LedgerCore

/// A file that holds a proof.
public enum ProofFile {
  /// Writes a proof into a new file, for its owner alone.
  ///
  /// - Throws: `LedgerError`: `outputExists`, and what the disk did.
  public static func write(_ proof: PaymentProof, to path: String) throws {
    let file = try OutputFile(path, option: "--out")
    try file.write(Array(proof.text.utf8))
    try file.finish()
  }

  /// Reads a proof and checks all of it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - key: The key that the checkpoint has to be signed by.
  /// - Returns: What is proven.
  /// - Throws: `LedgerError`: `fileMissing`, `fileUnreadable`, `proofMalformed`, `proofInvalid`.
  public static func check(_ path: String, by key: VerifierKey) throws -> PaymentProof {
    let proof = try proof(try TrustFile.bytes(path, most: ProofReader.most), path)
    guard let gap = proof.gap(key) else { return proof }
    throw LedgerError(
      .proofInvalid, message(gap, proof, path),
      help: "Nothing is proven. Ask for another proof, and for the key from whom you trust.")
  }

  private static func proof(_ bytes: [UInt8], _ path: String) throws -> PaymentProof {
    do {
      return try ProofReader.proof(bytes)
    } catch {
      throw LedgerError(
        .proofMalformed,
        "\(maskedDigits(path)), line \(error.line): a proof has something else here.",
        help: "A proof is used as `prove` wrote it: every byte of it counts.")
    }
  }

  private static func message(
    _ gap: PaymentProof.Gap, _ proof: PaymentProof, _ path: String
  ) -> Message {
    let file = maskedDigits(path)
    return switch gap {
    case .line:
      """
      \(file) does not hold: the line and its path do not make the root of batch \
      \(proof.header.number).
      """
    case .header:
      """
      \(file) does not hold: the header and the root do not make the seal of batch \
      \(proof.header.number).
      """
    case .batch:
      """
      \(file) does not hold: batch \(proof.header.number) is not in the checkpoint of \
      \(proof.checkpoint.checkpoint.date).
      """
    case .signature:
      """
      \(file) does not hold: the checkpoint of \(proof.checkpoint.checkpoint.date) is not signed \
      by the key that was named.
      """
    }
  }
}
