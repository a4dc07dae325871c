import Clinical
import Foundation
import TestSupport
import Testing

/// Holds a property against many random histories and against those that once broke one.
///
/// `VIGIL_PROPERTY_RUNS` says how many histories, `VIGIL_PROPERTY_SEED` with which they begin. A
/// failure is shrunk to the fewest events that still fail, and printed as events a person can read.
struct Property {
  static let runs: Int = environment("VIGIL_PROPERTY_RUNS").flatMap { Int($0) } ?? 20_000
  static let seed: UInt64 = environment("VIGIL_PROPERTY_SEED").flatMap { UInt64($0) } ?? 20_260_301

  let options: RandomHistory.Options
  /// What is wrong with this history, or `nil`. The dice are the same for every attempt at
  /// shrinking it.
  let fault: ([Event], inout Dice) -> String?

  init(
    _ options: RandomHistory.Options = RandomHistory.Options(),
    fault: @escaping ([Event], inout Dice) -> String?
  ) {
    self.options = options
    self.fault = fault
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  /// Checks a share of the runs: 1 in `share`, for what costs more than a single look.
  func hold(
    _ name: String, share: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (title, events) in PastFailures.histories {
      var dice = Dice(seed: Self.seed)
      if let what = fault(events, &dice) {
        Issue.record("\(name), again: \(title)\n\(what)", sourceLocation: sourceLocation)
        return
      }
    }
    let seeds =
      PastFailures.seeds + (0..<UInt64(max(1, Self.runs / share))).map { Self.seed &+ $0 }
    for seed in seeds {
      let events = RandomHistory.events(seed: seed, options)
      guard first(events, seed) != nil else { continue }
      let least = shrink(events, seed)
      Issue.record(
        "\(name), seed \(seed)\n\(first(least, seed) ?? "")\n\(Self.text(of: least))",
        sourceLocation: sourceLocation)
      return
    }
  }

  private func first(_ events: [Event], _ seed: UInt64) -> String? {
    var dice = Dice(seed: seed ^ 0xD1CE)
    return fault(events, &dice)
  }

  // Leaves out ever smaller stretches of events as long as the rest still fails.
  private func shrink(_ events: [Event], _ seed: UInt64) -> [Event] {
    var events = events
    var stretch = max(1, events.count / 2)
    while true {
      var shrunk = false
      var start = 0
      while start < events.count {
        var fewer = events
        fewer.removeSubrange(start..<min(start + stretch, fewer.count))
        if first(fewer, seed) != nil {
          events = fewer
          shrunk = true
        } else {
          start += stretch
        }
      }
      if !shrunk {
        if stretch == 1 { return events }
        stretch = max(1, stretch / 2)
      }
    }
  }

  /// One line an event, in hours after the infusion.
  static func text(of events: [Event]) -> String {
    events.map { event in
      func hours(_ t: Instant) -> String {
        let span = t - History.infusion
        return "\(Double(span.microseconds) / 3_600_000_000) h"
      }
      var line = "  \(event.id)  "
      switch event.at {
      case .moment(let instant, _): line += hours(instant)
      case .day(let date): line += "\(date)"
      }
      var content = String(describing: event.content)
      for noise in ["Clinical.", "Optional(", "GradingTests."] {
        content = content.replacingOccurrences(of: noise, with: "")
      }
      // Fields that were left out only stand in the way.
      content.replace(/\w+: nil(, )?/, with: "")
      line += "  " + content
      if let recorded = event.recordedAt { line += "  recorded \(hours(recorded))" }
      if let corrects = event.corrects { line += "  corrects \(corrects)" }
      if let source = event.source { line += "  source \(source)" }
      return line
    }.joined(separator: "\n")
  }
}
