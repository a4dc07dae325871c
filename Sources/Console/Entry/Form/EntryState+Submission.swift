import Clinical
import Grading
import Terminal

extension EntryState {
  /// What would be stored now.
  package var submission: EntrySubmission { submission(of: reading) }

  func submission(of reading: FormReading) -> EntrySubmission {
    let contents = kind.form.contents(reading)
    let reason = reading["reason"].text ?? reading["why"].text
    let at = eventTime
    var items: [EntrySubmission.Item] = []
    if kind == .retract {
      items = originals.map {
        EntrySubmission.Item(
          at: .moment(context.now, utcOffset: context.zone.offset(at: context.now)),
          content: .retraction(Retraction(retracts: $0.id)), reason: reason)
      }
    } else if originals.isEmpty {
      items = contents.map { item($0, at: at, reason: reason) }
    } else {
      items = corrections(to: contents, at: at, reason: reason)
    }
    return EntrySubmission(
      form: name, kind: kind, patient: patient(reading), items: items,
      set: originals.first?.set)
  }

  /// What saving it as it stands asks of a person's role: a setting of the whole ward is the
  /// administrator's.
  package var act: EntryAct {
    kind == .setting && texts["whole"]?.text == "y" ? .administer : kind.act
  }

  // Whom it is of: a new patient's id is typed.
  private func patient(_ reading: FormReading) -> PatientID? {
    guard kind == .admission else { return context.patient }
    return reading["subject"].text.flatMap(PatientID.init)
  }

  private func item(_ content: Content, at: EventTime, reason: String?) -> EntrySubmission.Item {
    EntrySubmission.Item(
      at: at, content: content, reason: reason,
      isOfPatient: !content.kind.isWardWide
        || content.kind == .setting && texts["whole"]?.text != "y")
  }

  // Each event is corrected by the content of its kind, what is no longer said is taken back, and
  // what was not said before is new in the same set. What stays the same is left alone.
  private func corrections(
    to contents: [Content], at: EventTime, reason: String?
  ) -> [EntrySubmission.Item] {
    var rest = contents
    var items: [EntrySubmission.Item] = []
    for original in originals {
      if let index = rest.firstIndex(where: { $0.kind == original.kind }) {
        let content = rest.remove(at: index)
        // The same again under a name that needs no co-signature is the co-signature.
        let signs = original.awaitsCosignature && context.user.role != .trainee
        guard signs || content != original.content || at != original.at else { continue }
        items.append(
          EntrySubmission.Item(
            at: at, content: content, corrects: original.id, reason: reason,
            isOfPatient: original.patient != nil))
      } else {
        items.append(
          EntrySubmission.Item(
            at: .moment(context.now, utcOffset: context.zone.offset(at: context.now)),
            content: .retraction(Retraction(retracts: original.id)), reason: reason))
      }
    }
    return items + rest.map { item($0, at: at, reason: reason) }
  }

  /// What the set as it stands will do; `nil` where nothing would be stored or it moves no grade's
  /// input.
  package var consequence: Consequence? { consequence(of: reading) }

  func consequence(of reading: FormReading) -> Consequence? {
    let submission = submission(of: reading)
    guard !submission.items.isEmpty else { return nil }
    return Consequence(submission, in: context)
  }

  /// The fields whose values must be typed again and were not yet.
  func suspicions(_ reading: FormReading) -> [Suspicion] {
    let moment = max(context.now, context.at)
    let submission = submission(of: reading)
    var course = context.record.course
    var grave: [Suspicion] = []
    if !context.hidesGrades {
      let before = Suspicion.Graded(course, at: moment)
      for event in submission.events(by: context.user, now: context.now) { course.insert(event) }
      grave = Suspicion.grave(
        reading, before: before, after: Suspicion.Graded(course, at: moment))
    }
    var seen: Set<String> = []
    return (Suspicion.improbable(reading) + grave).filter { suspicion in
      confirmed[suspicion.field] != reading[suspicion.field]
        && seen.insert(suspicion.field).inserted
    }
  }
}
