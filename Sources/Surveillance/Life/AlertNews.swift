package import Clinical

/// What changed of a patient's alerts between two looks, for a watcher.
package struct AlertNews: Sendable {
  package let change: AlertChange
  /// When it came to be so, which may be long before it was noticed.
  package let at: Instant
  package let alert: Alert

  /// Everything that happened from one look to the next, oldest first.
  ///
  /// Late entries may move an interval: the alert of a rule whose interval overlaps is the same alert,
  /// and is not raised twice. One that a correction took away has ended.
  package static func between(
    _ old: PatientSurveillance?, _ new: PatientSurveillance
  ) -> [AlertNews] {
    var news: [AlertNews] = []
    var left = old?.alerts ?? []
    var unmatched: [Alert] = []
    for alert in new.alerts {
      if let index = left.firstIndex(where: { $0.id == alert.id }) {
        news += changes(from: left.remove(at: index), to: alert)
      } else {
        unmatched.append(alert)
      }
    }
    for alert in unmatched.sorted(by: { $0.raised < $1.raised }) {
      if let old, let index = left.firstIndex(where: { hasMoved($0, old.at, alert, new.at) }) {
        news += changes(from: left.remove(at: index), to: alert)
      } else if old == nil {
        news += standing(alert)
      } else {
        // What came and went between two looks is told whole.
        news += alert.changes.map { AlertNews(change: $0.change, at: $0.at, alert: alert) }
      }
    }
    for gone in left where gone.status != .ended {
      news.append(AlertNews(change: .ended, at: new.at, alert: gone))
    }
    return news.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  // At the first look only what asks for somebody is told: whoever was told before a restart can
  // know it again by its id and time, and what was raised meanwhile is not lost.
  private static func standing(_ alert: Alert) -> [AlertNews] {
    guard alert.status == .active else { return [] }
    if let escalated = alert.escalated {
      return [AlertNews(change: .escalated, at: escalated, alert: alert)]
    }
    if let again = alert.reRaised {
      return [AlertNews(change: .reRaised, at: again, alert: alert)]
    }
    return [AlertNews(change: .raised, at: alert.raised, alert: alert)]
  }

  // The alert of a rule whose interval, as far as it was known, overlaps another's.
  private static func hasMoved(_ a: Alert, _ seen: Instant, _ b: Alert, _ now: Instant) -> Bool {
    a.rule.id == b.rule.id && a.raised < b.ended ?? now && b.raised < a.ended ?? seen
  }

  // What the newer of two looks at one alert tells that the older did not.
  private static func changes(from old: Alert, to new: Alert) -> [AlertNews] {
    var known: [AlertChange: Int] = [:]
    for entry in old.changes { known[entry.change, default: 0] += 1 }
    var news: [AlertNews] = []
    for entry in new.changes where entry.change != .raised {
      if known[entry.change, default: 0] > 0 {
        known[entry.change, default: 0] -= 1
      } else {
        news.append(AlertNews(change: entry.change, at: entry.at, alert: new))
      }
    }
    // An end that a late entry has undone: it stands again.
    if old.status == .ended, new.status != .ended {
      news.append(AlertNews(change: .reRaised, at: new.reRaised ?? new.raised, alert: new))
    }
    return news
  }
}

/// What became due or overdue between two looks.
package struct DueNews: Sendable {
  package let level: DueLevel
  package let at: Instant
  package let due: DueObservation

  package static func between(
    _ old: PatientSurveillance?, _ new: PatientSurveillance
  ) -> [DueNews] {
    var news: [DueNews] = []
    for item in new.due {
      let before = old?.due.first { $0.what == item.what && $0.due == item.due }
      let was = old.flatMap { look in before?.level(at: look.at) } ?? .upcoming
      let now = item.level(at: new.at)
      if was == .upcoming, now == .due || now == .amber {
        news.append(DueNews(level: .due, at: item.due, due: item))
      }
      if was != .overdue, now == .overdue {
        news.append(DueNews(level: .overdue, at: item.overdue, due: item))
      }
    }
    return news.sorted { ($0.at, $0.due.what.rawValue) < ($1.at, $1.due.what.rawValue) }
  }
}
