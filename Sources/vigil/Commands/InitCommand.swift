import ArgumentParser
import Clinical
import EventStore
import EventText

struct InitCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store, with its site and its first user, an administrator.",
    discussion: """
      On a terminal, what is missing is asked for. An existing store is never touched. With \
      --group the store is shared by the members of that group.

      Example:
        vigil init --site "Ward 7B" --time-zone Asia/Shanghai --user wang --name "Wang Fang"
      """)

  @Option(help: ArgumentHelp("The ward's name.", valueName: "name"))
  var site: String?

  @Option(
    help: ArgumentHelp("The zone in which days are counted, e.g. Asia/Shanghai.", valueName: "zone")
  )
  var timeZone: String?

  @Option(help: ArgumentHelp("Login of the first user.", valueName: "login"))
  var user: String?

  @Option(help: ArgumentHelp("Full name of the first user.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Share the store with this group of the system.", valueName: "group"))
  var group: String?

  @Flag(help: "Make a store for sessions of training (vigil replay), which is no ward.")
  var training = false

  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    if fileExists(place.path) {
      throw Failure.couldNot(
        "\(place.path): there is a file already, and it is left as it is; use it, or name another"
          + " with --store")
    }
    let answers = try answers(environment)
    let now = environment.now()
    let events = try founding(answers, now, environment)
    let id = EventID(now: now, random: environment.random())
    _ = try SQLiteEventLog.create(
      path: place.path,
      as: SQLiteEventLog.Founding(
        id: id, kind: training ? .training : .ward, createdAt: now, group: group, events: events,
        by: .live(login: answers.user, role: .administrator, source: "command")),
      opening: OpenedStore.opening(environment), reader: OpenedStore.reader)
    environment.messages.say(
      "made \(place.path): store \(id), \(training ? "for training" : "a ward's record"),"
        + " time zone \(answers.timeZone), administrator \(answers.user)")
    return .done
  }

  private struct Answers {
    var site: String
    var timeZone: String
    var user: String
    var name: String
  }

  // What was given; the rest is asked for, or named in one refusal.
  private func answers(_ environment: Environment) throws -> Answers {
    let given = [
      ("--site", site), ("--time-zone", timeZone), ("--user", user), ("--name", name),
    ]
    let missing = given.filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty || environment.canAsk else {
      throw Failure.usage(
        "missing \(missing.joined(separator: ", ")); on a terminal they would be asked for")
    }
    let person = environment.person
    return Answers(
      site: try site ?? Question.ask("Name of the ward or site", nil, environment),
      timeZone: try timeZone ?? Question.ask("Time zone", environment.zoneName(), environment),
      user: try user ?? Question.ask("Login of the first user", person.login, environment),
      name: try name ?? Question.ask("Full name of that user", person.name, environment))
  }

  // The store's first events, held to everything that is asked of any event.
  private func founding(
    _ answers: Answers, _ now: Instant, _ environment: Environment
  ) throws -> [SentEvent] {
    let zone = try ZoneArgument.read(of: answers.timeZone)
    let at = EventTime.moment(now, utcOffset: zone.offset(at: now))
    let contents: [Content] = [
      .site(Site(name: answers.site, timeZone: answers.timeZone)),
      .user(User(login: answers.user, name: answers.name, role: .administrator)),
    ]
    return try contents.map { content in
      let event = Event(
        id: EventID(now: now, random: environment.random()), patient: nil, at: at,
        content: content)
      do throws(Refusal) {
        return try OpenedStore.reader.read(event)
      } catch {
        throw Failure.usage("\(error)")
      }
    }
  }
}
