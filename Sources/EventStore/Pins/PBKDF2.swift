import Crypto
import Foundation

/// PBKDF2 with HMAC-SHA-256 (RFC 8018 5.2): a hash that is slow on purpose.
///
/// Over the HMAC of `Crypto`, which is here anyway; the product that has it ready would bring two
/// more packages.
package enum PBKDF2 {
  /// The key of `count` bytes.
  ///
  /// - Complexity: O(`rounds` × `count` / 32) HMACs.
  package static func key(
    password: [UInt8], salt: [UInt8], rounds: Int, count: Int
  ) -> [UInt8] {
    // The key's pads are hashed once, not with every round.
    let keyed = HMAC<SHA256>(key: SymmetricKey(data: password))
    func mac(_ data: some DataProtocol) -> [UInt8] {
      var mac = keyed
      mac.update(data: data)
      return Array(mac.finalize())
    }
    var key: [UInt8] = []
    var block: UInt32 = 1
    while key.count < count {
      let number = (0..<4).map { UInt8(truncatingIfNeeded: block >> (24 - 8 * $0)) }
      var last = mac(salt + number)
      var sum = last
      for _ in 1..<max(1, rounds) {
        last = mac(last)
        for index in sum.indices { sum[index] ^= last[index] }
      }
      key += sum
      block += 1
    }
    return Array(key.prefix(count))
  }
}
