import Foundation
import Testing

/// Texts kept whole in `Goldens`, which a person has looked at; `VIGIL_UPDATE_GOLDENS=1` writes them
/// anew.
enum KeptText {
  /// Says the first line that differs.
  static func compare(_ text: String, _ name: String) throws {
    let path = Desk.checkout.path + "/Tests/VigilTests/Goldens/\(name)"
    if ProcessInfo.processInfo.environment["VIGIL_UPDATE_GOLDENS"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let known = kept.split(separator: "\n", omittingEmptySubsequences: false)
    for (n, pair) in zip(lines, known).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name), line \(n + 1):\n\(pair.0)\nnot\n\(pair.1)")
      return
    }
    #expect(lines.count == known.count, "\(name)")
  }
}
