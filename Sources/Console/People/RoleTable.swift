package import Clinical

/// Which role may what, act by act: the table of `EntryAct`, as it is printed and tested.
package enum RoleTable {
  /// One act of one role.
  package enum Cell: Sendable, Hashable {
    case always
    /// In a training store only.
    case inTraining
    case never
  }

  package static func cell(_ act: EntryAct, _ role: Clinical.Role) -> Cell {
    let somebody = EntryUser(login: "", role: role)
    if somebody.may(act, inTraining: false) { return .always }
    return somebody.may(act, inTraining: true) ? .inTraining : .never
  }

  /// What an act is, in words.
  package static func word(_ act: EntryAct) -> PeopleWord {
    switch act {
    case .observe: .actObserve
    case .correctOwn: .actCorrectOwn
    case .correctRecent: .actCorrectRecent
    case .correctOld: .actCorrectOld
    case .judge: .actJudge
    case .acknowledge: .actAcknowledge
    case .administer: .actAdminister
    }
  }
}
