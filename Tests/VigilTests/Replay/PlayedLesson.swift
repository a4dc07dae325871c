import Foundation
import Testing

/// A training session on the screen, played by keys.
struct PlayedLesson {
  let desk: Desk
  var scenario = "masked-fever"
  var options = ["--learner", "li"]
  var size = "80x24"

  /// Plays steps and gives what each `save` of them showed, `style` and `plain` likewise.
  func shown(_ steps: [String]) throws -> [String] {
    var lines: [String] = []
    var saved: [String] = []
    for step in steps {
      guard ["save", "style", "plain"].contains(step) else {
        lines.append(step)
        continue
      }
      saved.append(desk.path("lesson-\(UUID().uuidString.prefix(8)).txt"))
      lines.append((step == "save" ? ":save-display " : ":save-\(step) ") + (saved.last ?? ""))
    }
    let script = try desk.file("keys-\(UUID().uuidString.prefix(6))", Lines.file(lines))
    let run = try desk.vigil(
      ["replay", scenario, "--train", "--keys", script, "--size", size] + options)
    #expect(run.status == 0, "\(run.messages)")
    return try saved.map(desk.text)
  }

  /// What a learner does on the screen to go through `masked-fever` as the script of that name.
  static let right: [String] =
    ["train.goOn", "replay.slower", "replay.slower", "replay.nextGrade", ":type 20hab"]
    + [":key Enter", ":type a", ":key Enter", ":type y", "train.goOn"]
    + minutes(2) + ["alerts.acknowledge", ":type ybolus ordered", "entry.save"]
    + toQuestion(2) + [":type 10ma", ":key Enter", ":type y", "train.goOn"]
    + toQuestion(1) + [":type 10hab", ":key Enter", ":type y", "train.goOn"]
    + toQuestion(1) + [":type 20hc", ":key Enter", ":type b", ":key Enter", ":type y"]
    + ["train.goOn"] + minutes(2)
    + ["alerts.acknowledge", ":type y", "entry.save"]
    + ["alerts.acknowledge", "entry.save"]
    + toQuestion(1) + [":type 20hac", ":key Enter", ":type a", ":key Enter", ":type y"]
    + ["train.goOn"] + minutes(3) + ["alerts.acknowledge", "entry.save"]
    + toQuestion(1) + [":type 30hy", "train.goOn"] + minutes(4)
    + ["alerts.acknowledge", ":type y", "entry.save"]
    + ["alerts.part", "move.first", "move.down", "alerts.acknowledge", "entry.save"]
    + ["replay.nextGrade"]

  static let wrong: [String] =
    ["train.goOn", "replay.slower", "replay.slower", "replay.nextGrade", ":type 10had"]
    + [":key Enter", ":type b", ":key Enter", ":type y", "train.goOn"]
    + minutes(100)
    + ["alerts.part", "move.down", "move.down", "alerts.acknowledge", "entry.save"]
    + toQuestion(1) + [":type 0nld", ":key Enter", ":type y", "train.goOn"]
    + toQuestion(1) + [":type 00hc", ":key Enter", ":type y", "train.goOn"]
    + toQuestion(1) + [":key Esc"]
    + toQuestion(1) + [":type 00hb", ":key Enter", ":type b", ":key Enter", ":type y"]
    + ["train.goOn"] + minutes(90) + ["train.question", ":type 20ma", ":key Enter"]
    + [":type c", ":key Enter", ":type y", "train.goOn"]
    + toQuestion(1) + [":type 21my", "train.goOn", "replay.nextGrade"]

  // Leaves every question open, or gives it up; the last change of grade is the last question.
  static let silent: [String] =
    ["train.goOn"]
    + (0..<8).flatMap { n in
      ["replay.nextGrade", n % 2 == 0 ? ":key Esc" : "redraw"]
    } + ["replay.nextGrade", ":key Esc", "replay.nextDay", ":key Esc", "replay.nextGrade"]

  private static func minutes(_ count: Int) -> [String] {
    ["replay.play", ":wait \(count)", "replay.play"]
  }

  /// Over so many marks of changed grades, the last of which asks.
  private static func toQuestion(_ count: Int) -> [String] {
    Array(repeating: "replay.nextGrade", count: count)
  }
}
