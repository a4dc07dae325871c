import Clinical
import Console
import EventText
import Replay

extension ConsoleRun {
  /// Carries out what the console asks for; the answer, where it is there at once.
  mutating func perform(_ effect: Effect) throws -> Input? {
    switch effect {
    case .loadPatient(let id): return .patient(try source.record(of: id, at: state.now))
    case .refold(let id): return .ward([try source.patient(id, at: state.now)])
    case .loadOutOfHouse: return .outOfHouse(try source.outOfHouse(at: state.now))
    case .loadTrial:
      // A replay is of one patient, and nothing is fetched beside it.
      if source is ReplaySource {
        return .trial(TrialReading(try source.trial(at: state.now)))
      }
      trial.read(source, at: state.now)
    case .setTheme: return nil
    case .setMouse(let on): mouse = on
    case .redraw: redraws = true
    case .bell:
      bells += 1
      if !replays.isEmpty { replays[0].state.replay?.hasWardRung = true }
    case .foresee(let submission, let user, let now):
      watch.foresee(submission, by: user, at: now)
    case .quit: hasEnded = true
    case .loadTrends(let ids):
      // Nothing is watched beside a replay: its moments hold all there is.
      if let courses = source.trends(replayedTo: state.now) { return .trends(courses) }
      watch.trends(of: ids, at: state.now)
    case .replay(let moment):
      return source.replayed(to: moment).map(Input.replayed)
    case .reread(let reading, let moment):
      return source.reread(reading, at: moment).map(Input.replayed)
    case .loadProgress: return .progress(desk?.progress ?? [])
    case .session(let note, let moment):
      desk?.begin(note, at: moment)
      if waits { followSession(settling: true) }
    case .inject(let line, let moment):
      guard let refusal = desk?.inject(line, at: moment) else {
        if waits { followSession(settling: true) }
        return nil
      }
      return .injected(refusal)
    case .openReplay(let patient):
      if var replay = try replayOf?(patient, state) {
        try replay.load()
        replays = [replay]
        redraws = true
      }
    case .append(let submission) where state.isInLesson: return enter(submission)
    case .append, .savePreference, .loadPreference, .saveDraft, .loadDraft, .discardDraft, .signIn,
      .actAs, .looked, .loadLooks,
      .loadChanges, .workOff, .listTables, .readTable, .saveMapping, .importTable:
      _ = keeper.begin(effect)
    }
    return nil
  }

  // What a learner enters goes into the copy, and nowhere else.
  private mutating func enter(_ submission: EntrySubmission) -> Input {
    func refused(_ text: String) -> Input {
      .appendFailed(EntryFailure(form: submission.form, outcome: .refused(text)))
    }
    guard var lesson = state.replay?.training?.lesson else { return refused("no session goes") }
    let moment = lesson.entryMoment(at: state.now)
    do throws(Refusal) {
      var events = try keeper.made(of: submission)
      for place in events.indices { events[place].recordedAt = moment }
      let count = lesson.entries.count
      try lesson.enter(events)
      source.add(Array(lesson.entries[count...]), at: moment)
    } catch {
      return refused("\(error)")
    }
    return .entered(
      EntryReceipt(
        form: submission.form, patient: submission.patient, kind: submission.kind,
        ids: lesson.entries.suffix(submission.items.count).map(\.id), storedAt: moment,
        login: lesson.learner.name), lesson)
  }

  /// Takes in what others have done in the session, and what of one's own was not kept.
  mutating func followSession(settling: Bool = false) {
    guard let desk else { return }
    if settling { desk.settle() }
    do {
      for answer in desk.answers() { carry(answer) }
      guard let session = try desk.news() else { return }
      source.add(session.entries.map(\.what), at: state.now)
      carry(.session(session))
    } catch {
      fail(error)
    }
  }

  /// Leaves the session, if there is one, durably.
  func leaveSession() { desk?.leave(at: state.replay?.clock.position) }

  /// Puts the keys that waited for the draft of their form into it: the line may be lost before the
  /// draft has come.
  mutating func keepWhatWaited() {
    guard state.entry.open?.held?.isEmpty == false else { return }
    keeper.settleAll()
    for answer in keeper.answers() {
      for effect in state.update(answer) {
        if case .saveDraft = effect { _ = keeper.begin(effect) }
      }
    }
  }
}
