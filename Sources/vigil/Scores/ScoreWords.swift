import Clinical
import EventText
import Grading
import Reports

/// Every word of the text form of other scales; the layout holds none.
enum ScoreWords {
  static let advice = "Advice beside ASTCT, never the grade of the record. Not a medical device."
  static let inputs = "inputs"
  static let missing = "missing"
  static let source = "source"
  static let parts = "gives"
  static let remark = "remark"

  static func source(_ scale: OtherScale) -> String {
    scale.fromMemory ? "\(scale.source); \(Rule.fromMemoryRemark)" : scale.source
  }

  /// The result in a few words: never a number for what is not known.
  static func result(_ result: ScaleResult) -> String {
    if let reason = result.notApplicable { return "does not apply: \(reason)" }
    var words: [String] = []
    if let score = result.score { words.append("score \(score)") }
    if let grade = result.grade {
      words.append("grade \(grade)")
    } else if let bounds = result.bounds {
      words.append("no grade: at least \(bounds.lowerBound), at most \(bounds.upperBound)")
    }
    if let verdict = result.verdict { words.append(verdict) }
    return words.isEmpty ? "no score: something is missing" : words.joined(separator: ", ")
  }

  /// An input with its unit and age.
  static func input(_ input: ScaleInput, at t: Instant?) -> String {
    let unit = InputLabel.unit(input).map { " \($0)" } ?? ""
    let age = t.flatMap { now in
      input.at.map { ", " + GradeWords.age(minutes: Int((now - $0).wholeMinutes)) }
    }
    let unsigned = input.awaitsCosignature ? ", not co-signed" : ""
    return "\(InputLabel.of(input.name)) \(InputLabel.text(input))\(unit)\(age ?? "")\(unsigned)"
  }

  static func missing(_ missing: MissingInput) -> String {
    "\(InputLabel.of(missing.name)): \(missing.why)"
  }
}
