import Clinical
import Console
import Dispatch
import EventStore
import EventText
import Synchronization

/// Stores what forms hand over and keeps drafts, away from the thread of the screen: a busy store
/// freezes neither the clock nor the keys. What comes of it lies in an inbox until it is fetched.
///
/// A class, for its queue and its inbox are one thing however many hold it.
final class EntryKeeper: Sendable {
  private let events: EntryEvents
  private let notes: any PersonalNotes & Preferences
  private let desk: StationDesk?
  private let held: HeldDesk?
  private let tables: TableDesk?
  private let queue = DispatchQueue(label: "vigil.entry")
  /// What is only read for a screen keeps nobody's entry waiting.
  private let reading = DispatchQueue(label: "vigil.desk")
  /// Filing what waits may take long, and drafts are durable within a second all the same.
  private let filing = DispatchQueue(label: "vigil.held")
  private let state: Mutex<State>
  /// True where nothing else brings stored events back: a demonstration without a store.
  private let echoes: Bool

  private struct State {
    var inbox: [Input] = []
    /// The newest draft of each person's form that is not written yet.
    var drafts: [FormOfPerson: EntryDraft] = [:]
    /// Who has asked for whatever is begun now.
    var user: EntryUser
    var marks: [EntryDraftMark]?
    var looked: Instant?
    var groups: [HeldGroup] = []
    var wake: (@Sendable () -> Void)?
  }

  private struct FormOfPerson: Hashable {
    var login: String
    var form: String
  }

  /// How often others' drafts are looked for.
  private static let lookEvery = TimeSpan.seconds(3)

  /// - Parameters:
  ///   - desk: what a station with several people needs; `nil` where there is one person.
  ///   - held: the holding list; `nil` where nothing can be sent.
  ///   - tables: files of tables; `nil` where none is imported.
  init(
    _ events: EntryEvents, notes: any PersonalNotes & Preferences, desk: StationDesk? = nil,
    held: HeldDesk? = nil, tables: TableDesk? = nil, echoes: Bool = false
  ) {
    self.held = held
    self.tables = tables
    self.events = events
    self.notes = notes
    self.desk = desk
    self.echoes = echoes
    state = Mutex(State(user: events.user))
  }

  /// Who writes now.
  var user: EntryUser { state.withLock { $0.user } }

