/// Fields of a ZIP archive, the least significant byte first.
extension [UInt8] {
  func uint16(at offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

  func uint32(at offset: Int) -> Int64 {
    Int64(uint16(at: offset)) | Int64(uint16(at: offset + 2)) << 16
  }

  mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: Int64) {
    append16(Int(truncatingIfNeeded: value))
    append16(Int(truncatingIfNeeded: value >> 16))
  }
}
