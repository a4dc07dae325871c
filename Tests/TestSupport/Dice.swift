/// A seeded generator (SplitMix64): the same seed throws the same dice on every machine.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number below `count`, which is at least 1.
  package mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// True once in `n` times.
  package mutating func oneIn(_ n: Int) -> Bool { below(n) == 0 }

  package mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

  package mutating func maybe<T>(_ choices: [T], oneIn n: Int = 2) -> T? {
    oneIn(n) ? pick(choices) : nil
  }
}
