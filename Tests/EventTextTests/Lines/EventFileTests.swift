import Clinical
import EventText
import Testing

@Suite("A file of events")
struct EventFileTests {
  private let vitals =
    #"{"patient":"P1","kind":"vitals","at":"2026-03-06T04:10Z","spo2":{"value":97,"unit":"%"}}"#
  private let oxygen =
    #"{"patient":"P1","kind":"oxygen","at":"2026-03-06T04:10Z","device":"roomAir"}"#

  private func file(_ lines: [String]) -> EventFile {
    EventFile(Array(lines.joined(separator: "\n").utf8)[...], reader: reader)
  }

  private func id(_ line: String) throws -> String { try read(line).event.id.description }

  private func correction(of id: String, patient: String = "P1", kind: String = "vitals") -> String
  {
    let what = kind == "vitals" ? #""spo2":{"value":96,"unit":"%"}"# : #""device":"cpap""#
    return
      #"{"patient":"\#(patient)","kind":"\#(kind)","at":"2026-03-06T04:10Z",\#(what),"corrects":"\#(id)","reason":"typing"}"#
  }

  @Test("two equal lines are one event, and it is said")
  func equalLines() {
    let file = file([vitals, oxygen, "", vitals])
    #expect(file.events.map(\.lineNumber) == [1, 2])
    #expect(file.findings.map(\.description) == ["line 4: this is the same event as line 1"])
    #expect(file.refusals.isEmpty)
  }

