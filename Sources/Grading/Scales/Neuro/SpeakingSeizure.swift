import Clinical

/// A seizure that still speaks (D-25), as a scale names it.
struct SpeakingSeizure {
  let form: Seizure.Form?
  /// More than 5 minutes, or after another without return to baseline; `nil` is not known.
  let isProlonged: Bool?

  init(_ seizure: SeizureInForce, at t: Instant) {
    form = seizure.form
    let isLongNow =
      seizure.isOngoing && (t - seizure.at).microseconds > SeizureInForce.prolonged
    let isLong = seizure.length.flatMap { length -> Bool? in
      if length.lowerBound > SeizureInForce.prolonged { return true }
      return length.upperBound > SeizureInForce.prolonged ? nil : false
    }
    if isLongNow || isLong == true || seizure.isRepetition == true {
      isProlonged = true
    } else {
      isProlonged = isLong == false && seizure.isRepetition == false ? false : nil
    }
  }
}

extension ScaleColumn {
  /// A seizure of which nothing more is known.
  static let anySeizure = ScaleColumn(
    "anySeizure", .flag, "a seizure, whatever its kind", optional: true)
}

extension ScaleRecord {
  /// The worst of the seizures that still speak, in the words of a scale; as missing where one of
  /// them is not decided and could be worse, and then that there was one.
  ///
  /// - Parameters:
  ///   - grade: what a word of the scale gives.
  ///   - word: the scale's word; `nil` where the events do not decide it.
  func giveSeizure(
    into inputs: inout ScaleInputs, grade: (String) -> Int?, word: (SpeakingSeizure) -> String?
  ) {
    guard !bedside.isSilenced(.seizure), let newest = bedside.seizures.last else {
      inputs.give(ScaleInput("seizure", .word("none"), text: "none entered"))
      return
    }
    var worst: (seizure: SeizureInForce, word: String, grade: Int)?
    var undecided: SeizureInForce?
    // Of equal ones the newest.
    for seizure in bedside.seizures {
      if let word = word(SpeakingSeizure(seizure, at: at)), let grade = grade(word) {
        if worst.map({ $0.grade <= grade }) ?? true { worst = (seizure, word, grade) }
      } else {
        undecided = seizure
      }
    }
    if let worst, undecided == nil || worst.grade >= 4 {
      inputs.give(
        ScaleInput(
          "seizure", .word(worst.word), text: worst.word, at: worst.seizure.at,
          events: [worst.seizure.id] + worst.seizure.parts))
      return
    }
    let shown = undecided ?? newest
    inputs.give(
      ScaleInput(
        "anySeizure", .flag(true), text: "yes", at: shown.at, events: [shown.id] + shown.parts))
    inputs.miss("seizure", "what was entered of a seizure does not decide it")
  }
}
