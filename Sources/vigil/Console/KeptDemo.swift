import Clinical
import EventStore
import EventText
import Grading

/// The sample ward in a store: what is known at the moment at which the demonstration begins.
enum KeptDemo {
  /// Makes a store to practise on and fills it.
  ///
  /// - Throws: when there is a file already; it is left as it is.
  static func make(
    at path: String, of file: WardFile, known moment: Instant, _ environment: Environment
  ) throws -> SQLiteEventLog {
    guard !path.isEmpty else { throw Failure.usage("--keep takes the path of a store to be made") }
    let events = file.wardEvents + file.byPatient.values.joined()
    let sent = try known(events, at: moment, Zone.ofRecord(file.wardEvents))
    let id = EventID(now: environment.now(), random: environment.random())
    let log = try SQLiteEventLog.create(
      path: path,
      as: SQLiteEventLog.Founding(
        id: id, kind: .practice, createdAt: moment, events: sent, by: .imported(file: "ward.jsonl")),
      opening: OpenedStore.opening(environment), reader: OpenedStore.reader)
    environment.messages.say(
      "made \(path): store \(id), to practise on, with \(sent.count) events of invented patients")
    return log
  }

  /// What is known of some events at a moment, in the order in which it was written down.
  static func known(_ events: [Event], at moment: Instant, _ zone: Zone) throws -> [SentEvent] {
    try events.filter { $0.recorded(in: zone) <= moment }
      .sorted { ($0.recorded(in: zone), $0.id) < ($1.recorded(in: zone), $1.id) }
      .map { try OpenedStore.reader.read(EventWriter.line(for: $0)[...]) }
  }
}
