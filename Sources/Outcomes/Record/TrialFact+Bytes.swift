import Clinical
import Grading

// One byte says what follows; the numbers are part of the kept bytes, whose version says which.
extension TrialFact {
  private enum Tag: UInt64 {
    case infusion, response, status, stay, transplant, newTherapy, adverseEvent, treatment, sample
    case adjudication
  }

  func write(into writer: inout ByteWriter) {
    writer.write(id)
    writer.write(at.microseconds)
    writer.write(day)
    func tag(_ tag: Tag) { writer.write(unsigned: tag.rawValue) }
    switch content {
    case .infusion: tag(.infusion)
    case .response(let grade, let mrd):
      tag(.response)
      writer.write(grade.rawValue)
      writer.write(mrd)
    case .status(let state, let cause):
      tag(.status)
      writer.write(state.rawValue)
      writer.write(cause?.rawValue)
    case .stay(let action, let level):
      tag(.stay)
      writer.write(action.rawValue)
      writer.write(level?.rawValue)
    case .transplant: tag(.transplant)
    case .newTherapy(let therapy):
      tag(.newTherapy)
      writer.write(therapy)
    case .adverseEvent(let reported):
      tag(.adverseEvent)
      writer.write(reported.term)
      writer.write(reported.grade)
      writer.write(reported.start)
    case .treatment(let treatment):
      tag(.treatment)
      writer.write(unsigned: UInt64(treatment.rawValue))
    case .sample(let measurements):
      tag(.sample)
      writer.write(unsigned: UInt64(measurements.count))
      for entry in measurements {
        let place = Self.variables.firstIndex(of: entry.variable) ?? Self.variables.count
        writer.write(unsigned: UInt64(place) << 2 | (entry.isBelow ? 1 : entry.isAbove ? 2 : 0))
        writer.write(entry.value)
      }
    case .adjudication(let scale, let grade, let computed):
      tag(.adjudication)
      writer.write(scale.rawValue)
      writer.write(unsigned: UInt64(max(0, grade)))
      writer.write(computed)
    }
  }

  init?(_ reader: inout ByteReader) {
    guard let id = reader.id(), let at = reader.integer(), let day = reader.integer(),
      let tag = reader.unsigned().flatMap(Tag.init), let content = Self.content(tag, &reader)
    else { return nil }
    self.init(id: id, at: Instant(microseconds: at), day: day, content: content)
  }

  private static func content(_ tag: Tag, _ reader: inout ByteReader) -> Content? {
    switch tag {
    case .infusion: return .infusion
    case .transplant: return .transplant
    case .newTherapy: return reader.text().map { .newTherapy($0) }
    case .response:
      guard let grade = reader.text().flatMap(Response.Grade.init), let mrd = reader.optionalText()
      else { return nil }
      return .response(grade, mrd: mrd)
    case .status:
      guard let state = reader.text().flatMap(Status.State.init), let cause = reader.optionalText()
      else { return nil }
      return .status(state, cause.flatMap(Status.PrincipalCause.init))
    case .stay:
      guard let action = reader.text().flatMap(Stay.Action.init), let level = reader.optionalText()
      else { return nil }
      return .stay(action, level.flatMap(Stay.Level.init))
    case .adverseEvent:
      guard let term = reader.text(), let grade = reader.optionalInt(), let start = reader.integer()
      else { return nil }
      return .adverseEvent(Reported(term: term, grade: grade, start: start))
    case .treatment:
      return reader.unsigned().flatMap { UInt8(exactly: $0) }.flatMap(Treatment.init)
        .map { .treatment($0) }
    case .sample: return sample(&reader)
    case .adjudication:
      guard let scale = reader.text().flatMap(Scale.init(rawValue:)), let grade = reader.unsigned(),
        grade <= 5, let computed = reader.optionalInt()
      else { return nil }
      return .adjudication(scale, grade: Int(grade), computed: computed)
    }
  }

  private static func sample(_ reader: inout ByteReader) -> Content? {
    guard let count = reader.count() else { return nil }
    var measurements: [Measurement] = []
    measurements.reserveCapacity(count)
    for _ in 0..<count {
      guard let head = reader.unsigned(), let value = reader.double(),
        let place = Int(exactly: head >> 2), variables.indices.contains(place)
      else { return nil }
      measurements.append(
        Measurement(
          variable: variables[place], value: value, isBelow: head & 1 != 0, isAbove: head & 2 != 0))
    }
    return .sample(measurements)
  }
}
