import Clinical
import Console
import Terminal

/// The screens that are kept whole as files: how one comes to each by keys, and at which sizes.
enum GoldenScreens {
  struct Screen: Sendable {
    /// The folder of its files.
    let name: String
    let console: SampleConsole
    let sizes: [Size]
  }

  /// The smallest with groups, the first comfortable one, and two with room.
  static let sizes = [(40, 10), (80, 24), (120, 40), (200, 50)].map(Size.init(width:height:))
  private static let comfortable = [Size(width: 80, height: 24)]

  static let all: [Screen] = {
    func screen(_ name: String, _ sizes: [Size] = sizes, _ keys: String...) -> Screen {
      var console = SampleConsole.watched
      for key in keys { console.press(key) }
      return Screen(name: name, console: console, sizes: sizes)
    }
    func patient(_ name: String, _ who: String, _ sizes: [Size], _ keys: String...) -> Screen {
      var console = SampleConsole.watched
      console.press("h", ":")
      console.type(who)
      console.press("Enter")
      for key in keys { console.press(key) }
      return Screen(name: name, console: console, sizes: sizes)
    }
    func searched() -> Screen {
      var console = SampleConsole.watched
      console.press("/")
      console.type("B1")
      return Screen(name: "ward-searched", console: console, sizes: comfortable)
    }
    func acknowledging() -> Screen {
      var console = SampleConsole.watched
      console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
      console.press("a")
      return Screen(name: "acknowledge", console: console, sizes: sizes)
    }
    return [
      screen("ward"), Screen(name: "ward-loading", console: SampleConsole(), sizes: comfortable),
      screen("alerts", sizes, "!"), patient("patient-alerts", "王芳", sizes, "t"),
      acknowledging(), screen("ward-all-patients", comfortable, "h", "s", "End"), searched(),
      patient("patient-course", "王芳", sizes), patient("patient-reasons", "王芳", sizes, "Tab"),
      patient("patient-events", "王芳", sizes, "Tab", "Tab"),
      patient("patient-as-known", "王芳", comfortable, "Left", "K"),
      screen("about", sizes, "G"), screen("help", sizes, "?"), screen("palette", sizes, ":"),
      screen("themes", sizes, "T"),
    ]
  }()
}
