import Clinical
import Grading

extension Debrief {
  // A rise is recognised by the first grade of the learner's own that is as high while it holds:
  // in an answer, or in a grade that was entered unasked.
  static func deteriorations(
    _ record: TrainingRecord, _ items: [Item]
  ) -> [Deterioration] {
    let changes = record.changes
    var found: [Deterioration] = []
    for scale in ScaleName.allCases {
      let said = sayings(of: scale, record, items)
      // A grade that is not known ends no rise and is none: the last known one goes on. Of a first
      // known one of 1 and more nobody could know before; it is a rise from nothing.
      var before = changes.first?[scale.scale].certain
      for (n, change) in changes.enumerated().dropFirst() {
        guard let level = change[scale.scale].certain else { continue }
        defer { before = level }
        guard level > 0, before.map({ level > $0 }) ?? true else { continue }
        let end = changes[(n + 1)...].first { later in
          let record = later[scale.scale]
          return (record.certain ?? record.atMost).map { $0 < level } ?? false
        }?.at
        let recognised = said.filter { saying in
          saying.grade >= level && saying.at >= change.at && end.map { saying.at < $0 } ?? true
        }.map(\.at).min()
        found.append(
          Deterioration(
            scale: scale, at: change.at, from: before, to: level, recognised: recognised))
      }
    }
    return found.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }

  private static func sayings(
    of scale: ScaleName, _ record: TrainingRecord, _ items: [Item]
  ) -> [(at: Instant, grade: Int)] {
    let answered = items.compactMap { item -> (at: Instant, grade: Int)? in
      guard case .grade(let grade) = item.answer?[scale] else { return nil }
      return (item.answer?.at ?? item.asked.at, grade)
    }
    let entered = record.entries.compactMap { event -> (at: Instant, grade: Int)? in
      guard case .adjudication(let own) = event.content, Scale(name: own.scale) == scale.scale
      else { return nil }
      return (event.recorded(in: record.scenario.zone), own.grade)
    }
    return answered + entered
  }
}
