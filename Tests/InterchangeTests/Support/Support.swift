import Clinical
import EventStore
import EventText
import Foundation
import Interchange

let reader = EventReader(digest: ContentDigest.sha256)
let shanghai = Zone(fixedOffset: 8 * 3600)
/// The clock of an import of documents, later than everything in the published examples.
let fhirNow = instant("2026-11-25T12:00:00Z")
/// The clock of an import, some days after everything in the tables here.
let tableNow = instant("2026-03-20T12:00:00+08:00")

func instant(_ text: String) -> Instant {
  (try? Timestamp.moment(text))?.instant ?? Instant(microseconds: 0)
}

func moment(_ text: String) -> EventTime {
  guard let (instant, offset) = try? Timestamp.moment(text) else {
    return .moment(Instant(microseconds: 0), utcOffset: 0)
  }
  return .moment(instant, utcOffset: offset)
}

func number(_ text: String) -> DecimalNumber { WrittenNumber(text)?.value ?? -1 }

/// The events of lines of JSON.
func events(_ lines: [String]) throws -> [Event] {
  try lines.map { try reader.read(Array($0.utf8)[...]).event }
}

/// Published messages and examples, which are no part of the checkout.
enum Reference {
  static let folder = ProcessInfo.processInfo.environment["VIGIL_REFERENCE_DATA"].flatMap {
    $0.isEmpty ? nil : URL(filePath: $0)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: try bytes(path)[...], limit: 1 << 24)
  }

  static func names(_ folder: String, _ ending: String) -> [String] {
    guard let url = Self.folder?.appending(path: folder) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }
}

/// The sample ward of the checkout.
enum Sample {
  static let ward: [Event] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "sample-data/ward.jsonl")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return EventFile([UInt8](data)[...], reader: reader).events.map(\.event)
  }()

  static func patients(_ ids: [String]) -> [ExportedPatient] {
    let zone = Zone(identifier: "Asia/Shanghai") ?? .utc
    return ids.compactMap { PatientID($0) }.map { id in
      ExportedPatient(
        id, events: ward.filter { $0.patient == nil || $0.patient == id }, zone: zone)
    }
  }
}

extension JSONValue {
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var members: [JSONMember] { if case .object(let members) = self { members } else { [] } }
  var whole: Int? { if case .number(let number) = self { number.whole } else { nil } }
}
