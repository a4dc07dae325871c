package import Clinical
package import Replay
package import Surveillance
package import Terminal

/// What happens to the console: a key, the clock, what came back of an effect.
package enum Input: Sendable {
  case terminal(TerminalInput)
  /// A click on what a place on the screen stands for; a click on what is chosen opens it.
  case click(String)
  /// The clock, once a second.
  case tick(Instant)
  /// The patients of the ward, at the start and where a whole course had to be folded anew.
  case ward([WardPatient])
  /// Patients that are not in house, asked for by `loadOutOfHouse`.
  case outOfHouse([WardPatient])
  /// Everything of one patient, asked for by `loadPatient`.
  case patient(PatientRecord)
  /// Events that came into the record, in the order in which they came.
  case events([Event])
  /// A command by its id, from a script.
  case command(String)
  /// Text into the field that has the focus, from a script.
  case text(String)
  /// Something that a person must know.
  case message(Message)
  /// The patients whose record cannot be read whole, with why: all of them that are known of.
  case unreadable([PatientID: String])
  // Alerts.
  /// What is watched of patients; `isWhole` once everybody in house is among them.
  case watched([PatientSurveillance], isWhole: Bool)
  /// What came of asking the record for news.
  case feed(FeedReading)
  /// What saving a form would do to the alerts, asked for by `foresee`.
  case foreseen(EntrySubmission, [AlertNews])
  // Entry.
  /// A form was stored.
  case appended(EntryReceipt)
  /// A form was not stored, or nobody knows.
  case appendFailed(EntryFailure)
  /// Which drafts exist, everybody's; whenever that changes.
  case drafts([EntryDraftMark])
  /// One's own draft of a form, asked for by `loadDraft`; `nil` where there is none.
  case draft(form: String, [UInt8]?)
  /// Who types.
  case user(EntryUser?)
  // People.
  /// What the check of a login and a PIN came to.
  case signIn(SignInAnswer, check: Int)
  /// The patients with something new for a person, asked for by `loadLooks`.
  case looks(Set<PatientID>, of: String)
  /// What changed since the person last looked, asked for by `loadChanges`.
  case changes([PatientChanges])
  // Replay.
  /// A moment of a replay, asked for by `replay` or `reread`.
  case replayed(ReplayedMoment)
  /// What a learner entered is in the copy, with the session as it stands then.
  case entered(EntryReceipt, Lesson)
  /// The sessions that learners have finished, asked for by `loadProgress`.
  case progress([FinishedSession])
  /// The session in which one sits, whenever anything in it is new.
  case session(TrainingSession)
  /// What came of `inject`: `nil` once it is kept, or why it was not taken.
  case injected(String?)
  // Trends.
  /// The courses of patients of the ward, asked for by `loadTrends`.
  case trends([PatientID: TrendCourse])
  /// What a person chose, asked for by `loadPreference`; `nil` where nothing is kept.
  case preference(String, [UInt8]?, of: String)
  /// The trial's endpoints, asked for by `loadTrial`.
  case trial(TrialReading)
  /// They could not be read, and why.
  case trialFailed(String)
  // The holding list.
  /// What waits; whenever that changes.
  case held([HeldGroup])
  /// What came of working something off.
  case heldDone(Message)
  // Tables.
  /// The tables that lie in the folder, asked for by `listTables`.
  case tables([String])
  /// A table as a draft reads it, asked for by `readTable` with the second; the first has what the
  /// mapping beside the file says.
  case table(TableDraft, by: TableDraft, TablePreview)
  /// What came of reading, saving or importing a table; `isStored` where the record has changed.
  case tableDone(Message, isStored: Bool)
}

/// One line of news at the bottom.
package struct Message: Sendable, Hashable {
  package enum Weight: Sendable { case notice, warning, failure }
  package var text: String
  package var weight: Weight

  package init(_ text: String, _ weight: Weight = .notice) {
    self.text = text
    self.weight = weight
  }
}

/// What the console asks of the world; each comes back as an input.
package enum Effect: Sendable, Equatable {
  case loadPatient(PatientID)
  /// A patient's end has to be folded anew, for something dated earlier arrived.
  case refold(PatientID)
  case loadOutOfHouse
  case setTheme(String)
  case setMouse(Bool)
  case redraw
  case quit
  /// One bell, for a highest alert that is new.
  case bell
  /// What a submission would do to the alerts; answered by `foreseen`.
  case foresee(EntrySubmission, by: EntryUser, at: Instant)
  // Entry.
  /// All of it is stored or none; answered by `appended` or `appendFailed`.
  case append(EntrySubmission)
  /// To be durable within a second; of several for one form the newest counts.
  case saveDraft(EntryDraft)
  case loadDraft(form: String)
  case discardDraft(form: String)
  // People.
  /// Whether a login and a PIN belong together; answered by `signIn` with the same number.
  case signIn(login: String, pin: PIN, check: Int)
  /// Whatever is asked from now on is asked by this person.
  case actAs(EntryUser)
  /// The person has opened a patient.
  case looked(PatientID)
  /// Of which of these patients there is something new; answered by `looks`.
  case loadLooks([PatientID])
  /// What changed of these patients; answered by `changes`.
  case loadChanges([PatientID])
  // Replay.
  /// The replay stands at a moment; answered by `replayed`.
  case replay(to: Instant)
  /// Another of the three times decides what is known; answered by `replayed`, with its marks.
  case reread(ReplayReading, at: Instant)
  /// What learners have finished in this training store; answered by `progress`.
  case loadProgress
  /// Live data are left for a replay of a patient.
  case openReplay(PatientID)
  /// Into the session in which one sits, at a moment of the course; nothing where there is none.
  case session(SessionNote, at: Instant)
  /// An event of the contract as a line, into all copies of the session; answered by `injected`.
  case inject(String, at: Instant)
  // Trends.
  /// The courses of these patients, for small plots; answered by `trends`.
  case loadTrends([PatientID])
  /// What the person chose is kept beside the record, outside of what is known of patients.
  case savePreference(String, [UInt8])
  /// What the person chose the last time; answered by `preference`.
  case loadPreference(String)
  /// The trial's endpoints up to now; answered by `trial`.
  case loadTrial
  /// What somebody decided about messages that wait; answered by `heldDone`.
  case workOff(HeldGroup, HeldDecision)
  // Tables.
  /// Which tables lie in the folder; answered by `tables`.
  case listTables
  /// How a table is understood; answered by `table`, or by `tableDone` where it cannot be read.
  case readTable(TableDraft)
  /// The mapping is kept beside its file; answered by `tableDone`.
  case saveMapping(TableDraft)
  /// The table is stored; answered by `tableDone`.
  case importTable(TableDraft)
}
