import Clinical
import EventStore
import EventText
import SampleWard

/// A store of the sample trial a hundred times, 2,000 patients, on which `vigil outcomes` is timed from
/// outside.
enum LargeTrial {
  static let copies = 100

  static func make(at path: String) throws {
    let reader = EventReader(digest: ContentDigest.sha256)
    let events = SampleWard.trial(seed: SampleWard.trialSeed).events
    let end = MeasuredCourse.infusion + .days(4000)
    let log = try SQLiteEventLog.create(
      path: path,
      as: SQLiteEventLog.Founding(
        id: EventID(high: 0x7004, low: 1 << 63), kind: .ward, createdAt: MeasuredCourse.infusion),
      opening: SQLiteEventLog.Opening(login: "bench", host: "bench"), reader: reader)
    var batch = ImportBatcher(into: log, by: .imported(file: "trial"), clock: { end })
    for copy in 0..<copies {
      for (number, event) in events.enumerated() where event.patient != nil || copy == 0 {
        var own = event
        own.id = EventID(
          high: 0x7005, low: UInt64(copy) << 32 | UInt64(number) | 1 << 63)
        own.patient = event.patient.flatMap { PatientID("\(copy)-\($0)") }
        _ = try batch.add(try reader.read(EventWriter.line(for: own)[...]), line: 1)
      }
    }
    _ = try batch.finish()
    try log.close()
  }
}
