import Clinical
import Console
import EventStore
import EventText
import Grading
import Replay

/// A training store, opened: its sessions, and who may take which part in one.
struct TrainingStore {
  let log: SQLiteEventLog
  /// As messages call it.
  let place: String
  let people: UserBook
  /// Of the place, in which the time of the world is told.
  let zone: Zone
  private(set) var book = TrainingBook()
  /// Up to where `book` has read.
  private(set) var seen: Int64 = 0

  /// - Throws: for a store of another kind, which is left unread.
  init(path: String, _ environment: Environment) throws {
    guard !path.isEmpty else { throw Failure.usage("--store takes the path of a training store") }
    let place = try StorePlace(option: path, environment)
    self.place = place.path
    guard fileExists(place.path) else {
      throw Failure.couldNot(
        "there is no store at \(place.path); `vigil init --training --store \(place.path)` makes one"
      )
    }
    log = try OpenedStore.open(place, environment, kinds: [.training])
    let own = try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
    zone = Zone.ofRecord(own)
    people = UserBook(own, zone: zone)
    try read()
  }

  /// Takes in what came since; the names of the sessions that it changed.
  @discardableResult
  mutating func read() throws -> Set<String> {
    var changed: Set<String> = []
    while try log.position() > seen {
      let page = try log.events(after: seen, limit: 1000)
      guard let end = page.last else { break }
      for stored in page {
        if let name = book.take(try stored.event(OpenedStore.reader)) { changed.insert(name) }
      }
      seen = end.seq
    }
    return changed
  }
}

/// Where somebody sits in a session.
struct SessionSeat: Sendable {
  let session: String
  let part: TrainingPart
  let login: String
  let role: Clinical.Role?
  let scenario: ScenarioReference

  /// As whom a learner learns; who is no user of the store is a trainee.
  var learner: Learner { Learner(name: login, role: role ?? .trainee) }
}

extension TrainingStore {
  /// The seat of whoever runs the program.
  ///
  /// - Parameter name: of the session; without one it is made of scenario, login and time.
  /// - Throws: for a name that cannot be one, a part that the person may not take, a session of
  ///   another scenario, and one that the learner has finished.
  func seat(
    _ name: String?, as part: TrainingPart, in scenario: ScenarioReference, at now: Instant,
    _ environment: Environment
  ) throws -> SessionSeat {
    let login = environment.person.login ?? "-"
    let person = people[login]
    if let person, !person.isActive {
      throw Failure.couldNot(
        "\(login) is not active in \(place); an administrator changes that:"
          + " vigil users activate \(login) --store \(place)")
    }
    if part == .instructor, ![.instructor, .administrator].contains(person?.user.role) {
      throw Failure.couldNot(
        "only an instructor or an administrator of \(place) instructs, and \(login) is"
          + " \(person?.user.role.rawValue ?? "no user of it"); an administrator changes that:"
          + " vigil users \(person == nil ? "add" : "role") --store \(place)")
    }
    let session = try name.map(checked) ?? freeName(scenario, login, at: now)
    if let known = book[session] {
      guard known.scenario.hash == scenario.hash else {
        throw Failure.couldNot(
          "the session \"\(session)\" is on \(known.scenario.name) as it was when it began, and this"
            + " is \(known.scenario.name == scenario.name ? "another version" : scenario.name);"
            + " give the same file, or another name with --session")
      }
      if part == .learner, known.isFinished(by: login) {
        throw Failure.couldNot(
          "\(login) has finished the session \"\(session)\"; name another with --session")
      }
    }
    return SessionSeat(
      session: session, part: part, login: login, role: person?.user.role, scenario: scenario)
  }

  private func checked(_ name: String) throws -> String {
    let scalars = name.unicodeScalars
    guard !name.allSatisfy(\.isWhitespace), scalars.count <= SessionName.longest,
      !scalars.contains(where: OneLine.refuses)
    else {
      throw Failure.usage(
        "--session takes 1 to \(SessionName.longest) characters, without control characters")
    }
    return name
  }

  private func freeName(
    _ scenario: ScenarioReference, _ login: String, at now: Instant
  ) -> String {
    let stem = "\(scenario.name) \(OneLine.of(login).prefix(12))"
    var moment = now
    while true {
      // `2026-11-25T14:40:05Z`, short enough beside a name of 40 and a login of 12.
      let whole = Instant(microseconds: moment.microseconds / 1_000_000 * 1_000_000)
      let name = "\(stem) \(Timestamp.utc(whole).filter { $0 != "-" && $0 != ":" })"
      if book[name] == nil { return String(name.prefix(SessionName.longest)) }
      moment = moment + .seconds(1)
    }
  }
}
