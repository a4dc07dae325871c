import Configuration
import Foundation
import Terminal
import Testing

private let folder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "themes")

private func bundled() throws -> [Theme] {
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".toml") }.sorted()
  return try files.map { file in
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    return try Theme(toml: text, fileName: String(file.dropLast(5)))
  }
}

@Suite("The themes that come with Vigil")
struct BundledThemeTests {
  @Test("Six of them, each complete and named like its file")
  func names() throws {
    #expect(
      try bundled().map(\.name) == [
        "colour-blind", "dark", "high-contrast", "light", "mono", "night",
      ])
    #expect(try bundled().allSatisfy { !$0.summary.isEmpty })
  }

  @Test("Text is legible, and neighbouring grades stay apart, in every kind of colour vision")
  func legible() throws {
    for theme in try bundled() {
      #expect(theme.shortcomings.isEmpty, "\(theme.name): \(theme.shortcomings)")
    }
  }

  @Test("High contrast is at least seven to one for text")
  func highContrast() throws {
    let theme = try #require(try bundled().first { $0.name == "high-contrast" })
    for role in Role.allCases {
      let (foreground, background) = theme.colours(Style(role))
      guard let foreground, let background else { continue }
      #expect(
        LinearLight(foreground).contrast(with: LinearLight(background)) >= 7, "\(role.name)")
    }
  }

  @Test("Night has nothing brighter than half of white, and more red than blue everywhere")
  func night() throws {
    let theme = try #require(try bundled().first { $0.name == "night" })
    for role in Role.allCases {
      let (foreground, background) = theme.colours(Style(role))
      for colour in [foreground, background].compactMap({ $0 }) {
        let (red, green, blue) = colour.components
        let light = LinearLight(colour)
        #expect(red >= green && red >= blue, "\(role.name)")
        #expect(light.luminance < 0.75, "\(role.name)")
      }
    }
  }

  @Test("Grades and what is not assessed differ without colour and in every depth")
  func grades() throws {
    for theme in try bundled() {
      for depth in ColourDepth.allCases {
        let looks = Role.grades.map { theme.look(Style($0), depth: depth) }
        #expect(Set(looks).count == 6, "\(theme.name) \(depth)")
      }
    }
  }

  @Test("The chosen row is seen in every theme and depth")
  func selection() throws {
    for theme in try bundled() {
      for depth in ColourDepth.allCases {
        for role in [Role.text, .dim, .value] {
          #expect(
            theme.look(Style(role), depth: depth)
              != theme.look(Style(role, on: .selection), depth: depth), "\(theme.name) \(depth)")
        }
      }
    }
  }

  @Test("No text has the colour of its ground with sixteen or eight colours")
  func fewColours() throws {
    for theme in try bundled() {
      for depth in [ColourDepth.eight, .sixteen] {
        for role in Role.allCases {
          for ground in Ground.allCases {
            let look = theme.look(Style(role, on: ground), depth: depth)
            #expect(
              look.foreground == nil || look.foreground != look.background,
              "\(theme.name) \(depth) \(role.name) \(ground)")
          }
        }
      }
    }
  }

  @Test("The theme that is compiled in is the file dark.toml")
  func builtIn() throws {
    let dark = try #require(try bundled().first { $0.name == "dark" })
    for role in Role.allCases { #expect(dark[role] == Theme.builtIn[role], "\(role.name)") }
    #expect(dark == Theme.builtIn)
  }

  @Test("The README names every role")
  func readme() throws {
    let text = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    for role in Role.allCases { #expect(text.contains("`\(role.name)`"), "\(role.name)") }
  }
}

@Suite("A theme of one's own")
struct ThemeFileTests {
  private func theme(_ text: String) throws -> Theme {
    try Theme(toml: text, fileName: "mine") { $0 == "dark" ? .builtIn : nil }
  }

  @Test("It may begin from another and change what it likes")
  func inherits() throws {
    let theme = try theme(
      """
      inherits = "dark"
      [palette]
      amber = "#ffaf00"
      ink = 16
      [role]
      grade3 = { c256 = "bold ink on amber", c16 = "black on brightyellow", mono = "bold" }
      text = { c256 = "252 on default", mono = "" }
      """)
    #expect(theme.name == "mine")
    #expect(theme[.grade3].foreground == .index(16))
    #expect(theme[.grade3].background == .colour(.rgb(255, 175, 0)))
    #expect(theme[.grade3].basic == BasicLook(foreground: .black, background: .brightyellow))
    #expect(theme[.grade3].mono == .bold)
    #expect(theme[.text].background == .terminal)
    #expect(theme[.grade2] == Theme.builtIn[.grade2])
    #expect(theme.look(Style(.grade3), depth: .palette).background == 214)
    #expect(theme.look(Style(.grade3), depth: .direct).background == 0xFFAF00)
    #expect(theme.colours(Style(.dim)).background == nil)
  }

  @Test("A role without colours is drawn in those of the terminal")
  func monoOnly() throws {
    let theme = try theme("inherits = \"dark\"\n[role]\nkey = { mono = \"underline\" }")
    #expect(theme[.key].foreground == nil)
    #expect(theme.look(Style(.key), depth: .palette).attributes == .underline)
  }

  @Test(
    "What cannot be read is refused with its place and what to write",
    arguments: [
      ("inherits = \"dusk\"", "no theme of that name"), ("colour = 1", "knows name, summary"),
      ("[role]\ngrade6 = { mono = \"\" }", "role.grade6 is no role"),
      ("[role]\ngrade3 = \"red\"", "role.grade3 is a table"),
      ("[role]\ngrade3 = { c256 = \"300\", mono = \"\" }", "role.grade3.c256 has \"300\""),
      ("[role]\ngrade3 = { c16 = \"orange\", mono = \"\" }", "brightwhite or default"),
      ("[role]\ngrade3 = { c256 = \"16\" }", "says no mono look"),
      ("[role]\ngrade3 = { mono = \"red\" }", "names a colour"),
      ("[role]\ngrade3 = { mono = \"\", rgb = \"\" }", "does not know \"rgb\""),
      ("[role]\ngrade3 = { c256 = 16, mono = \"\" }", "takes text in quotes"),
      ("[palette]\nbold = 3", "palette.bold is no name"), ("role = 3", "role is a table"),
      ("[palette]\nx = \"blue\"", "palette.x has \"blue\""), ("[role", "line 1"),
      ("[role]\ntext = { mono = \"\" }", "gives no look for dim, label"), ("\0", "NUL"),
    ])
  func refused(_ text: String, _ words: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Theme(toml: text, fileName: "mine") { $0 == "dark" ? .builtIn : nil }
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("A faint theme of one's own can be told so")
  func faint() throws {
    let theme = try theme("inherits = \"dark\"\n[role]\ndim = { c256 = \"236\", mono = \"\" }")
    let first = try #require(theme.shortcomings.first)
    #expect(first.description.hasPrefix("dim has a contrast of 1."))
    #expect(first.needed == 4.5)
  }
}

@Suite("All themes that are found")
struct ThemeCollectionTests {
  private func file(_ name: String, _ text: String, in folder: String = "/usr/share/vigil/themes")
    -> ThemeCollection.File
  {
    .init(path: "\(folder)/\(name).toml", name: name, text: text)
  }

  @Test("Without any file there is the one that is compiled in")
  func none() {
    #expect(ThemeCollection([]).themes == [.builtIn])
  }

  @Test("One's own file stands for one of the same name, and may inherit in any order")
  func own() {
    let look = "[role]\nkey = { mono = \"bold underline\" }"
    let found = ThemeCollection([
      file("a", "inherits = \"b\""), file("b", "inherits = \"dark\""),
      file("b", "inherits = \"dark\"\n" + look, in: "/etc/vigil/themes"),
    ])
    #expect(found.refusals.isEmpty)
    #expect(found.themes.map(\.name) == ["a", "b", "dark"])
    #expect(found.theme(named: "a")?[.key].mono == [.bold, .underline])
  }

  @Test("A theme that inherits from itself and a broken one are told by file; the others work")
  func refusals() {
    let found = ThemeCollection([
      file("a", "inherits = \"b\""), file("b", "inherits = \"a\""), file("c", "x = 1"),
      file("d", "inherits = \"dark\""),
    ])
    #expect(found.themes.map(\.name) == ["d", "dark"])
    #expect(
      found.refusals.map(\.description).map { $0.prefix(31) } == [
        "/usr/share/vigil/themes/a.toml:", "/usr/share/vigil/themes/b.toml:",
        "/usr/share/vigil/themes/c.toml:",
      ])
  }
}
