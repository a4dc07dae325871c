import Clinical
import EventText
import Replay

/// The finished sessions of a training store, learner by learner, each learner's oldest first.
struct ProgressList {
  private let sessions: [FinishedSession]
  private let zone: Zone
  private let place: String

  init(_ store: TrainingStore) {
    zone = store.zone
    place = store.place
    let learners = Set(store.book.sessions.flatMap { $0.debriefs.map(\.by) }).sorted()
    sessions = learners.flatMap(store.book.finished)
  }

  func print(_ format: FormatOption.Format, _ environment: Environment) throws -> ExitStatus {
    if sessions.isEmpty { environment.messages.say("vigil: no session is finished in \(place)") }
    for session in sessions {
      switch format {
      case .json:
        try environment.output.write(jsonLine: CanonicalJSON.bytes(of: document(session)))
      case .text: try environment.output.write(Printable.line(line(session)) + "\n")
      }
    }
    return .done
  }

  private func line(_ session: FinishedSession) -> String {
    let figures = session.figures
    let grades = ScaleName.allCases.compactMap { scale in
      figures.agreement[scale].map {
        "\(scale.rawValue.uppercased()) \($0.same) of \($0.asked) as the engine"
      }
    }
    let rest = [
      "rises recognised \(figures.recognised.count) of \(figures.rises)",
      "alerts acknowledged \(figures.acknowledged) of \(figures.alerts)",
      "observations missed \(figures.missed)", "traps \(figures.traps)",
    ]
    let who = "\(session.learner)  \(Timestamp.local(session.finished, in: zone))"
    return "\(who)  \(session.scenario.name): " + (grades + rest).joined(separator: "; ")
  }

  private func document(_ session: FinishedSession) -> JSONValue {
    .object([
      JSONMember("debrief", JSONValue(session.debrief)),
      JSONMember("finished", .string(Timestamp.local(session.finished, in: zone))),
      JSONMember("hash", .string(session.scenario.hash)),
      JSONMember("learner", .string(session.learner)),
      JSONMember("scenario", .string(session.scenario.name)),
      JSONMember("session", .string(session.session)),
    ])
  }
}
