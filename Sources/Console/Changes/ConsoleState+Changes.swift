package import Clinical
import Grading
import Terminal

extension ConsoleState {
  /// The patients that a look concerns: those of the ward as it is shown.
  package var patientsInHouse: [PatientID] {
    ward.patients.values.filter { $0.summary.isInHouse(at: now, zone: zone) }.map(\.id).sorted()
  }

  /// A patient was opened: what is on record is seen.
  mutating func look(at patient: PatientID) -> [Effect] {
    guard entry.user != nil else { return [] }
    looks.new.remove(patient)
    return [.looked(patient)]
  }

  /// Events of others are new, but for the patient in front, where they are seen as they come: not
  /// under the cover, and not while an earlier moment is looked at.
  mutating func takeAsNew(_ events: [Event]) -> [Effect] {
    guard let login = entry.user?.login else { return [] }
    var seen: PatientID?
    for event in events {
      guard let id = event.patient, event.by != login else { continue }
      if !cover.isOn, screen == .patient, let patient, patient.record.id == id,
        patient.moment == nil, patient.record.knownAt == nil
      {
        seen = id
      } else {
        looks.new.insert(id)
      }
    }
    return seen.map { [.looked($0)] } ?? []
  }

  /// The key that asks what changed.
  mutating func askForChanges() -> [Effect] {
    guard entry.user != nil else {
      message = Message(entryWords(.notAUser, "-"), .warning)
      return []
    }
    message = Message(words(PeopleWord.changesLoading))
    return [.loadChanges(patientsInHouse)]
  }

  /// The list, once it has been read; whoever went elsewhere meanwhile is not called back.
  mutating func take(_ changes: [PatientChanges]) -> [Effect] {
    guard screen == .ward, list == nil, entry.open == nil, station.asking == nil, !cover.isOn else {
      return []
    }
    let order = WardOrder.urgency.sorted(
      ward.patients.values.map { WardRow($0, at: now) })
    let byPatient = Dictionary(changes.map { ($0.patient, $0) }) { first, _ in first }
    let items = order.flatMap { row in
      byPatient[row.id].map { changeItems($0, row) } ?? []
    }
    guard !items.isEmpty else {
      message = Message(words(PeopleWord.noChanges))
      return []
    }
    message = nil
    list = OpenList(kind: .changes, picker: Picker(items))
    return []
  }

  /// Before the patient in the id of a line; the number of the line follows after a sign that no
  /// patient's id has.
  static let changePrefix = "change:"
  static let changeSeparator: Character = "\u{1F}"

  /// The patient of a line of the list.
  static func patient(ofChange id: String) -> PatientID? {
    id.split(separator: changeSeparator).first.flatMap { PatientID(String($0)) }
  }

  private func changeItems(_ changes: PatientChanges, _ row: WardRow) -> [Picker.Item] {
    let time = LocalTime(zone: zone)
    func id(_ line: Int) -> String {
      "\(Self.changePrefix)\(row.id.text)\(Self.changeSeparator)\(line)"
    }
    let who = [row.summary.bed, row.summary.name, row.summary.hospitalNumber ?? row.id.text]
      .compactMap { $0 }.joined(separator: " ")
    let what =
      changes.since.map { words(.changesOf, "\(changes.count)", time.dayAndClock($0)) }
      ?? words(PeopleWord.changesNever)
    let grades = [
      grade(.crs, changes.before?.crs, row.crs), grade(.icans, changes.before?.icans, row.icans),
    ].joined(separator: "  ")
    var items = [Picker.Item(id: id(0), title: "\(who)  \(grades)", detail: what)]
    for (index, line) in changes.lines.enumerated() {
      items.append(
        Picker.Item(
          id: id(index + 1),
          title: "   \(time.dayAndClock(line.at)) \(words.text(of: line.event))\(fate(line))",
          detail: line.event.by.map { words(.byWhom, $0) } ?? ""))
    }
    if changes.count > changes.lines.count {
      items.append(
        Picker.Item(
          id: id(changes.lines.count + 1),
          title: "   " + words(.changesMore, "\(changes.count - changes.lines.count)")))
    }
    return items
  }

  // Then and now; once where it is the same.
  private func grade(_ scale: Scale, _ before: GradeRecord?, _ after: GradeRecord) -> String {
    let new = GradeText.short(after, words).plain
    let old = before.map { GradeText.short($0, words).plain }
    let name = words(scale.word)
    guard let old, old != new else { return "\(name) \(new)" }
    return "\(name) \(old) → \(new)"
  }

  func fate(_ line: EventLine) -> String {
    switch line.fate {
    case .inForce: ""
    case .correction(let reason): reason.map { "  (\($0))" } ?? ""
    case .corrected(let reason): "  " + words(.correctedTo, reason ?? "-")
    case .retracted(let reason): "  " + words(.retractedAs, reason ?? "-")
    }
  }
}
