package import Clinical
package import Replay

/// An answer while it is made: one field after the other, each by single keys.
package struct AnswerDraft: Sendable {
  /// What is asked, in order; facts and next steps only where there are some to choose from.
  package enum Field: Sendable, Hashable { case crs, icans, sure, facts, next, give }

  package let question: AskedQuestion
  package private(set) var crs: GivenGrade?
  package private(set) var icans: GivenGrade?
  package private(set) var sure: Sureness?
  /// Ids; `nil` where it is left out, which is not the same as none of them.
  package private(set) var facts: [String]?
  package private(set) var next: [String]?
  package private(set) var field = Field.crs

  package init(_ question: AskedQuestion) { self.question = question }

  package var fields: [Field] {
    [.crs, .icans, .sure] + (choices(.facts).isEmpty ? [] : [.facts])
      + (choices(.next).isEmpty ? [] : [.next]) + [.give]
  }

  /// What can be chosen in a field.
  package func choices(_ field: Field) -> [ScenarioQuestion.Choice] {
    switch field {
    case .facts: question.facts
    case .next: question.next
    case .crs, .icans, .sure, .give: []
    }
  }

  package func chosen(_ field: Field) -> [String]? { field == .facts ? facts : next }

  /// The letters of the choices, in order.
  package static func letter(_ place: Int) -> Character? {
    let letters = Array("abcdefghijklm")
    return letters.indices.contains(place) ? letters[place] : nil
  }

  /// What leaves a field out.
  package static let leavesOut: Character = "-"

  /// Takes a key; false for one that is no answer to the field.
  package mutating func take(_ key: Character) -> Bool {
    switch field {
    case .crs, .icans:
      let given: GivenGrade?
      switch key {
      case "0"..."5": given = key.wholeNumberValue.map(GivenGrade.grade)
      case "n": given = .notGradable
      case Self.leavesOut: given = nil
      default: return false
      }
      if field == .crs { crs = given } else { icans = given }
    case .sure:
      switch key {
      case "l": sure = .low
      case "m": sure = .medium
      case "h": sure = .high
      case Self.leavesOut: sure = nil
      default: return false
      }
    case .facts, .next: return choose(key)
    case .give: return false
    }
    goOn()
    return true
  }

  // A letter chooses, or takes the choice back; the field is left by another key.
  private mutating func choose(_ key: Character) -> Bool {
    if key == Self.leavesOut {
      put(nil)
      goOn()
      return true
    }
    let all = choices(field)
    guard let place = all.indices.first(where: { Self.letter($0) == key }) else { return false }
    var ids = Set(chosen(field) ?? [])
    if ids.remove(all[place].id) == nil { ids.insert(all[place].id) }
    put(all.map(\.id).filter(ids.contains))
    return true
  }

  private mutating func put(_ ids: [String]?) {
    if field == .facts { facts = ids } else { next = ids }
  }

  /// To the next field. A list of choices that is left without a letter says: none of them.
  package mutating func confirm() {
    if field == .facts || field == .next, chosen(field) == nil { put([]) }
    goOn()
  }

  package mutating func goOn() { step(1) }
  package mutating func goBack() { step(-1) }

  private mutating func step(_ steps: Int) {
    let all = fields
    guard let place = all.firstIndex(of: field) else { return }
    field = all[max(0, min(all.count - 1, place + steps))]
  }

  /// True where nothing at all is answered.
  package var isEmpty: Bool {
    crs == nil && icans == nil && sure == nil && facts == nil && next == nil
  }

  package var answer: GivenAnswer {
    GivenAnswer(
      question: question.id, crs: crs, icans: icans, sure: sure, facts: facts, next: next)
  }
}
