import Clinical
import EventText

extension Admission {
  /// A correction typed now must name the version that counts: what its author saw on the screen
  /// and meant to change (contract 1.4).
  func judgeLiveCorrection(
    _ prepared: Prepared, of target: StoredEvent, _ findings: [AppendFinding],
    in index: some RecordIndex
  ) throws(StoreError) -> Verdict {
    let group = try connected(to: [target], in: index)
    let events = group.map(\.event)
    let versions = versions(of: target.id, among: events)
    guard let newest = group.filter({ versions.contains($0.event.id) }).max(by: isEarlier) else {
      return .take(prepared, findings)
    }
    if newest.event.id != target.id {
      return .overtaken(overtaken(by: newest, of: target), newest: newest.stored)
    }
    // The zone does not matter here: the group is asked only whether the fact is in force.
    let isInForce = Corrections.facts(of: events, in: .utc).contains {
      versions.contains($0.event.id)
    }
    let ending = group.filter { link in link.event.retracts.map(versions.contains) ?? false }
    if !isInForce, let retraction = ending.max(by: isEarlier) {
      return .overtaken(retracted(by: retraction), newest: retraction.stored)
    }
    // The newest version may have been written down by a clock that runs ahead of this one; the
    // correction counts only if it is later.
    if let before = newest.event.recordedAt, let now = prepared.event.recordedAt, before >= now {
      let later = before + TimeSpan(microseconds: 1)
      do throws(Refusal) {
        return .take(try prepared.recorded(at: later), findings)
      } catch {
        return .refuse(error)
      }
    }
    return .take(prepared, findings)
  }

  private struct Link {
    var stored: StoredEvent
    var event: Event
  }

  private func isEarlier(_ a: Link, _ b: Link) -> Bool {
    let first = a.event.recordedAt ?? a.stored.storedAt
    let second = b.event.recordedAt ?? b.stored.storedAt
    return (first, a.event.id) < (second, b.event.id)
  }

  /// True where an event would make a retraction take itself back through versions, in the company
  /// of all that is tied to it.
  func closesRing(
    _ event: Event, _ namers: [StoredEvent], in index: some RecordIndex
  ) throws(StoreError) -> Bool {
    var start = namers
    for id in [event.corrects, event.retracts].compactMap({ $0 }) {
      if let named = try index.stored(id) { start.append(named) }
    }
    if start.isEmpty { return false }
    var byID: [EventID: Event] = [:]
    for link in try connected(to: start, in: index) { byID[link.event.id] = link.event }
    let before = Corrections.ringClosers(byID)
    byID[event.id] = event
    return !Corrections.ringClosers(byID).isSubset(of: before)
  }

  // Everything tied to events by corrections and retractions, themselves included.
  private func connected(
    to start: [StoredEvent], in index: some RecordIndex
  ) throws(StoreError) -> [Link] {
    var links: [Link] = []
    var seen = Set(start.map(\.id))
    var open = start
    while let stored = open.popLast() {
      let event = try decoded(stored)
      links.append(Link(stored: stored, event: event))
      for namer in try index.naming(stored.id) where seen.insert(namer.id).inserted {
        open.append(namer)
      }
      for id in [event.corrects, event.retracts].compactMap({ $0 }) where !seen.contains(id) {
        seen.insert(id)
        if let next = try index.stored(id) { open.append(next) }
      }
    }
    return links
  }

  // The versions of one fact: tied by corrections of the same patient and kind.
  private func versions(of id: EventID, among events: [Event]) -> Set<EventID> {
    var byID: [EventID: Event] = [:]
    for event in events { byID[event.id] = event }
    let void = Corrections.voidLinks(byID)
    var versions: Set<EventID> = [id]
    var grew = true
    while grew {
      grew = false
      for event in events {
        guard let corrects = event.corrects, !void.contains(event.id) else { continue }
        if versions.contains(corrects), versions.insert(event.id).inserted { grew = true }
        if versions.contains(event.id), byID[corrects] != nil,
          versions.insert(corrects).inserted
        {
          grew = true
        }
      }
    }
    return versions
  }

  private func overtaken(by newest: Link, of target: StoredEvent) -> Refusal {
    Refusal(
      field: "corrects",
      problem: "\(who(newest)) has corrected this \(target.kind) meanwhile, to "
        + changes(from: target, to: newest.stored),
      remedy: "look at the newer version; to change it, correct \(newest.event.id)")
  }

  private func retracted(by retraction: Link) -> Refusal {
    Refusal(
      field: "corrects",
      problem: "\(who(retraction)) has retracted this event"
        + (retraction.event.reason.map { ": \($0)" } ?? ""),
      remedy: "enter it anew, or retract the retraction \(retraction.event.id) first")
  }

  private func who(_ link: Link) -> String {
    let name = link.event.by ?? "somebody"
    let role = link.event.role.map { " (\($0.rawValue))" } ?? ""
    let when = link.event.recordedAt ?? link.stored.storedAt
    return "\(name)\(role), on \(when.utcReadable),"
  }

  // The members of the newer body that the older one does not have in the same words.
  private func changes(from old: StoredEvent, to new: StoredEvent) -> String {
    let bookkeeping = ["id", "recordedAt", "by", "role", "source", "set", "corrects", "reason"]
    guard let before = BodyMembers(old.body), let after = BodyMembers(new.body) else {
      return String(decoding: new.body, as: UTF8.self)
    }
    let known = Set(before.members.map { before.text[$0.range] })
    let changed = after.members.filter { member in
      !bookkeeping.contains { member.name.elementsEqual($0.utf8) }
        && !known.contains(after.text[member.range])
    }
    if changed.isEmpty { return "the same values" }
    return changed.map { String(decoding: after.text[$0.range], as: UTF8.self) }
      .joined(separator: ", ")
  }
}
