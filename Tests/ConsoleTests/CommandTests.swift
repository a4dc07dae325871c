import Console
import Terminal
import Testing

@Suite("Commands, keys and words")
struct CommandTests {
  @Test("Every default key is a key, none is reserved, none stands for two commands in one place")
  func keys() {
    var problems: [String] = []
    let keymap = Keymap([:], problems: &problems)
    #expect(problems.isEmpty)
    for command in Command.all where !command.keys.isEmpty {
      #expect(keymap.keys(of: command).count == command.keys.count, "\(command.id)")
    }
  }

  @Test("Keys can be bound otherwise; what is wrong is said, and the rest holds")
  func rebinding() throws {
    var problems: [String] = []
    let keymap = Keymap(
      [
        "ward.open": ["o"], "nothing": ["x"], "ward.sort": ["C-a"], "ward.filter": ["o"],
        "quit": [],
      ],
      problems: &problems)
    #expect(problems.contains { $0.contains("there is no command nothing") })
    #expect(problems.contains { $0.contains("C-a belongs to the terminal") })
    #expect(problems.contains { $0.contains("already stands for ward.open") })
    #expect(keymap.command(for: .character("o"), in: .ward)?.id == "ward.open")
    #expect(keymap.command(for: .character("q"), in: .ward) == nil)
    #expect(keymap.command(for: .character("?"), in: .ward)?.id == "help")
  }

  @Test("Every word has an English text, and the help lists every command of the screen")
  func words() {
    for word in Word.allCases { #expect(Catalogue.english.has(word), "\(word)") }
    var console = SampleConsole()
    console.press("?")
    // What works in a replay alone is offered there.
    let commands = Command.all.filter {
      $0.contexts.contains(.ward) && $0.id != "palette"
        && (!$0.id.hasPrefix("replay.") || $0.id == "replay.open")
        && !$0.id.hasPrefix("train.")
    }
    for command in commands {
      #expect(console.text(120, 100).contains(Catalogue.english(command.title)), "\(command.id)")
    }
  }

  @Test("The help is searched by typing, and Enter does what stands there")
  func help() {
    var console = SampleConsole()
    console.press("?")
    console.type("grading")
    console.press("Enter")
    #expect(console.state.screen == .about)
  }

  @Test("A theme is shown as soon as it is chosen, and Esc brings the one before back")
  func themes() {
    var console = SampleConsole()
    console.press("T", "Down")
    #expect(console.effects == [.setTheme("light")])
    console.press("Esc")
    #expect(console.effects == [.setTheme("light"), .setTheme("dark")])
    console.press("T", "Down", "Enter")
    #expect(console.state.theme == "light")
  }

  @Test("A catalogue in another language falls back to English, key by key")
  func languages() {
    let chinese = Catalogue(language: "zh-Hans", texts: [.columnBed: "床位"])
    #expect(SampleConsole(words: chinese).rows(80, 24)[2].contains("床位"))
    #expect(chinese(.columnPatient) == "Patient")
    #expect(chinese(.hiddenCount, "3") == "3 hidden")
  }
}
