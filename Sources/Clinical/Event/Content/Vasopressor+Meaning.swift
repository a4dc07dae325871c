extension Vasopressor {
  /// True where the drug no longer runs from here on: stopped, or turned down to a rate of 0
  /// (clinical-rules 1.9). A push dose of 0 is a push dose that was entered oddly, not a stop.
  package var isStop: Bool { action == .stop || action != .bolus && rate?.value == .zero }

  /// What it is given for; not entered is hypotension.
  package var purpose: Indication { indication ?? .hypotension }

  /// The name of an agent that is `other`, without case and outer white space; empty for the rest.
  package var foldedName: String { agent == .other ? DrugNames.folded(name ?? "") : "" }

  /// True where two entries speak of the same drug: the same agent, and of two `other` ones the same
  /// name.
  package func isSameDrug(as entry: Vasopressor) -> Bool {
    agent == entry.agent && foldedName == entry.foldedName
  }
}

extension FluidBolus {
  /// What it is given for; not entered is hypotension.
  package var purpose: Indication { indication ?? .hypotension }
}
