import Clinical

extension ConsoleState {
  mutating func performOnWard(_ id: String) -> [Effect] {
    switch id {
    case "ward.open":
      guard let chosen = chosenRow?.id else { return [] }
      return ask(for: chosen)
    case "ward.find": ward.isSearching = true
    case "ward.sort":
      ward.order = Self.next(after: ward.order)
      message = Message(words(.sortedBy, words(ward.order.word)))
    case "ward.filter":
      ward.filter = Self.next(after: ward.filter)
      message = Message(words(.filteredBy, words(ward.filter.word)))
    case "ward.house":
      ward.showsOutOfHouse.toggle()
      if ward.showsOutOfHouse, !ward.hasLoadedOutOfHouse { return [.loadOutOfHouse] }
    default: break
    }
    return []
  }

  /// Asks for everything of a patient; the screen opens when it has come.
  ///
  /// - Parameter moment: the moment that is to be looked at; `nil` is now.
  mutating func ask(for id: PatientID, at moment: Instant? = nil) -> [Effect] {
    // What was asked for before and never came is no answer to this.
    entry.wardRecordAwaited = nil
    awaited = id
    awaitedMoment = moment
    return [.loadPatient(id)]
  }

  /// The line that is chosen: the one that was, or the first.
  package var chosenRow: WardRow? {
    let rows = ward.listing(at: now).rows
    return rows.first { $0.id == ward.selected } ?? rows.first
  }

  static func next<Choice: CaseIterable & Equatable>(after choice: Choice) -> Choice {
    let all = Array(Choice.allCases)
    guard let place = all.firstIndex(of: choice) else { return choice }
    return all[(place + 1) % all.count]
  }
}

extension WardOrder {
  var word: Word {
    switch self {
    case .urgency: .orderUrgency
    case .bed: .orderBed
    case .name: .orderName
    case .day: .orderDay
    }
  }
}

extension WardState.Filter {
  var word: Word {
    switch self {
    case .all: .filterAll
    case .graded: .filterGraded
    case .severe: .filterSevere
    case .unknown: .filterUnknown
    }
  }
}
