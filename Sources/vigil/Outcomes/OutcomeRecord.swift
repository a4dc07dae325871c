import Clinical
import EventText
import Grading
import Outcomes

/// What was asked of the endpoints, before a clock, a file or a site fills in the rest.
struct OutcomeRequest {
  var cutoff: Cutoff?
  var zone: Zone?
  var interval: SurvivalInterval
  var confidence: Double

  enum Cutoff {
    case moment(Instant)
    /// To the end of that day in the zone.
    case date(CalendarDate)
  }

  func question(now: Instant, zone: Zone, ward: [Event]) -> OutcomeQuestion {
    let cutoff: Instant =
      switch self.cutoff {
      case nil: now
      case .moment(let moment): moment
      case .date(let date):
        Instant(
          microseconds: zone.startOfDay(number: date.dayNumber + 1).microseconds - 1)
      }
    return OutcomeQuestion(
      cutoff: cutoff, zone: zone,
      settings: OutcomeSettings(ofWard: ward, at: cutoff, zone: zone), interval: interval,
      confidence: confidence)
  }
}

/// `--cutoff`: a date, or a moment.
enum CutoffArgument {
  static func read(_ text: String?) throws -> OutcomeRequest.Cutoff? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if text.utf8.count == 10, parts.count == 3 {
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3,
        let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
      else { throw Failure.usage("--cutoff: \"\(Printable.line(text))\" is no date that exists") }
      return .date(date)
    }
    return try TimeArgument.read(text, "--cutoff").map { .moment($0) }
  }
}

/// The subjects of a store or a file with the question that is asked of them.
struct OutcomeRecord {
  /// As messages call it.
  let name: String
  let subjects: [TrialSubject]
  let question: OutcomeQuestion
  let status: ExitStatus

  init(store place: StorePlace, _ request: OutcomeRequest, _ environment: Environment) throws {
    let kept = try KeptSubjects(log: OpenedStore.open(place, environment))
    name = place.path
    subjects = try kept.all(in: request.zone)
    question = request.question(
      now: environment.now(), zone: request.zone ?? Zone.ofRecord(kept.wardEvents),
      ward: kept.wardEvents)
    status = .done
  }

  init(file path: String, _ request: OutcomeRequest, _ environment: Environment) throws {
    let file = try WardFile(path: path, environment)
    file.tell(as: path, environment)
    name = path
    status = file.status
    let hasSite = file.wardEvents.contains { $0.kind == .site }
    let zone =
      request.zone
      ?? (hasSite
        ? Zone.ofRecord(file.wardEvents) : Zone.ofRecord(file.byPatient.values.joined()))
    guard let latest = file.latest(in: zone) else {
      throw Failure.couldNot("\(path): holds no event")
    }
    question = request.question(now: latest, zone: zone, ward: file.wardEvents)
    subjects = file.byPatient.keys.sorted().map { patient in
      TrialSubject(
        patient,
        GradedCourse(file.wardEvents + (file.byPatient[patient] ?? []), zone: zone))
    }
  }
}
