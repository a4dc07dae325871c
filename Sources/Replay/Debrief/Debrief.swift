package import Clinical
package import Surveillance
import Grading

/// What came of a session: answers against engine and author, how sure and how soon, what was
/// missed, and what to read again.
///
/// A function of the scenario and of what the learner did, and of nothing else: the same session
/// gives the same debrief to the byte.
package struct Debrief: Sendable {
  /// A question with what was answered.
  package struct Item: Sendable {
    package let asked: AskedQuestion
    package let answer: GivenAnswer?
    /// Traps of the question that the answer fell into.
    package let traps: [ScenarioQuestion.Trap]

    /// Facts, or next steps: chosen rightly, wrongly, and not chosen though right; `nil` where the
    /// learner did not say.
    package struct Chosen: Sendable, Hashable {
      package let right: [String]
      package let wrong: [String]
      package let left: [String]

      init?(_ given: [String]?, of choices: [ScenarioQuestion.Choice]) {
        guard let given, !choices.isEmpty else { return nil }
        right = choices.filter { $0.isRight && given.contains($0.id) }.map(\.id)
        wrong = choices.filter { !$0.isRight && given.contains($0.id) }.map(\.id)
        left = choices.filter { $0.isRight && !given.contains($0.id) }.map(\.id)
      }
    }

    package let facts: Chosen?
    package let next: Chosen?

    init(_ asked: AskedQuestion, _ answer: GivenAnswer?) {
      self.asked = asked
      self.answer = answer
      traps = (asked.question?.traps ?? []).filter { answer?[$0.scale] == $0.answer }
      facts = Chosen(answer?.facts, of: asked.facts)
      next = Chosen(answer?.next, of: asked.next)
    }

    /// True where every grade that was given is the engine's; `nil` where none was given.
    package var isCorrect: Bool? {
      let given = ScaleName.allCases.compactMap { scale in
        answer?[scale].map { $0 == asked.engine(scale) }
      }
      return given.isEmpty ? nil : given.allSatisfy { $0 }
    }
  }

  /// How often a learner who was that sure was right.
  package struct Confidence: Sendable, Hashable {
    package let sure: Sureness
    package let answered: Int
    package let correct: Int
  }

  /// A rise of a grade, and how long it took the learner to say so.
  package struct Deterioration: Sendable {
    package let scale: ScaleName
    package let at: Instant
    /// `nil` where there was no grade before.
    package let from: Int?
    package let to: Int
    /// The earliest answer or grade of the learner's own that was as high; `nil` where none came
    /// while it held.
    package let recognised: Instant?
  }

  package struct Acknowledged: Sendable {
    package let alert: Alert
    /// When it came to stand on the screen.
    package let shown: Instant
    package let acknowledged: Instant?
  }

  package let record: TrainingRecord
  package let items: [Item]
  package let engine: [ScaleName: Agreement]
  package let author: [ScaleName: Agreement]
  package let confidence: [Confidence]
  package let deteriorations: [Deterioration]
  /// Alerts of the two higher priorities that came up in the session.
  package let alerts: [Acknowledged]
  package let missed: [(overdue: Instant, item: DueObservation)]
  /// What to read again, in the order of the rules' own table.
  package let rules: [RuleText]

  package init(_ record: TrainingRecord) {
    self.record = record
    let items = record.questions.map { Item($0, record.answer(to: $0)) }
    self.items = items
    engine = Self.agreements(items) { $0.asked.engine($1) }
    author = Self.agreements(items) { $0.asked.author($1) }
    confidence = Sureness.allCases.map { sure in
      let judged = items.filter { $0.answer?.sure == sure }.compactMap(\.isCorrect)
      return Confidence(
        sure: sure, answered: judged.count, correct: judged.filter { $0 }.count)
    }
    deteriorations = Self.deteriorations(record, items)
    let lived = LivedSession(record)
    alerts = lived.alerts.filter { $0.alert.priority != .listed }.map {
      Acknowledged(alert: $0.alert, shown: $0.shown, acknowledged: $0.acknowledged)
    }
    missed = lived.missed
    rules = Self.rulesToRead(items)
  }

  private static func agreements(
    _ items: [Item], _ right: (Item, ScaleName) -> GivenGrade?
  ) -> [ScaleName: Agreement] {
    var agreements: [ScaleName: Agreement] = [:]
    for scale in ScaleName.allCases {
      agreements[scale] = Agreement(
        items.compactMap { item in
          right(item, scale).map { (given: item.answer?[scale], right: $0) }
        })
    }
    return agreements
  }

  // Of a grade that was given wrongly the rules that give the right one, and of a trap its own.
  private static func rulesToRead(_ items: [Item]) -> [RuleText] {
    var ids: Set<String> = []
    for item in items {
      for scale in ScaleName.allCases {
        guard let given = item.answer?[scale], given != item.asked.engine(scale) else { continue }
        let said = item.asked.engine[scale.scale]
        ids.formUnion(said.evidence.filter { $0.grade == said.atLeast }.map(\.rule))
      }
      ids.formUnion(item.traps.map(\.rule))
    }
    let order = Rule.all.map(\.id) + AlertRule.all.map(\.id)
    return order.filter(ids.contains).compactMap(RuleText.named)
  }
}
