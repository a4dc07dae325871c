import Clinical
import EventStore
import EventText

/// A store of 2,000 patients with 1,000 events each, of whom 24 are in house: what a console and
/// `vigil grade --in-house` must open at once.
enum LargeStore {
  static let patients = 2000
  static let inHouse = 24

  static func make(at path: String) throws {
    let reader = EventReader(digest: ContentDigest.sha256)
    let log = try SQLiteEventLog.create(
      path: path,
      as: SQLiteEventLog.Founding(
        id: EventID(high: 0x7001, low: 1 << 63), kind: .ward, createdAt: MeasuredCourse.infusion),
      opening: SQLiteEventLog.Opening(login: "bench", host: "bench"), reader: reader)
    var batch = ImportBatcher(
      into: log, by: .imported(file: "large"), clock: { MeasuredCourse.infusion + .days(30) })
    let site = Event(
      id: EventID(high: 0x7002, low: 1 << 63), patient: nil,
      at: .moment(MeasuredCourse.infusion - .days(400), utcOffset: 0),
      content: .site(Site(name: "Large", timeZone: "Asia/Shanghai")))
    _ = try batch.add(try reader.read(EventWriter.line(for: site)[...]), line: 1)
    for number in 0..<patients {
      let name = "LARGE-\(number)"
      let events = MeasuredCourse.events(1000, of: name, serial: UInt64(number + 1))
      for event in events + [stay(name, number)] {
        _ = try batch.add(try reader.read(EventWriter.line(for: event)[...]), line: 1)
      }
    }
    _ = try batch.finish()
    try log.close()
  }

  // Everybody was admitted; all but a few have gone home after the last reading.
  private static func stay(_ name: String, _ number: Int) -> Event {
    let isIn = number % (patients / inHouse) == 0 && number / (patients / inHouse) < inHouse
    return Event(
      id: EventID(high: 0x7003, low: UInt64(number) | 1 << 63), patient: PatientID(name),
      at: .moment(MeasuredCourse.infusion + .days(22), utcOffset: 0),
      content: .stay(Stay(action: isIn ? .admission : .discharge, unit: "L", bed: "L\(number)")))
  }
}
