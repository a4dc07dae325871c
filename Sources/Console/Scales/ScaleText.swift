import Clinical
import Grading
import Terminal

/// How a result of another scale is written: a number only where nothing is missing.
struct ScaleText {
  let words: Catalogue
  /// The moment that is looked at.
  let moment: Instant

  /// `2`, `2-4` where it is open, a score, `--`.
  func short(_ result: ScaleResult) -> FittedText {
    if result.notApplicable != nil { return FittedText(words(.noNumber), .dim) }
    if let grade = result.grade { return FittedText(StyledText("\(grade)", .grade(grade))) }
    if let bounds = result.bounds {
      let role: Terminal.Role = bounds.lowerBound > 0 ? .grade(bounds.lowerBound) : .gradeUnknown
      return FittedText(StyledText("\(bounds.lowerBound)-\(bounds.upperBound)", role))
    }
    if let score = result.score { return FittedText("\(score)", .strong) }
    return FittedText(words(.noNumber), .gradeUnknown)
  }

  /// What it means, or what is missing.
  func meaning(_ result: ScaleResult) -> FittedText {
    if let reason = result.notApplicable { return FittedText(reason, .dim) }
    let verdict = result.verdict.map { StyledText($0) }
    let names = result.missing.map { InputLabel.of($0.name) }.joined(separator: ", ")
    let missing = names.isEmpty ? nil : StyledText("\(words(.missing)): \(names)", .missing)
    return FittedText(.joined([verdict, missing].compactMap { $0 }, separator: "; "))
  }

  /// Everything about one result, in paragraphs.
  ///
  /// - Parameter isSpacious: each input in a line of its own.
  func paragraphs(_ result: ScaleResult, isSpacious: Bool) -> [StyledText] {
    var texts = [heading(result)]
    func line(_ word: ScaleWord, _ text: StyledText) {
      texts.append(StyledText(words(word) + "  ", .label) + text)
    }
    func list(_ word: ScaleWord, _ items: [String]) {
      guard isSpacious else { return line(word, StyledText(items.joined(separator: "; "))) }
      texts.append(StyledText(words(word), .label))
      texts += items.map { StyledText("  " + $0) }
    }
    if !result.missing.isEmpty {
      let all = result.missing.map { "\(InputLabel.of($0.name)): \($0.why)" }
      line(.missing, StyledText(all.joined(separator: "; "), .missing))
    } else if result.notApplicable == nil {
      line(.missing, StyledText(words(.nothingMissing), .dim))
    }
    if !result.parts.isEmpty {
      let all = result.parts.map { "\(InputLabel.of($0.name)) \($0.gives)" }
      line(.gives, StyledText(all.joined(separator: "; ")))
    }
    if !result.inputs.isEmpty { list(.inputs, result.inputs.map(input)) }
    if let remark = result.scale.remark { line(.remark, StyledText(remark)) }
    line(.source, StyledText(result.scale.source, .dim))
    if result.scale.fromMemory { texts.append(StyledText(words(.fromMemory), .warning)) }
    return texts
  }

  private func heading(_ result: ScaleResult) -> StyledText {
    var parts: [String] = []
    if let reason = result.notApplicable { parts.append(words(.doesNotApply, reason)) }
    if let score = result.score { parts.append(words(.score, "\(score)")) }
    if let grade = result.grade {
      parts.append(words(.grade, "\(grade)"))
    } else if let bounds = result.bounds {
      parts.append(words(.noGrade, "\(bounds.lowerBound)", "\(bounds.upperBound)"))
    }
    if let verdict = result.verdict { parts.append(verdict) }
    if parts.isEmpty { parts.append(words(.noScore)) }
    return StyledText(parts.joined(separator: ", "), .strong)
  }

  private func input(_ input: ScaleInput) -> String {
    let value = [
      InputLabel.of(input.name), InputLabel.text(input), InputLabel.unit(input) ?? "",
    ]
    let age = input.at.map { words.age(moment - $0) }
    let unsigned = input.awaitsCosignature ? words(.notCosigned) : nil
    let beside = [age, unsigned].compactMap { $0 }
    let text = value.filter { !$0.isEmpty }.joined(separator: " ")
    return beside.isEmpty ? text : "\(text) (\(beside.joined(separator: ", ")))"
  }
}
