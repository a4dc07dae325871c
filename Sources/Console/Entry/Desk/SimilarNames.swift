package import Clinical

/// Names that are taken for one another: the same, or the same but for one letter.
package enum SimilarNames {
  /// A name for comparing: case, spaces and signs left out.
  package static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The patients whose name is like another's.
  ///
  /// Chinese names are compared by sign: two of three the same, at the same places, are alike.
  package static func alike(_ names: [PatientID: String]) -> Set<PatientID> {
    let all = names.sorted { $0.key < $1.key }.map { ($0.key, Array(folded($0.value))) }
    var found: Set<PatientID> = []
    for (index, (id, name)) in all.enumerated() {
      for (other, second) in all.dropFirst(index + 1) where areAlike(name, second) {
        found.insert(id)
        found.insert(other)
      }
    }
    return found
  }

  private static func areAlike(_ a: [Character], _ b: [Character]) -> Bool {
    if a == b { return !a.isEmpty }
    guard a.count == b.count, a.count >= 2 else { return false }
    let differing = zip(a, b).filter { $0 != $1 }.count
    // One letter in a long name, one sign of three in a Chinese one.
    return differing == 1 && (a.count >= 5 || a.count == 3)
  }
}
