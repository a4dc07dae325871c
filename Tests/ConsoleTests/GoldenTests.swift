import Terminal
import Testing

/// Whole screens compared with files that a person has looked at, text and styles. After an
/// intended change: `VIGIL_UPDATE_GOLDENS=1 swift test --filter GoldenTests`, then look at the
/// difference.
@Suite("Whole screens are as they were looked at")
struct GoldenTests {
  @Test("Text and styles of every screen", arguments: GoldenScreens.all.map(\.name))
  func screens(_ name: String) throws {
    let screen = try #require(GoldenScreens.all.first { $0.name == name })
    for size in screen.sizes {
      for glyphs in [GlyphSet.unicode, .ascii] {
        let buffer = screen.console.frame(size.width, size.height, glyphs: glyphs).buffer
        let text = GoldenFile.text(of: buffer)
        let file = GoldenFile(name, size, glyphs)
        if GoldenFile.isUpdating {
          try file.write(text)
        } else if let difference = try file.difference(from: text) {
          Issue.record("\(file.path): \(difference)")
        }
      }
    }
  }

  @Test("No file is left of a screen that is gone")
  func nothingLeft() throws {
    let wanted = GoldenScreens.all.flatMap { screen in
      screen.sizes.flatMap { size in
        [GlyphSet.unicode, .ascii].map { GoldenFile(screen.name, size, $0).path }
      }
    }
    if !GoldenFile.isUpdating { #expect(try GoldenFile.kept() == Set(wanted)) }
  }
}
