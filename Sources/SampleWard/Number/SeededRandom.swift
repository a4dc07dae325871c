/// The generator's only source of chance: SplitMix64 (Steele, Lea and Flood, 2014), whole numbers
/// alone, so that a seed gives the same draws on every machine.
package struct SeededRandom {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A stream of its own for `name`: what one patient draws never moves what another draws.
  package func stream(_ name: String) -> SeededRandom {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var mixed = SeededRandom(seed: state ^ hash)
    return SeededRandom(seed: mixed.next())
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number of `range`, all about equally likely.
  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
  }

  /// True `permille` times in a thousand.
  package mutating func chance(permille: Int) -> Bool { within(0...999) < permille }

  /// Noise about zero with the standard deviation given, bell-shaped and never beyond six of them:
  /// the sum of twelve even draws.
  package mutating func spread(_ deviation: Int) -> Int {
    var sum = 0
    for _ in 0..<12 { sum += within(-1000...1000) }
    return sum * deviation / 2000
  }

  /// The values in an order of chance (Fisher and Yates).
  package mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var shuffled = values
    for last in stride(from: shuffled.count - 1, to: 0, by: -1) {
      shuffled.swapAt(last, within(0...last))
    }
    return shuffled
  }
}
