package import Clinical
import Crypto

/// One link of the chain: the 32 bytes of h(n) of contract 4.
package struct ChainHash: Hashable, Sendable {
  package let bytes: [UInt8]

  /// The hash of exactly 32 bytes; `nil` for any other number of them.
  package init?(bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, in either case; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.compactMap(Self.digit)
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private init(_ digest: SHA256.Digest) { bytes = Array(digest) }

  /// h(0): SHA-256 of `vigil-store-1`, a line feed and the store's UUID in lower case.
  package static func genesis(of store: EventID) -> ChainHash {
    var hash = SHA256()
    hash.update(text: "vigil-store-1\n\(store)")
    return ChainHash(hash.finalize())
  }

  /// h(n): SHA-256 of the lower-case hex of h(n−1), `seq` in decimal, `storedAt` as UTC with six
  /// decimals and `Z`, each followed by a line feed, and then the body.
  package func next(seq: Int64, storedAt: Instant, body: [UInt8]) -> ChainHash {
    var head: [UInt8] = []
    head.reserveCapacity(128)
    appendHex(to: &head)
    head.append(0x0A)
    head.append(contentsOf: String(seq).utf8)
    head.append(0x0A)
    storedAt.appendUTC(to: &head)
    head.append(0x0A)
    var hash = SHA256()
    head.withUnsafeBytes { hash.update(bufferPointer: $0) }
    body.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return ChainHash(hash.finalize())
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private func appendHex(to text: inout [UInt8]) {
    for byte in bytes {
      text.append(Self.nibble(byte >> 4))
      text.append(Self.nibble(byte & 15))
    }
  }

  private static func nibble(_ n: UInt8) -> UInt8 {
    n < 10 ? UInt8(ascii: "0") + n : UInt8(ascii: "a") - 10 + n
  }
}

extension ChainHash: CustomStringConvertible {
  /// 64 hexadecimal digits in lower case.
  package var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    appendHex(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

/// Where the chain ends: how many events there are and the hash of the last, or h(0).
package struct ChainHead: Hashable, Sendable {
  /// The position of the last event, which is also the number of events; 0 when there is none.
  package var seq: Int64
  package var hash: ChainHash

  package init(seq: Int64, hash: ChainHash) {
    self.seq = seq
    self.hash = hash
  }
}
