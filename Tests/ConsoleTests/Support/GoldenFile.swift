import Foundation
import Terminal

/// A screen kept as a file: what stands in its cells, a rule, and the roles of the cells.
struct GoldenFile {
  let path: String

  /// Where the files of the console's screens stand, one folder a screen.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens").path

  /// True when the files are to be written anew instead of compared:
  /// `VIGIL_UPDATE_GOLDENS=1 swift test --filter GoldenTests`.
  static let isUpdating = ProcessInfo.processInfo.environment["VIGIL_UPDATE_GOLDENS"] == "1"

  init(_ screen: String, _ size: Size, _ glyphs: GlyphSet) {
    let name = "\(size.width)x\(size.height)\(glyphs == .ascii ? "-ascii" : "")"
    path = "\(Self.folder)/\(screen)/\(name).txt"
  }

  static func text(of buffer: CellBuffer) -> String {
    buffer.text + String(repeating: "=", count: buffer.width) + "\n" + buffer.styles
  }

  func write(_ text: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The first line that differs from what was kept, or `nil`.
  func difference(from text: String) throws -> String? {
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    guard kept != text else { return nil }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return """
      line \(line + 1) differs
        kept: \(line < old.count ? old[line] : "nothing")
        now:  \(line < new.count ? new[line] : "nothing")
      """
  }

  /// The paths of all files that are kept.
  static func kept() throws -> Set<String> {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Set(names.filter { $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" })
  }
}
