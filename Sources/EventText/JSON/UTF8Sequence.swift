/// Well-formed sequences of UTF-8 (Unicode, table 3-7): no overlong form, no surrogate, nothing above
/// U+10FFFF.
enum UTF8Sequence {
  /// How many bytes the sequence at `offset` has, 2 to 4, or 0 when it is not well formed.
  ///
  /// The byte at `offset` is not ASCII.
  static func length(in bytes: Span<UInt8>, at offset: Int) -> Int {
    let lead = bytes[offset]
    func follows(_ place: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      offset + place < bytes.count && range.contains(bytes[offset + place])
    }
    switch lead {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
