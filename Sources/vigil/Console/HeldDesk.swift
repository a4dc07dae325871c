import Clinical
import Console
import EventStore
import EventText
import Interchange

/// Reads the holding list for the console, and files or puts aside what a person decides.
///
/// Called away from the thread of the screen.
struct HeldDesk: Sendable {
  let log: any EventLog & HoldingList
  let clock: StoreClock

  /// What waits.
  func groups() throws -> [HeldGroup] {
    guard try log.countWaiting() > 0 else { return [] }
    return try log.waitingGroups().map { group in
      HeldGroup(
        id: Self.id(group.key), source: group.key.source, subject: group.key.subject,
        patient: group.key.patient, reason: group.key.reason, text: group.text,
        count: group.count, first: group.first, last: group.last)
    }
  }

  private static func id(_ key: HeldMessageGroup.Key) -> String {
    [key.source, key.subject, key.patient?.text ?? "", key.reason].joined(separator: "\u{1F}")
  }

  /// Does what somebody decided, and says what came of it.
  func workOff(_ group: HeldGroup, _ decision: HeldDecision, by user: EntryUser) throws -> Message {
    let key = HeldMessageGroup.Key(
      source: group.source, subject: group.subject, patient: group.patient, reason: group.reason)
    let messages = try log.waiting(in: key)
    switch decision {
    case .dismiss(let note):
      for var message in messages {
        message.settlement = HeldMessage.Settlement(
          outcome: .dismissed, at: clock(), by: user.login, note: note)
        try log.update(message)
      }
      return Message("\(messages.count) put aside: \(note)")
    case .file(let patient): return try file(messages, for: patient, by: user)
    }
  }

  private func file(
    _ messages: [HeldMessage], for patient: PatientID, by user: EntryUser
  ) throws -> Message {
    var desk = try MessageDesk(log, holding: log, takesTraining: true, clock: clock)
    var stored = 0
    var left = 0
    var why = ""
    for message in messages {
      let answer = try desk.file(
        message,
        for: MessageDesk.Assignment(patient: patient, login: user.login, role: user.role))
      stored += answer.stored
      if let held = answer.held.first {
        left += 1
        why = held.line
      }
    }
    let filed = "\(stored) \(stored == 1 ? "event" : "events") filed for \(patient)"
    guard left > 0 else { return Message(filed) }
    return Message("\(filed); \(left) still waiting: \(why)", .warning)
  }
}
