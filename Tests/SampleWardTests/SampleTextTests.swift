import Clinical
import EventText
import Foundation
import Testing

import SampleWard

@Suite("The samples as text")
struct SampleTextTests {
  @Test("the same seed gives the same bytes, another seed others")
  func reproducible() {
    let again = SampleWard.ward(seed: SampleWard.wardSeed)
    #expect(Samples.lines(again) == Samples.lines(Samples.ward))
    #expect(SampleWard.ward(seed: 8) != Samples.ward)
    let trial = SampleWard.trial(seed: SampleWard.trialSeed)
    #expect(Samples.lines(trial.events) == Samples.lines(Samples.trial.events))
    #expect(trial.aggregates == Samples.trial.aggregates)
    #expect(SampleWard.trial(seed: 8).events != Samples.trial.events)
  }

  @Test("every line is taken by the reader and says the event that it was written from")
  func accepted() throws {
    // The ids are written out, so the digest has nothing to say of them.
    let reader = EventReader(digest: { _ in Array(repeating: 0, count: 32) })
    for (number, event) in (Samples.ward + Samples.trial.events).enumerated() {
      let sent = try reader.read(EventWriter.line(for: event)[...], number: number + 1)
      #expect(sent.event == event, "line \(number + 1)")
    }
  }

  @Test("no id is given twice")
  func ids() {
    #expect(Set(Samples.ward.map(\.id)).count == Samples.ward.count)
    #expect(Set(Samples.trial.events.map(\.id)).count == Samples.trial.events.count)
  }

  @Test("events stand in the order in which they were written down, the site first")
  func order() throws {
    for events in [Samples.ward, Samples.trial.events] {
      #expect(events.first?.kind == .site)
      let written = events.map { $0.recorded(in: Samples.shanghai) }
      #expect(zip(written, written.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test("nothing is written down before it happens")
  func recordedAfter() {
    for event in Samples.ward + Samples.trial.events {
      #expect(event.recordedAt != nil)
      if let delay = event.delayMinutes { #expect(delay >= 0) }
    }
  }

  @Test("a tenth of the readings is written down 10 to 90 minutes late, the rest at once")
  func late() {
    let kinds: Set<EventKind> = [.vitals, .ice, .capd, .lab]
    for events in [Samples.ward, Samples.trial.events] {
      let delays = events.filter { kinds.contains($0.kind) }.compactMap(\.delayMinutes)
      let late = delays.filter { (10...90).contains($0) }.count
      #expect((80...120).contains(late * 1000 / delays.count))
      #expect(delays.allSatisfy { $0 <= 90 })
    }
  }

  @Test(
    "the files in sample-data are what their seeds give",
    arguments: [("ward", SampleWard.wardSeed), ("trial", SampleWard.trialSeed)])
  func files(name: String, seed: UInt64) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sample-data")
    let file = try Data(contentsOf: folder.appending(path: "\(name).jsonl"))
    let events = name == "ward" ? Samples.ward : Samples.trial.events
    #expect(file.count < 6_000_000)
    #expect(Array(file) == Samples.lines(events))
  }
}
