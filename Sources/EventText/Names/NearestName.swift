/// The known name that a person most likely meant.
package enum NearestName {
  /// The nearest of `known` to `name`, in any case; `nil` when they have nothing in common. Of two
  /// that are equally near, the earlier.
  ///
  /// Nearness is the number of letters that differ; a beginning of three letters or more that is the
  /// same makes up for as many, since names are cut short more often than they are mistyped.
  package static func of(_ name: String, in known: [String]) -> String? {
    let written = folded(name)
    guard !written.isEmpty else { return nil }
    var best: (name: String, score: Int)?
    for candidate in known {
      let other = folded(candidate)
      let distance = distance(written, other)
      // As many changes as there are letters: nothing is left of what was written.
      guard distance < max(written.count, other.count) else { continue }
      let beginning = zip(written, other).prefix { $0 == $1 }.count
      let score = distance - (beginning >= 3 ? beginning : 0)
      if best.map({ score < $0.score }) ?? true { best = (candidate, score) }
    }
    return best?.name
  }

  // What is longer than any known name cannot be near one; the cut bounds the work.
  private static func folded(_ name: String) -> [Unicode.Scalar] {
    Array(String(name.prefix(64)).lowercased().unicodeScalars.prefix(64))
  }

  /// How many letters must be put in, left out, changed, or swapped with their neighbour.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
