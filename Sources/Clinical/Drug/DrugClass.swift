/// What a drug is given for, as far as a rule asks; the raw value is the `class` in the text form.
package enum DrugClass: String, CaseIterable, Sendable {
  case antipyretic, anticytokine, corticosteroid, sedative, antiseizure, antimicrobial, other
}

/// Names of drugs compared without case and outer white space.
package enum DrugNames {
  package static func folded(_ name: String) -> String {
    var folded = name.lowercased()
    while let first = folded.first, first.isWhitespace { folded.removeFirst() }
    while let last = folded.last, last.isWhitespace { folded.removeLast() }
    return folded
  }
}
