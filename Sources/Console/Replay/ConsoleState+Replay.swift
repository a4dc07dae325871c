import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// A command of a replay; `nil` for one of another part of the console.
  mutating func performReplay(_ command: Command) -> [Effect]? {
    let id = command.id
    if id == "replay.open" { return openReplay() }
    guard id.hasPrefix("replay.") else { return refuseInReplay(command) }
    guard replay != nil else {
      message = Message(words(ReplayWord.onlyInReplay), .warning)
      return []
    }
    return move(id)
  }

  private mutating func move(_ id: String) -> [Effect] {
    let kind = replay?.step ?? .event
    switch id {
    case "replay.annotate": return askInSession(.note)
    case "replay.inject": return askInSession(.event)
    case "replay.play":
      let real = worldTime
      replay?.clock.toggle(at: real)
      if replay?.clock.isAtEnd == true { message = Message(words(ReplayWord.atEnd)) }
    case "replay.faster": replay?.clock.faster()
    case "replay.slower": replay?.clock.slower()
    case "replay.step": replay?.step = Self.next(after: kind)
    case "replay.next": return step(kind, forward: true)
    case "replay.previous": return step(kind, forward: false)
    case "replay.reading": return changeReading()
    case "replay.jump": openJumps()
    default:
      // `replay.nextGrade`, `replay.previousDay`.
      for kind in ReplayMark.Kind.allCases {
        if id == "replay.next" + kind.rawValue.capitalisedFirst { return step(kind, forward: true) }
        if id == "replay.previous" + kind.rawValue.capitalisedFirst {
          return step(kind, forward: false)
        }
      }
    }
    return []
  }

  // A replay has nothing to write to, and nobody to call.
  private mutating func refuseInReplay(_ command: Command) -> [Effect]? {
    guard !canWrite(command) else { return nil }
    message = Message(words(ReplayWord.nothingIsWritten), .warning)
    return []
  }

  /// Lets time of the world go by.
  mutating func passReplay(to moment: Instant) -> [Effect] {
    replayReal = moment
    coverIfDue()
    guard let before = replay?.clock.position else { return [] }
    replay?.clock.pass(to: moment)
    standIfAlone(at: moment)
    let asked = settleLesson(goesOn: replay?.clock.position != before)
    alerts.feed.take(.read, at: now)
    guard let position = replay?.clock.position, position != before else { return asked }
    return asked + [.replay(to: position)]
  }

  private mutating func step(_ kind: ReplayMark.Kind, forward: Bool) -> [Effect] {
    guard let replay else { return [] }
    let from = replay.clock.position
    let mark =
      forward ? replay.marks.next(kind, after: from) : replay.marks.previous(kind, before: from)
    // A learner is not told what the mark says, nor that there is none.
    if isInLesson { return jump(to: mark?.at ?? replay.clock.ends) }
    guard let mark else {
      message = Message(words(forward ? ReplayWord.noneAfter : .noneBefore, words(kind.word)))
      return []
    }
    if let text = text(of: mark) { message = Message(text) }
    return jump(to: mark.at)
  }

  /// Goes to a moment and stands there.
  mutating func jump(to t: Instant) -> [Effect] {
    replay?.clock.pause()
    let reached = reachable(t)
    replay?.clock.jump(to: reached)
    let asked = settleLesson(goesOn: true)
    guard let position = replay?.clock.position else { return asked }
    return asked + [.replay(to: position)]
  }

  // `CRS 2 ICANS --` of a change of grade, the rule and its text of an alert.
  private func text(of mark: ReplayMark) -> String? {
    guard let grades = mark.grades else { return mark.text.isEmpty ? nil : mark.text }
    return words(.columnCRS) + " " + GradeText.plain(grades.crs, words) + " "
      + words(.columnICANS) + " " + GradeText.plain(grades.icans, words)
  }

  private mutating func changeReading() -> [Effect] {
    guard let replay, let place = replay.readings.firstIndex(of: replay.reading) else { return [] }
    let next = replay.readings[(place + 1) % replay.readings.count]
    guard next != replay.reading else {
      message = Message(words(ReplayWord.oneReading))
      return []
    }
    self.replay?.reading = next
    return [.reread(next, at: replay.clock.position)]
  }

  /// Puts a moment on the screens. What the person looks at stays, where it is known then.
  mutating func take(_ moment: ReplayedMoment) -> [Effect] {
    now = moment.at
    settings = moment.settings
    if let marks = moment.marks { replay?.marks = marks }
    ward.patients = Dictionary(moment.patients.map { ($0.id, $0) }) { first, _ in first }
    ward.isLoaded = true
    ward.hasLoadedOutOfHouse = true
    var desk = AlertDesk()
    desk.list = alerts.list
    desk.feed.take(.read, at: moment.at)
    _ = desk.take(moment.looks, isWhole: true)
    alerts = desk
    ward.standing = alerts.standing
    if let open = patient, open.record.id == moment.record.id {
      var state = open
      state.record = moment.record
      state.moment = open.moment.flatMap { $0 < moment.at ? $0 : nil }
      if open.record.knownAt != nil { state.record.know(at: state.moment) }
      patient = state
    } else if patient == nil, screen == .ward, !hasOpenedReplay {
      // The patient who is replayed opens by itself, once.
      hasOpenedReplay = true
      patient = PatientState(moment.record)
      screen = .patient
    }
    return ward.showsTrends ? [.loadTrends(moment.patients.map(\.id))] : []
  }

  // MARK: Jumping

  static let jumpPrefix = "jump:"

  private mutating func openJumps() {
    guard let replay else { return }
    let time = LocalTime(zone: zone)
    let items = replay.marks.all.filter { $0.kind != .event }.enumerated().map { n, mark in
      Picker.Item(
        id: "\(Self.jumpPrefix)\(mark.at.microseconds):\(n)",
        title: "\(time.date(mark.at)) \(time.clock(mark.at)) \(words(mark.kind.word))",
        detail: text(of: mark) ?? "")
    }
    list = OpenList(kind: .jumps, picker: Picker(items))
  }

  /// Goes to the chosen line of the list of moments; `nil` for a line of another list.
  mutating func jump(toLine id: String) -> [Effect]? {
    guard id.hasPrefix(Self.jumpPrefix),
      let number = id.dropFirst(Self.jumpPrefix.count).split(separator: ":").first,
      let microseconds = Int64(number)
    else { return nil }
    return jump(to: Instant(microseconds: microseconds))
  }

  // MARK: Leaving live data

  static let leavePrefix = "replayOf:"

  // Whoever goes to a replay is told first that live data are left.
  private mutating func openReplay() -> [Effect] {
    guard replay == nil else {
      message = Message(words(ReplayWord.alreadyReplay))
      return []
    }
    guard let id = patientInFront else { return [] }
    let who = ward.patients[id]?.summary.name ?? id.text
    list = OpenList(
      kind: .leaving,
      picker: Picker([
        Picker.Item(id: Self.leavePrefix, title: words(ReplayWord.stay)),
        Picker.Item(id: Self.leavePrefix + id.text, title: words(ReplayWord.leave, who)),
      ]))
    return []
  }

  /// The answer; `nil` for a line of another list.
  mutating func leave(byLine id: String) -> [Effect]? {
    guard id.hasPrefix(Self.leavePrefix) else { return nil }
    guard let patient = PatientID(String(id.dropFirst(Self.leavePrefix.count))) else { return [] }
    return [.openReplay(patient)]
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
