import Clinical
import EventStore
import EventText
import Interchange

/// Fits Observations of other programs to what earlier imports brought: a final one after a
/// preliminary one, a corrected one and one that was entered in error are versions of one fact.
struct FHIRVersions {
  /// What is to be written, and told.
  struct Settled {
    var items: [ImportLines.Item] = []
    var alreadyThere = 0
    var remarks: [(text: String, number: Int)] = []
    var notes: [String] = []
  }

  let zone: Zone
  private var waiting: [PatientID: [(versions: FHIRImport.Versions, number: Int)]] = [:]

  init(zone: Zone) { self.zone = zone }

  /// - Parameter number: of the entry, from 1.
  mutating func take(_ versions: FHIRImport.Versions, number: Int) {
    waiting[versions.patient, default: []].append((versions, number))
  }

  /// Everything that was taken, patient by patient, held against the record.
  func settled(in log: any EventLog) throws -> Settled {
    var settled = Settled()
    for patient in waiting.keys.sorted() {
      // Only what imports brought: nobody's entry at the bedside is changed by a file.
      var resolution = HL7Resolution(
        facts: try log.readings(of: patient, zone: zone), wording: .fhir
      ) { $0.hasPrefix("import:") }
      var numbers: [Int] = []
      for (versions, number) in waiting[patient] ?? [] {
        let told = resolution.notes.count
        for draft in versions.drafts {
          let sent = try ImportedEvent.sent(
            patient: patient, at: draft.at, draft.content, reader: OpenedStore.reader)
          if try log.event(sent.event.id) != nil {
            settled.alreadyThere += 1
          } else {
            resolution.take(draft)
          }
        }
        for change in versions.changes { resolution.take(change) }
        settled.remarks += resolution.notes.dropFirst(told).map { ($0, number) }
        numbers += Array(repeating: number, count: resolution.steps.count - numbers.count)
      }
      settled.alreadyThere += resolution.settled
      settled.notes += resolution.held.map(\.text)
      let steps = resolution.finished()
      let changed = steps.count - numbers.count
      for (n, step) in steps.enumerated() {
        let number = n < changed ? waiting[patient]?.last?.number ?? 1 : numbers[n - changed]
        do throws(Refusal) {
          settled.items.append(
            .event(
              try ImportedEvent.sent(
                patient: patient, at: step.at, step.content, corrects: step.corrects,
                reason: step.reason, reader: OpenedStore.reader), line: number))
        } catch {
          settled.items.append(.refused(error, [], isWhole: true))
        }
      }
    }
    return settled
  }
}
