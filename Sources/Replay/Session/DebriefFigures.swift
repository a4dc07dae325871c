package import Clinical
import EventText
import Grading

/// The figures of a debrief, read from its document as it was kept: of a session that is over there
/// is nothing else.
package struct DebriefFigures: Sendable, Hashable {
  /// Of one scale, against the engine.
  package struct Agreement: Sendable, Hashable {
    package let asked: Int
    package let answered: Int
    package let same: Int
    /// Per cent of the answers; `nil` without any, and so on.
    package let percent: DecimalNumber?
    package let kappa: DecimalNumber?
    package let lower: DecimalNumber?
    package let upper: DecimalNumber?
  }

  /// How often a learner who was that sure was right.
  package struct Confidence: Sendable, Hashable {
    package let sure: Sureness
    package let answered: Int
    package let correct: Int
  }

  package let agreement: [ScaleName: Agreement]
  package let confidence: [Confidence]
  /// Rises of a grade, and the minutes until each that was recognised was.
  package let rises: Int
  package let recognised: [Int]
  package let alerts: Int
  package let acknowledged: Int
  package let missed: Int
  package let traps: Int
  /// Ids of rules to read again.
  package let rules: [String]

  /// - Parameter document: what `Debrief.document` gives; `nil` for anything else.
  package init?(_ document: SettingValue) {
    var agreement: [ScaleName: Agreement] = [:]
    guard let engine = document["agreement"]?["engine"],
      let confidence = document["confidence"]?.list,
      let rises = document["deteriorations"]?.list, let alerts = document["alerts"]?.list,
      let missed = document["observationsMissed"]?.list, let traps = document["traps"]?.list,
      let rules = document["rules"]?.list
    else { return nil }
    for scale in ScaleName.allCases {
      guard let side = engine[scale.rawValue], let asked = side["asked"]?.whole,
        let answered = side["answered"]?.whole, let same = side["same"]?.whole
      else { return nil }
      agreement[scale] = Agreement(
        asked: asked, answered: answered, same: same, percent: side["percent"]?.number,
        kappa: side["kappa"]?.number, lower: side["lower"]?.number, upper: side["upper"]?.number)
    }
    self.agreement = agreement
    self.confidence = confidence.compactMap { entry in
      guard let sure = entry["sure"]?.text.flatMap(Sureness.init),
        let answered = entry["answered"]?.whole, let correct = entry["correct"]?.whole
      else { return nil }
      return Confidence(sure: sure, answered: answered, correct: correct)
    }
    self.rises = rises.count
    recognised = rises.compactMap { $0["minutes"]?.whole }
    self.alerts = alerts.count
    acknowledged = alerts.count { $0["acknowledged"]?.text != nil }
    self.missed = missed.count
    self.traps = traps.count
    self.rules = rules.compactMap { $0["id"]?.text }
  }

  /// Of a debrief that stands before the learner.
  package init?(_ debrief: Debrief) {
    guard let document = try? SettingValue(debrief.document, "debrief") else { return nil }
    self.init(document)
  }
}

extension SettingValue {
  fileprivate subscript(name: String) -> SettingValue? {
    if case .fields(let fields) = self { fields[name] } else { nil }
  }

  fileprivate var list: [SettingValue]? { if case .list(let list) = self { list } else { nil } }

  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }

  fileprivate var number: DecimalNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  fileprivate var whole: Int? { number?.whole }
}
