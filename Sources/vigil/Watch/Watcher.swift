import Clinical
import EventStore
import EventText
import Glibc
import Grading
import Surveillance

/// Follows a store without a screen and tells of every change, one JSON line each.
struct Watcher {
  private let place: StorePlace
  private let command: ChildCommand?
  private let environment: Environment
  private var store: FollowedStore
  private var console: ConsolePresence
  /// Since when the store could not be read, and whether that has been told.
  private var trouble: (since: Instant, isTold: Bool)?

  /// How often the store is asked for what is new.
  private static let pause: UInt32 = 500_000
  /// A store that is busy for a moment is no news.
  private static let troubleAfter = TimeSpan.seconds(5)

  init(_ place: StorePlace, _ command: ChildCommand?, _ environment: Environment) {
    self.place = place
    self.command = command
    self.environment = environment
    store = FollowedStore(place)
    console = ConsolePresence(started: environment.now())
  }

  /// Follows until the reader of the lines goes away or the process is ended.
  ///
  /// - Throws: where there is no store to begin with.
  mutating func run() throws -> Never {
    Self.listenToSignals()
    _ = try store.read(environment)
    while true {
      try look()
      usleep(Self.pause)
      try follow()
    }
  }

  // Whoever started this process may have blocked the signals that are to end it.
  private static func listenToSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  private mutating func follow() throws {
    do {
      _ = try store.read(environment)
      if let was = trouble {
        if was.isTold { try tell([JSONMember("change", .string("storeBack"))], environment.now()) }
        trouble = nil
      }
    } catch let error as StoreError {
      try note("\(error)")
    } catch let error as Failure {
      try note(error.message)
    }
    for text in store.takeUnreadable() {
      environment.messages.say("vigil: an event that cannot be read is passed over: \(text)")
    }
  }

  private mutating func note(_ reason: String) throws {
    let now = environment.now()
    let since = trouble?.since ?? now
    var isTold = trouble?.isTold ?? false
    if !isTold, now >= since + Self.troubleAfter {
      isTold = true
      environment.messages.say("vigil: the store cannot be read, and is tried again: \(reason)")
      try tell(
        [
          JSONMember("change", .string("storeLost")), JSONMember("reason", .string(reason)),
        ], since)
    }
    trouble = (since, isTold)
  }

  private mutating func look() throws {
    let now = environment.now()
    var lines: [([JSONMember], Instant, Zone)] = []
    store.look(at: now) { old, new, course in
      lines += Self.news(old, new, course)
    }
    lines.sort { $0.1 < $1.1 }
    for (members, at, zone) in lines { try tell(members, at, zone) }
    let others = StoreUse.others(path: place.path)
    if let (change, at) = console.take(others, at: now) {
      try tell([JSONMember("change", .string(change))], at)
    }
  }

  private static func news(
    _ seen: FollowedStore.Look?, _ look: FollowedStore.Look, _ course: GradedCourse
  ) -> [([JSONMember], Instant, Zone)] {
    var lines: [([JSONMember], Instant, Zone)] = []
    let (old, new) = (seen?.watched, look.watched)
    for item in AlertNews.between(old, new) {
      lines.append(
        (
          [
            JSONMember("change", .string(item.change.rawValue)),
            JSONMember("alert", AlertText.object(item.alert, new.zone)),
          ], item.at, new.zone
        ))
    }
    for item in DueNews.between(old, new) {
      lines.append(
        (
          [
            JSONMember("change", .string(item.level.rawValue)),
            JSONMember("due", AlertText.object(item.due, of: new.patient, at: new.at, new.zone)),
          ], item.at, new.zone
        ))
    }
    if let seen { lines += gradeNews(seen, look, course) }
    return lines
  }

  private static func gradeNews(
    _ old: FollowedStore.Look, _ new: FollowedStore.Look, _ course: GradedCourse
  ) -> [([JSONMember], Instant, Zone)] {
    func number(_ n: Int?) -> JSONValue { n.map { .int($0) } ?? .null }
    func said(_ record: GradeRecord) -> JSONValue {
      .object([
        JSONMember("grade", number(record.grade)), JSONMember("atLeast", number(record.atLeast)),
        JSONMember("atMost", number(record.atMost)),
        JSONMember("status", .string(record.status.rawValue)),
      ])
    }
    return Scale.allCases.compactMap { scale in
      let (before, after) = (old.grades[scale], new.grades[scale])
      guard
        (before.grade, before.atLeast, before.atMost, before.status)
          != (after.grade, after.atLeast, after.atMost, after.status)
      else { return nil }
      let watched = new.watched
      let at = course.changes(through: watched.at).last?.at ?? watched.at
      return (
        [
          JSONMember("change", .string("gradeChanged")),
          JSONMember("patient", .string(watched.patient.text)),
          JSONMember("scale", .string(scale.rawValue)), JSONMember("from", said(before)),
          JSONMember("to", said(after)),
        ], at, watched.zone
      )
    }
  }

  private func tell(_ members: [JSONMember], _ at: Instant, _ zone: Zone = .utc) throws {
    let time = JSONMember("at", .string(Timestamp.local(at, in: zone)))
    let line = CanonicalJSON.bytes(of: .object(members + [time]))
    try environment.output.write(jsonLine: line)
    try environment.output.flush()
    if let trouble = command?.run(line) { environment.messages.say("vigil: --exec: \(trouble)") }
  }
}

/// Whether anybody looks: no console for a minute is worth telling, once.
struct ConsolePresence {
  private var seen: Instant
  private var isTold = false

  static let patience = TimeSpan.minutes(1)

  init(started: Instant) { seen = started }

  /// Takes over how many others have the store open, `nil` for unknown, and gives what is to be told:
  /// the change and since when.
  mutating func take(_ others: Int?, at now: Instant) -> (String, Instant)? {
    guard let others else { return nil }
    if others > 0 {
      seen = now
      guard isTold else { return nil }
      isTold = false
      return ("consoleOpened", now)
    }
    guard !isTold, now >= seen + Self.patience else { return nil }
    isTold = true
    return ("noConsole", seen)
  }
}
