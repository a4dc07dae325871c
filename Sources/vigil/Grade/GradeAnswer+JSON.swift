import Clinical
import EventText
import Grading

extension GradeAnswer {
  /// The answer as contract 3 has it: keys sorted, no white space, every key always there.
  var json: [UInt8] {
    let value = JSONValue.object([
      JSONMember("asKnownAt", time(asKnownAt)),
      JSONMember("at", time(assessment.at)),
      JSONMember("crs", .object(members(assessment.crs))),
      JSONMember("day", number(assessment.day)),
      JSONMember(
        "icans",
        .object(
          members(assessment.icans) + [
            JSONMember("instrument", text(assessment.instrument?.rawValue))
          ])),
      JSONMember("patient", .string(patient.text)),
    ])
    return CanonicalJSON.bytes(of: value)
  }

  private func members(_ scale: ScaleAssessment) -> [JSONMember] {
    [
      JSONMember("adjudicated", adjudicated(scale.adjudicated)),
      JSONMember("atLeast", number(scale.atLeast)),
      JSONMember("atMost", number(scale.atMost)),
      JSONMember("episode", episode(scale.episode)),
      JSONMember("evidence", .array(scale.evidence.map(evidence))),
      JSONMember("flags", .array(scale.flags.map { .string($0) })),
      JSONMember("grade", number(scale.grade)),
      JSONMember("last", last(scale.last)),
      JSONMember("missing", .array(scale.missing.map(missing))),
      JSONMember("notEntered", .array(scale.notEntered.map { .string($0.rawValue) })),
      JSONMember("scale", .string(scale.scale.rawValue)),
      JSONMember("status", .string(scale.status.rawValue)),
      JSONMember("worst24h", number(scale.worst24h)),
      JSONMember("wouldChange", .array(scale.wouldChange.map(change))),
    ]
  }

  private func adjudicated(_ grade: AdjudicatedGrade?) -> JSONValue {
    guard let grade else { return .null }
    return .object([
      JSONMember("at", time(grade.at)), JSONMember("by", text(grade.by)),
      JSONMember("grade", .int(grade.grade)), JSONMember("reason", text(grade.reason)),
    ])
  }

  private func episode(_ episode: Episode?) -> JSONValue {
    guard let episode else { return .null }
    return .object([
      JSONMember("ended", time(episode.ended)), JSONMember("maximum", .int(episode.maximum)),
      JSONMember("number", .int(episode.number)), JSONMember("onset", time(episode.onset)),
    ])
  }

  private func evidence(_ evidence: Evidence) -> JSONValue {
    .object([
      JSONMember("ageMinutes", .int(evidence.ageMinutes)),
      JSONMember("choice", text(evidence.choice)),
      JSONMember("domain", .string(evidence.domain.rawValue)),
      JSONMember("events", .array(evidence.events.map { .string($0.description) })),
      JSONMember("grade", .int(evidence.grade)),
      JSONMember("rule", .string(evidence.rule)),
      JSONMember("text", .string(evidence.text)),
    ])
  }

  private func last(_ last: GradeAtTime?) -> JSONValue {
    guard let last else { return .null }
    return .object([JSONMember("at", time(last.at)), JSONMember("grade", .int(last.grade))])
  }

  private func missing(_ missing: MissingDomain) -> JSONValue {
    .object([
      JSONMember("domain", .string(missing.domain.rawValue)),
      JSONMember("since", time(missing.since)),
      JSONMember("why", .string(missing.why.rawValue)),
    ])
  }

  private func change(_ change: PossibleChange) -> JSONValue {
    .object([JSONMember("grade", .int(change.grade)), JSONMember("text", .string(change.text))])
  }

  private func time(_ instant: Instant?) -> JSONValue {
    instant.map { .string(Timestamp.local($0, in: zone)) } ?? .null
  }

  private func number(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
