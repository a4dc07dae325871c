package import Clinical
package import Grading

/// Everything of one patient, as exports need it: what counts, in order, graded.
package struct ExportedPatient: Sendable {
  package let id: PatientID
  package let course: GradedCourse
  package let summary: PatientSummary
  /// What counts, the patient's own, in order.
  package let facts: [Fact]
  /// What was retracted, as it stood last.
  package let retracted: [Event]
  /// Local day number of the first infusion; `nil` before any.
  package let dayZero: Int64?

  /// - Parameters:
  ///   - events: the patient's and the ward's, all that are known.
  ///   - zone: in which days are counted.
  package init(_ id: PatientID, events: [Event], zone: Zone) {
    self.id = id
    course = GradedCourse(events, zone: zone)
    facts = course.facts.filter { $0.event.patient == id && $0.event.kind != .retraction }
    summary = PatientSummary(facts)
    dayZero = summary.infusions.first.map { zone.dayNumber(of: $0) }
    var counted: Set<EventID> = []
    for fact in facts {
      counted.insert(fact.event.id)
      counted.formUnion(fact.otherNames)
    }
    let gone = events.filter {
      $0.patient == id && $0.kind != .retraction && !counted.contains($0.id)
    }
    // Of a chain of versions the last one, which the others were corrected to.
    let superseded = Set(gone.compactMap(\.corrects))
    retracted = gone.filter { !superseded.contains($0.id) }
  }

  package var zone: Zone { course.zone }

  /// Days since the infusion of the local day of a time; `nil` before any infusion.
  package func day(of time: EventTime) -> Int? {
    dayZero.map { Int(time.localDate(in: zone).dayNumber - $0) }
  }
}

/// How much of who a patient is goes out.
package enum Disclosure: Sendable {
  case whole
  /// Names, numbers and free texts out, dates as days of the study.
  case deidentified

  package var isWhole: Bool { self == .whole }

  /// What is left of an event: nothing that a person typed freely, nobody's login, no id that tells a
  /// time.
  package func event(_ event: Event) -> Event? {
    guard self == .deidentified else { return event }
    var event = event
    event.by = nil
    event.role = nil
    event.source = nil
    event.recordedAt = nil
    event.set = nil
    event.corrects = nil
    event.reason = nil
    switch event.content {
    case .patient(var details):
      details.name = nil
      details.hospitalNumber = nil
      details.birthDate = nil
      event.content = .patient(details)
    case .stay(var stay):
      stay.unit = nil
      stay.bed = nil
      event.content = .stay(stay)
    case .ice(var ice):
      ice.writingSample = nil
      event.content = .ice(ice)
    case .attribution(var attribution):
      attribution.note = nil
      event.content = .attribution(attribution)
    case .lab(var lab):
      lab.laboratory = nil
      event.content = .lab(lab)
    // Acknowledgements name alerts by their time, and tell nothing of the patient.
    case .note, .acknowledgement, .site, .user, .setting, .retraction, .training:
      return nil
    default: break
    }
    return event
  }
}
