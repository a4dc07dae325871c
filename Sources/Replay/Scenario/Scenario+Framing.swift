import Clinical
import EventText

extension Scenario {
  /// What is wrong with how the parts of a scenario hang together.
  var framingFaults: [Refusal] {
    guard head.starts < head.ends else {
      return [fault("ends", "the session ends before it begins", "write a later time")]
    }
    return infusionFaults + questionFaults + headFaults + eventFaults
  }

  func fault(_ field: String, _ problem: String, _ remedy: String? = nil, line: Int? = nil)
    -> Refusal
  {
    Refusal(line: line ?? headLine, field: field, problem: problem, remedy: remedy)
  }

  func isInSession(_ t: Instant) -> Bool { head.starts <= t && t <= head.ends }

  private var infusionFaults: [Refusal] {
    let begins = events.contains {
      $0.event.kind == .infusion && $0.event.at.start(in: zone) <= head.starts
    }
    return begins
      ? [] : [fault("starts", "nothing is graded then: no infusion came before", "write one")]
  }

  private var questionFaults: [Refusal] {
    var faults: [Refusal] = []
    var seen: Set<String> = []
    for (question, line) in zip(questions, questionLines) {
      if !seen.insert(question.id).inserted {
        faults.append(fault("id", "another question has it", "write another", line: line))
      }
      if !isInSession(question.at) {
        faults.append(fault("at", "it lies outside the session", "write a time in it", line: line))
      }
      for (n, trap) in question.traps.enumerated() {
        let right = head.expected(trap.scale, at: question.at)
        guard let right, GivenGrade(right.grade) == trap.answer else { continue }
        faults.append(
          fault(
            "traps[\(n)].answer", "it is what is expected at that time, and no trap",
            "write another", line: line))
      }
    }
    return faults
  }

  private var headFaults: [Refusal] {
    var faults: [Refusal] = []
    for (n, prompt) in head.prompts.enumerated() where !isInSession(prompt.at) {
      faults.append(fault("prompts[\(n)].at", "it lies outside the session"))
    }
    for scale in ScaleName.allCases {
      let own = head.expected.enumerated().filter { $0.element.scale == scale }
      guard let first = own.first else {
        faults.append(
          fault("expected", "nothing is expected of \(scale.rawValue)", "derive its grades"))
        continue
      }
      if first.element.at != head.starts {
        faults.append(
          fault(
            "expected", "the first grade of \(scale.rawValue) is not that of the beginning",
            "say what is in force at `starts`"))
      }
      for (n, expected) in own where !isInSession(expected.at) {
        faults.append(fault("expected[\(n)].at", "it lies outside the session"))
      }
      for (one, other) in zip(own, own.dropFirst()) where one.element.at == other.element.at {
        faults.append(fault("expected[\(other.offset)].at", "it stands there twice"))
      }
    }
    return faults
  }

  // What comes after the end is never seen.
  private var eventFaults: [Refusal] {
    events.filter { $0.event.recorded(in: zone) > head.ends }.map {
      Refusal(
        line: $0.lineNumber, field: "at", problem: "it comes after the end of the session",
        remedy: "leave the line out, or move `ends`")
    }
  }
}