  @Test("the same id with other content is refused")
  func sameID() throws {
    let other = vitals.replacing("97", with: "91").replacing(
      "{\"patient", with: "{\"id\":\"\(try id(vitals))\",\"patient")
    let file = file([vitals, other])
    #expect(file.events.count == 1)
    #expect(
      file.refusals.map(\.description) == [
        "line 2, id: line 1 has the same id and says something else; give each event an id of its own; to change one, correct it"
      ])
  }

  @Test("an export beside the file that it came from adds nothing, in either order")
  func export() throws {
    var sent = try read(vitals)
    sent.event.recordedAt = Instant(microseconds: 1_772_770_000_123_456)
    sent.event.by = "wli"
    sent.event.role = .nurse
    sent.event.source = "import:ward.jsonl"
    let exported = text(EventWriter.body(of: sent))
    for lines in [[vitals, exported], [exported, vitals]] {
      let file = file(lines)
      #expect(file.refusals.isEmpty)
      #expect(file.findings.count == 1)
      #expect(file.events.map(\.event) == [sent.event])
    }
  }

  @Test("a correction of another patient or kind is refused with what to do, in any order")
  func wrongTarget() throws {
    let named = try id(vitals)
    for lines in [
      [vitals, correction(of: named, patient: "P2"), correction(of: named, kind: "oxygen")],
      [correction(of: named, patient: "P2"), correction(of: named, kind: "oxygen"), vitals],
    ] {
      let file = file(lines)
      #expect(file.events.count == 1)
      #expect(file.refusals.count == 2)
      #expect(file.refusals.allSatisfy { $0.field == "corrects" })
      #expect(
        file.refusals.first?.remedy == "retract it, then enter it for the right patient")
    }
  }

  @Test("a correction whose target is not there counts, and it is said")
  func missingTarget() {
    let file = file([correction(of: "6f0c5b1e-9d0a-8c41-a3f7-2b8d4e6f1a90")])
    #expect(file.events.count == 1)
    #expect(
      file.findings.map(\.description) == [
        "line 1, corrects: the event 6f0c5b1e-9d0a-8c41-a3f7-2b8d4e6f1a90 is not here; the correction counts as the fact"
      ])
  }

  @Test("a target that was refused is as one that is not there")
  func refusedTarget() throws {
    let named = try id(vitals)
    let wrong = correction(of: named, patient: "P2")
    let next = correction(of: try id(wrong), patient: "P2")
    let file = file([vitals, wrong, next])
    #expect(file.events.map(\.lineNumber) == [1, 3])
    #expect(file.findings.map(\.line) == [3])
  }

  @Test("a ring is refused, every event of it and nothing else")
  func ring() {
    let a = "6f0c5b1e-9d0a-8c41-a3f7-2b8d4e6f1a90"
    let b = "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d"
    let lines = [
      correction(of: b).replacing("{\"patient", with: "{\"id\":\"\(a)\",\"patient"),
      correction(of: a).replacing("{\"patient", with: "{\"id\":\"\(b)\",\"patient"),
      correction(of: a), oxygen,
    ]
    let file = file(lines)
    #expect(file.refusals.map(\.line) == [1, 2])
    #expect(file.refusals.allSatisfy { $0.problem.contains("ring") })
    #expect(file.events.map(\.lineNumber) == [3, 4])
  }

  @Test("a retraction reaches only events of its own patient")
  func retraction() throws {
    let line =
      #"{"patient":"P2","kind":"retraction","at":"2026-03-06T04:30Z","retracts":"\#(try id(vitals))","reason":"wrong patient"}"#
    let wrong = file([vitals, line])
    #expect(wrong.refusals.map(\.field) == ["retracts"])
    #expect(wrong.events.map(\.lineNumber) == [1])
    let right = file([vitals, line.replacing("P2", with: "P1")])
    #expect(right.refusals.isEmpty && right.findings.isEmpty && right.events.count == 2)
  }

  @Test("a corrected retraction of another patient's event is refused for that, not as a ring")
  func correctedRetraction() throws {
    let other = vitals.replacing("P1", with: "P2")
    let first =
      #"{"patient":"P1","kind":"retraction","at":"2026-03-06T04:30Z","retracts":"\#(try id(vitals))","reason":"wrong"}"#
    let second = first.replacing(try id(vitals), with: try id(other)).replacing(
      #""reason""#, with: #""corrects":"\#(try id(first))","reason""#)
    let file = file([vitals, other, first, second])
    #expect(file.refusals.map(\.field) == ["retracts"])
    #expect(file.refusals.first?.problem.hasSuffix("is another patient's") == true)
    #expect(file.events.map(\.lineNumber) == [1, 2, 3])
  }

  @Test("of a ring through versions the newest line alone is refused, as a store does")
  func ringOfVersions() throws {
    let first = try id(vitals)
    func retraction(
      _ minute: Int, of target: String, corrects: String? = nil
    ) -> String {
      let link = corrects.map { #""corrects":"\#($0)","# } ?? ""
      return
        #"{"patient":"P1","kind":"retraction","at":"2026-03-06T05:\#(minute)Z",\#(link)"retracts":"\#(target)","reason":"wrong"}"#
    }
    let one = retraction(10, of: first)
    let two = retraction(11, of: try id(one))
    let back = retraction(12, of: try id(two), corrects: try id(one))
    let mutual = file([back, vitals, two, one])
    #expect(mutual.refusals.map(\.line) == [1])
    #expect(mutual.refusals.first?.problem.contains("ring") == true)
    let other = retraction(11, of: try id(oxygen), corrects: try id(one))
    let itself = retraction(12, of: try id(one), corrects: try id(other))
    let long = file([vitals, oxygen, one, other, itself])
    #expect(long.refusals.map(\.line) == [5])
  }

  @Test("an event that corrects and retracts the same is refused, in a file as in a store")
  func bothAtOnce() throws {
    let first = try id(vitals)
    let line =
      #"{"patient":"P1","kind":"retraction","at":"2026-03-06T05:10Z","corrects":"\#(first)","retracts":"\#(first)","reason":"wrong"}"#
    let file = file([vitals, line])
    #expect(file.refusals.map(\.field) == ["retracts"])
    #expect(file.refusals.first?.problem.contains("at once") == true)
  }

  @Test("a bad line stops no good one")
  func badLines() {
    var bytes = Array((vitals + "\n").utf8)
    bytes += [0xFF, 0x80, 0x0A]
    bytes += Array("{\"patient\":\"a\u{0}\"}\n".utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "["), count: 100_000) + [0x0A]
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000) + [0x0A]
    bytes += Array((oxygen + "\r\n").utf8)
    let file = EventFile(bytes[...], reader: reader)
    #expect(file.events.map(\.lineNumber) == [1, 6])
    #expect(file.refusals.map(\.line) == [2, 3, 4, 5])
  }

  @Test("the pieces in which a file comes make no difference", arguments: [1, 2, 7, 64, 1000])
  func pieces(size: Int) {
    let bytes = Array(("\u{FEFF}" + vitals + "\r\n\r\n  \n" + oxygen + "\n{\"kind\":1}").utf8)
    let whole = EventFile(bytes[...], reader: reader)
    var file = EventFile(reader: reader)
    var rest = bytes[...]
    while !rest.isEmpty {
      file.take(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    file.finish()
    #expect(file.events.map(\.event) == whole.events.map(\.event))
    #expect(file.events.map(\.lineNumber) == [1, 4])
    #expect(file.refusals == whole.refusals)
    #expect(file.refusals.map(\.line) == [5])
  }
}
