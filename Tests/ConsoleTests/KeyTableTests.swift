import Console
import Foundation
import Terminal
import Testing

@Suite("The README's table of keys")
struct KeyTableTests {
  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")

  /// The table as the registry of commands has it.
  private static var table: String {
    let rows = Command.all.map { command in
      let keys = Keymap.standard.keys(of: command).map { "`\($0.name)`" }.joined(separator: " ")
      let places = Command.Context.allCases.filter(command.contexts.contains).map(\.rawValue)
      return
        "| \(keys) | `\(command.id)` | \(Catalogue.english(command.title)) | \(places.joined(separator: ", ")) |"
    }
    return (["| keys | command | does | where |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  @Test("It is the registry of commands, word for word; VIGIL_UPDATE_GOLDENS=1 writes it anew")
  func table() throws {
    var text = try String(contentsOf: Self.readme, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- keys -->\n"))
    let end = try #require(text.range(of: "\n<!-- end of keys -->"))
    let place = begin.upperBound..<end.lowerBound
    if ProcessInfo.processInfo.environment["VIGIL_UPDATE_GOLDENS"] != nil {
      text.replaceSubrange(place, with: Self.table)
      try text.write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(text[place] == Self.table)
    }
  }
}
