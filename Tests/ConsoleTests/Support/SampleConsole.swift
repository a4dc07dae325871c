import Clinical
import Console
import Grading
import SampleWard
import Terminal

/// The console on the sample ward at its moment, without a terminal: keys in, screen text out.
struct SampleConsole {
  static let events = SampleWard.ward(seed: SampleWard.wardSeed)
  static let zone = Zone.ofRecord(events)
  static let moment: Instant = {
    for event in events {
      if case .site(let site) = event.content, let moment = site.demoMoment { return moment }
    }
    return .earliest
  }()

  var state: ConsoleState
  private(set) var effects: [Effect] = []

  init(now: Instant = moment, words: Catalogue = .english) {
    state = ConsoleState(
      now: now, zone: Self.zone, site: "Haematology 7B", mode: .demo, words: words,
      themes: ["dark", "light", "night"], theme: "dark")
    _ = state.update(.ward(Self.patients(at: now)))
  }

  static func known(at now: Instant) -> [Event] {
    events.filter { $0.recorded(in: zone) <= now && $0.at.start(in: zone) <= now }
  }

  static func patients(at now: Instant) -> [WardPatient] {
    let known = known(at: now)
    let ward = known.filter { $0.patient == nil }
    let byPatient = Dictionary(grouping: known.filter { $0.patient != nil }) { $0.patient }
    return byPatient.compactMap { id, events in
      id.map { WardPatient($0, GradedCourse(ward + events, zone: zone)) }
    }.sorted { $0.id < $1.id }
  }

  /// Presses keys by their names, one after the other.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = try? Key(name: name) else { continue }
      take(.terminal(.key(key)))
    }
  }

  /// Types letters, one key each.
  mutating func type(_ text: String) {
    for character in text { take(.terminal(.key(.character(character)))) }
  }

  mutating func take(_ input: Input) {
    for effect in state.update(input) {
      effects.append(effect)
      if case .loadPatient(let id) = effect {
        let known = Self.known(at: state.now).filter { $0.patient == id || $0.patient == nil }
        take(.patient(PatientRecord(id, events: known, zone: Self.zone)))
      }
      if case .loadTrends(let ids) = effect {
        var courses: [PatientID: TrendCourse] = [:]
        for id in ids {
          let known = Self.known(at: state.now).filter { $0.patient == id || $0.patient == nil }
          courses[id] = TrendCourse(GradedCourse(known, zone: Self.zone), until: state.now)
        }
        take(.trends(courses))
      }
    }
  }

  func rows(_ width: Int, _ height: Int, glyphs: GlyphSet = .unicode) -> [String] {
    frame(width, height, glyphs: glyphs).buffer.rows
  }

  func text(_ width: Int, _ height: Int, glyphs: GlyphSet = .unicode) -> String {
    rows(width, height, glyphs: glyphs).joined(separator: "\n")
  }

  func frame(_ width: Int, _ height: Int, glyphs: GlyphSet = .unicode) -> CellRenderer.Frame {
    state.frame(
      size: Size(width: width, height: height), capabilities: Capabilities(glyphs: glyphs))
  }
}
