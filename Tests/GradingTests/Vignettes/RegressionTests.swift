import Clinical
import Grading
import TestSupport
import Testing

@Suite("What once went wrong")
struct RegressionTests {
  @Test("A correction that arrives before what it corrects, and is older than it, leaves no trace")
  func correctedBeforehand() {
    var h = History()
    let typed = h.add(
      315, .vitals(Vitals(heartRate: Quantity(101, .perMinute))), recorded: 315.1)
    h.add(
      313, .vitals(Vitals(temperature: Quantity(39, .celsius))), recorded: 315, corrects: typed,
      reason: "typed wrong")
    var grown = GradedCourse(zone: History.zone)
    for event in h.events.reversed() { grown.insert(event) }
    #expect(grown.changes == h.graded.changes)
    #expect(grown.assessment(at: History.at(316)).crs.grade == nil)
  }

  @Test("A corrected seizure is continued by what names any of its versions, and stays one seizure")
  func continuedAfterCorrection() {
    for namesCorrection in [false, true] {
      var h = History()
      h.ice(9, 10)
      let start = h.seizure(10, resolved: false)
      let corrected = h.add(
        10, .seizure(Seizure(type: .focal, resolved: false)), recorded: 10.2, corrects: start,
        reason: "focal")
      h.add(
        10, .seizure(Seizure(type: .generalised, resolved: false)), recorded: 10.3,
        corrects: corrected, reason: "after all")
      h.seizure(
        10.05, resolved: true, returned: true, continues: namesCorrection ? corrected : start)
      let icans = h.icans(11)
      #expect(icans.grade == 3 && icans.atMost == 3 && icans.status == .final)
      #expect(icans.missing.allSatisfy { $0.domain != .seizure })
    }
  }

  @Test("Start and end of a seizure written for the same minute are one, whatever their ids")
  func sameMinute() {
    var h = History()
    h.ice(9, 10)
    let start = EventID(high: 9, low: 9)
    let end = EventID(high: 1, low: 1)
    func event(_ id: EventID, _ seizure: Seizure) -> Event {
      Event(
        id: id, patient: History.patient, at: .moment(History.at(10), utcOffset: 0),
        content: .seizure(seizure))
    }
    let events =
      h.events + [
        event(start, Seizure(type: .focal, resolved: false)),
        event(end, Seizure(resolved: true, returnedToBaseline: true, continues: start)),
      ]
    let icans = GradedCourse(events, zone: History.zone).assessment(at: History.at(11)).icans
    #expect(icans.grade == 3 && icans.atMost == 3)
  }

  @Test("A seizure that went on for ten minutes is prolonged, whatever length was written at first")
  func lengthWrittenTooEarly() {
    var h = History()
    h.ice(9, 10)
    let start = h.seizure(10, seconds: 60, resolved: false)
    h.seizure(10 + 10 / 60.0, resolved: true, returned: true, continues: start)
    #expect(h.icans(11).grade == 4)
  }

  @Test("Told later that the first seizure had not ended in a return, the second is a repetition")
  func repetitionToldLater() {
    var h = History()
    h.ice(9, 10)
    let first = h.seizure(10, seconds: 60, resolved: true)
    h.seizure(11, seconds: 60, resolved: true)
    #expect(h.icans(11).grade == 3 && h.icans(11).atMost == 4)
    h.seizure(12, returned: false, continues: first)
    #expect(h.icans(12).grade == 4 && h.icans(12).status == .final)
    // A baseline seen in between says otherwise.
    var seen = History()
    let earlier = seen.seizure(10, seconds: 60, resolved: true)
    seen.ice(10.5, 10)
    seen.seizure(11, seconds: 60, resolved: true)
    seen.seizure(12, returned: true, continues: earlier)
    #expect(seen.icans(12).grade == 3 && seen.icans(12).atMost == 3)
  }

  @Test("Writing room air again does not make a low saturation good; the next typed one does")
  func roomAirAgain() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 86)
    #expect(h.crs(10).grade == 2 && h.crs(10).status == .provisional)
    h.oxygen(10.1, .roomAir)
    #expect(h.crs(10.1).grade == 2)
    h.vitals(10.2, spo2: 96, source: "hl7:monitor")
    #expect(h.crs(10.2).grade == 2, "a device's value does not end a typed one")
    h.vitals(10.3, spo2: 90)
    #expect(h.crs(10.3).grade == 1)
  }

  @Test("Nothing but an observation of the set closes an episode of CRS")
  func closesByObservation() {
    for entry in [
      Content.notDone(NotDone(what: .vitals, because: .asleep)), .note("calm"),
      .setting(Setting(name: "D-04", value: .null)),
      .medication(Medication(drug: "levetiracetam", drugClass: .antiseizure)),
      .patient(PatientDetails(weight: Quantity(60, .kilogram))),
    ] {
      var h = History()
      h.vitals(10, t: 38.5, sys: 118, spo2: 98)
      h.drug(20, "paracetamol")
      h.normal(38)
      #expect(h.crs(38).episode?.ended == nil, "held open by the antipyretic")
      h.add(44.5, entry)
      #expect(h.crs(44.5).episode?.ended == nil, "\(entry)")
      h.vitals(45, t: 36.7)
      #expect(h.crs(45).episode?.ended == History.at(45))
    }
  }

  @Test("A masked sign that an attribution had silenced opens its episode when that lapses")
  func lapseOpens() {
    var h = History()
    h.vitals(10, t: 38.5, sys: 118, spo2: 98)
    h.drug(11, "tocilizumab")
    for hour in stride(from: 14.0, through: 34, by: 4) { h.normal(hour) }
    h.attribute(40, .hypoxia, .other)
    h.oxygen(41, .nasalCannula, flow: 2)
    for hour in stride(from: 44.0, through: 64, by: 4) { h.normal(hour) }
    #expect(h.crs(63.9).grade == 0 && h.crs(63.9).episode?.number == 1)
    let lapsed = h.crs(65)
    #expect(lapsed.grade == 2 && lapsed.episode?.number == 2)
    #expect(lapsed.episode?.onset == History.at(64))
  }

  @Test("A note in between does not shorten the hours that were not assessable")
  func pause() {
    func course(_ notes: [Double]) -> History {
      var h = History()
      h.ice(10, 6)
      h.ice(11, .sedated)
      for hour in notes { h.add(hour, .note("sedated")) }
      h.add(23.5, .ice(ICE(status: .sedated)))
      h.ice(33, 10)
      h.ice(45, 10)
      h.ice(57, 10)
      return h
    }
    let plain = course([])
    let noted = course([24, 26, 28, 30, 32])
    // Not assessable from 23 h, when the last score ran out, to 33 h; the sign was at 10 h.
    #expect(plain.icans(33).episode?.ended == nil)
    #expect(plain.icans(44.9).episode?.ended == nil)
    #expect(plain.icans(45).episode?.ended == History.at(45))
    #expect(noted.graded.changes == plain.graded.changes)
  }

  @Test("An adjudication older than its time when grading begins is past")
  func adjudicatedBefore() {
    var h = History()
    h.add(-30, .adjudication(Adjudication(scale: "CRS", grade: 1)), by: "lee", reason: "?")
    #expect(h.crs(0).adjudicated == nil)
  }
}
