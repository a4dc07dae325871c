import Clinical
import Terminal

@testable import Console

extension GoldenScreens {
  /// The screens that come only with something from outside: a person, what devices sent, what
  /// others wrote.
  static func fromOutside() -> [Screen] {
    [
      Screen(name: "cover", console: CoverTests.covered(), sizes: sizes), signingIn(), held(),
      news(), recordOfWard(),
    ]
  }

  private static func acting(_ role: Clinical.Role) -> SampleConsole {
    var console = SampleConsole.watched
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: role)
    _ = console.state.update(.drafts([]))
    return console
  }

  // The demo has one person; a station of a ward has many.
  private static func signingIn() -> Screen {
    var console = SampleConsole.watched
    let watched = console.state
    console.state = ConsoleState(
      now: watched.now, zone: watched.zone, site: "Haematology 7B", mode: .live)
    console.take(.ward(Array(watched.ward.patients.values)))
    console.take(.watched(SampleConsole.looks, isWhole: true))
    console.take(.user(EntryUser(login: "station", name: "Station 7B", role: .nurse)))
    console.press("C-u")
    console.type("moss")
    console.press("Enter")
    console.type("24")
    return Screen(name: "sign-in", console: console, sizes: sizes)
  }

  private static func held() -> Screen {
    var console = acting(.nurse)
    console.take(.held(HoldingTests.groups))
    console.press("H")
    return Screen(name: "holding", console: console, sizes: sizes)
  }

  private static func news() -> Screen {
    var console = acting(.nurse)
    let sources = [PatientID("CD7-003"), PatientID("CD7-004")].compactMap { $0 }
    console.take(.looks(Set(sources), of: "li"))
    console.press("U")
    let since = SampleConsole.moment - .hours(2)
    let known = SampleConsole.known(at: SampleConsole.moment)
    func record(_ id: PatientID, until: Instant) -> PatientRecord {
      PatientRecord(
        id,
        events: known.filter {
          ($0.patient == id || $0.patient == nil) && $0.recorded(in: SampleConsole.zone) <= until
        }, zone: SampleConsole.zone)
    }
    console.take(
      .changes(
        sources.map { id in
          let new = known.filter {
            $0.patient == id && $0.recorded(in: SampleConsole.zone) > since
          }
          return PatientChanges(
            record(id, until: SampleConsole.moment), new: Set(new.map(\.id)), since: since,
            before: record(id, until: since).course, now: SampleConsole.moment)
        }))
    return Screen(name: "news", console: console, sizes: sizes)
  }

  private static func recordOfWard() -> Screen {
    var console = acting(.administrator)
    console.take(.command("ward.record"))
    return Screen(name: "ward-record", console: console, sizes: sizes)
  }

  /// Every form as it opens at the first comfortable size, for the one who may save it.
  static func everyForm() -> [Screen] {
    let typed: Set<FormKind> = [.vitals, .acknowledge, .admission, .retract]
    return FormKind.allCases.filter { !typed.contains($0) }.map { kind in
      let isOfWard = [FormKind.setting, .user, .site].contains(kind)
      var console = acting(isOfWard ? .administrator : .physician)
      console.press(":")
      console.type("王芳")
      console.press("Enter")
      _ = console.state.update(.command("enter.\(kind)"))
      return Screen(
        name: "opened-\(kind)", console: console, sizes: [Size(width: 80, height: 24)])
    }
  }
}
