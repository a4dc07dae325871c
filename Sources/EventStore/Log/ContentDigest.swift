import Crypto

/// SHA-256, the one digest of the record: of contents, of bodies and of the chain.
package enum ContentDigest {
  /// The 32 bytes of SHA-256 over `bytes`; what `EventReader` takes as its digest.
  @Sendable package static func sha256(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBytes { Array(SHA256.hash(data: $0)) }
  }
}

extension SHA256 {
  mutating func update(text: String) {
    var text = text
    text.withUTF8 { update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }
}