  /// Called from the queue whenever something lies in the inbox.
  func onAnswer(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

  /// Begins what an effect asks for; false for an effect of another kind.
  func begin(_ effect: Effect) -> Bool {
    // Whoever writes when it is begun is who it is of, whoever comes to the station meanwhile.
    let user = self.user
    switch effect {
    case .append(let submission):
      queue.async { self.append(submission, by: user) }
    case .saveDraft(let draft):
      let key = FormOfPerson(login: user.login, form: draft.form)
      state.withLock { $0.drafts[key] = draft }
      queue.async { self.writeDraft(key) }
    case .loadDraft(let form):
      queue.async { self.load(form, of: user.login) }
    case .discardDraft(let form):
      let key = FormOfPerson(login: user.login, form: form)
      state.withLock { $0.drafts[key] = nil }
      queue.async { self.discard(key) }
    case .actAs(let user):
      state.withLock { $0.user = user }
    case .savePreference(let name, let content):
      queue.async { self.keep(name, content, of: user.login) }
    case .loadPreference(let name):
      queue.async { self.load(preference: name, of: user.login) }
    case .looked:
      guard let desk else { return false }
      queue.async { self.ask(desk, effect, user) }
    case .signIn, .loadLooks, .loadChanges:
      guard let desk else { return false }
      reading.async { self.ask(desk, effect, user) }
    case .workOff(let group, let decision):
      guard let held else { return false }
      filing.async { self.workOff(held, group, decision, user) }
    case .listTables, .readTable, .saveMapping, .importTable:
      guard let tables else {
        answer([
          .message(
            Message("a demonstration imports no tables; `vigil console` on a store does", .warning))
        ])
        return true
      }
      filing.async { self.answer(tables.answers(to: effect, by: user)) }
    default: return false
    }
    return true
  }

  /// The events of a submission, for a copy that nothing is appended to.
  func made(of submission: EntrySubmission) throws(Refusal) -> [Event] {
    try events.made(of: submission).map(\.event)
  }

  /// What came of it since it was last asked, in order.
  func answers() -> [Input] {
    state.withLock { state in
      let inbox = state.inbox
      state.inbox = []
      return inbox
    }
  }

  /// Waits until everything begun is durable or has failed: before leaving.
  func settle() {
    queue.sync {}
    filing.sync {}
  }

  /// Waits until everything begun is answered too: in a script.
  func settleAll() {
    reading.sync {}
    settle()
  }

  /// Looks for drafts from time to time.
  func look(at now: Instant) {
    let isDue = state.withLock { state in
      guard state.looked.map({ now - $0 >= Self.lookEvery }) ?? true else { return false }
      state.looked = now
      return true
    }
    guard isDue else { return }
    queue.async { self.readMarks() }
    if let held { filing.async { self.readHeld(held) } }
  }

  private func workOff(
    _ desk: HeldDesk, _ group: HeldGroup, _ decision: HeldDecision, _ user: EntryUser
  ) {
    do {
      let message = try desk.workOff(group, decision, by: user)
      readHeld(desk)
      answer([.heldDone(message)])
    } catch {
      readHeld(desk)
      answer([.heldDone(Message("\(error)", .failure))])
    }
  }

  private func readHeld(_ desk: HeldDesk) {
    // A list that cannot be read is told of by whatever else reads the store.
    guard let groups = try? desk.groups() else { return }
    let isNew = state.withLock { state in
      guard state.groups != groups else { return false }
      state.groups = groups
      return true
    }
    if isNew { answer([.held(groups)]) }
  }

  private func answer(_ inputs: [Input]) {
    let wake = state.withLock { state in
      state.inbox += inputs
      return state.wake
    }
    wake?()
  }

  private func ask(_ desk: StationDesk, _ effect: Effect, _ user: EntryUser) {
    do {
      if let input = try desk.answer(effect, of: user, at: events.clock()) { answer([input]) }
    } catch {
      if case .signIn(_, _, let check) = effect {
        return answer([.signIn(.failed("\(error)"), check: check)])
      }
      answer([.message(Message("\(error)", .failure))])
    }
  }

  private func append(_ submission: EntrySubmission, by user: EntryUser) {
    // A form may stand open while its person is made inactive.
    guard user.role != nil else {
      let text = EntryCatalogue.english(.notAUser, user.login)
      return answer([.appendFailed(EntryFailure(form: submission.form, outcome: .refused(text)))])
    }
    var events = self.events
    events.user = user
    switch events.store(submission) {
    case .stored(let receipt, let stored, _):
      if user.login != self.user.login {
        let key = FormOfPerson(login: user.login, form: submission.form)
        state.withLock { $0.drafts[key] = nil }
        discard(key)
      }
      answer((echoes ? [.events(stored)] : []) + [.appended(receipt)])
    case .failed(let failure): answer([.appendFailed(failure)])
    }
  }

  // Of several keys in a row the last draft is written once.
  private func writeDraft(_ key: FormOfPerson) {
    guard let draft = state.withLock({ $0.drafts.removeValue(forKey: key) }) else { return }
    tell("not kept") {
      try notes.save(
        Draft(
          login: key.login, form: draft.form, patient: draft.patient, savedAt: events.clock(),
          content: draft.content))
    }
    readMarks()
  }

  private func load(_ form: String, of login: String) {
    var content: [UInt8]?
    tell("cannot be read") { content = try notes.draft(of: login, form: form)?.content }
    answer([.draft(form: form, content)])
  }

  private func discard(_ key: FormOfPerson) {
    tell("cannot be discarded") { try notes.discardDraft(of: key.login, form: key.form) }
    readMarks()
  }

  private func readMarks() {
    tell("cannot be looked for") {
      let marks = try notes.draftMarks().map {
        EntryDraftMark(
          login: $0.login, form: $0.form, patient: $0.patient, savedAt: $0.savedAt)
      }
      let isNew = state.withLock { state in
        guard state.marks != marks else { return false }
        state.marks = marks
        return true
      }
      if isNew { answer([.drafts(marks)]) }
    }
  }

  // A choice that is not kept is no harm to anybody, but whoever made it is told.
  private func keep(_ name: String, _ content: [UInt8], of login: String) {
    do {
      try notes.save(
        Preference(login: login, name: name, savedAt: events.clock(), content: content))
    } catch {
      answer([.message(Message(Catalogue.english(.notKept, "\(error)"), .warning))])
    }
  }

  private func load(preference name: String, of login: String) {
    let kept = try? notes.preference(of: login, name: name)
    answer([.preference(name, kept?.content, of: login)])
  }

  // Drafts that cannot be kept must be known: what is typed is then nowhere but on the screen.
  private func tell(_ what: String, _ work: () throws -> Void) {
    do { try work() } catch {
      answer([.message(Message("draft \(what): \(error)", .failure))])
    }
  }
}
