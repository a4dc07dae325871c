import Clinical
import Console
import EventStore
import EventText
import Grading

/// Who may do what, looked up and changed from the command line.
struct UserChange {
  let log: SQLiteEventLog
  let zone: Zone
  private(set) var book: UserBook
  private let environment: Environment
  /// How far the record went when the users were read.
  private var position: Int64
  private let place: String

  init(_ store: StoreOptions, _ environment: Environment) throws {
    let place = try store.place(environment)
    self.environment = environment
    self.place = place.path
    log = try OpenedStore.open(place, environment, kinds: OpenedStore.anyKind)
    position = try log.position()
    let ward = try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
    zone = Zone.ofRecord(ward)
    book = UserBook(ward, zone: zone)
  }

  /// Who runs the program.
  var actor: EntryUser { book.entryUser(environment.person.login ?? "-") }

  private var isTraining: Bool { log.identity.kind != .ward }

  /// The person of a login.
  ///
  /// - Throws: wrong usage for a login that nobody has, with the nearest that somebody has.
  func person(_ login: String) throws -> UserBook.Person {
    if let person = book[login] { return person }
    let nearest = NearestName.of(login, in: book.people.map(\.user.login))
    throw Failure.usage(
      "there is no user \"\(login)\" in \(place)" + (nearest.map { "; the nearest is \($0)" } ?? "")
    )
  }

  /// - Throws: where the person who runs the program may not change users; names those who may.
  func requireAdministrator() throws {
    guard !actor.may(.administer, inTraining: isTraining) else { return }
    let own = actor
    let role = own.role.map { "\($0.rawValue) here" } ?? "no active user of this store"
    throw Failure.couldNot(
      "only an administrator changes who may do what, and \(own.login) is \(role);"
        + " \(administrators)")
  }

  /// - Throws: where nobody could change users afterwards.
  func keepAnAdministrator(_ login: String) throws {
    guard book.isLastAdministrator(login) else { return }
    throw Failure.couldNot(
      "\(login) is the last active administrator; make another first:"
        + " vigil users role LOGIN administrator")
  }

  /// Stores what a person is from now on.
  mutating func store(_ user: User) throws {
    let writer = EntryEvents(
      log: log, user: actor, source: "command", clock: environment.now, random: environment.random)
    let now = environment.now()
    let submission = EntrySubmission(
      form: "users", kind: .user, patient: nil,
      items: [
        EntrySubmission.Item(
          at: .moment(now, utcOffset: zone.offset(at: now)), content: .user(user),
          isOfPatient: false)
      ])
    // Two administrators who deactivate each other at once would leave none.
    switch writer.store(submission, expecting: .init(nothingOf: nil, after: position)) {
    case .stored(_, let events, _):
      book.append(events)
      position = try log.position()
    case .failed(let failure):
      switch failure.outcome {
      case .refused(let text): throw Failure.usage("not stored: \(text)")
      case .unknown(let text):
        throw Failure.couldNot("not known whether it was stored: \(text); look with vigil users")
      case .overtaken(let newest):
        throw Failure.couldNot("not stored: \(newest.by ?? "-") has changed it")
      }
    }
  }

  private var administrators: String {
    let names = book.administrators.map { "\($0.user.login) (\($0.user.name))" }
    return names.isEmpty
      ? "there is no active administrator"
      : "the administrators are \(names.joined(separator: ", "))"
  }
}
