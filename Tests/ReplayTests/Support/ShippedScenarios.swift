import EventStore
import EventText
import Foundation
import Replay

/// The scenarios that come with the program.
enum ShippedScenarios {
  static let reader = EventReader(digest: ContentDigest.sha256)

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "sample-data/scenarios")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).jsonl"), encoding: .utf8)
  }

  static func reading(_ text: String) -> ScenarioReader.Reading {
    ScenarioReader(reader: reader).read(Array(text.utf8)[...])
  }

  static func scenario(_ name: String) throws -> Scenario? { reading(try text(name)).scenario }
}
