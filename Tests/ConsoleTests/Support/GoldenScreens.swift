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
    // A form with what a nurse types in it, for the patient of that name.
    func form(
      _ name: String, _ who: String, _ sizes: [Size], opened key: String, _ typed: String
    ) -> Screen {
      var console = SampleConsole.watched
      console.state.entry.user = EntryUser(login: "li", name: "Li", role: .nurse)
      _ = console.state.update(.drafts([]))
      console.press(":")
      console.type(who)
      console.press("Enter", key)
      console.type(typed)
      return Screen(name: name, console: console, sizes: sizes)
    }
    func correcting() -> Screen {
      var console = SampleConsole.watched
      console.state.entry.user = EntryUser(login: "moss", name: "Moss", role: .physician)
      _ = console.state.update(.drafts([]))
      console.press(":")
      console.type("王芳")
      console.press("Enter", "Tab", "Tab", "Down", "C")
      return Screen(name: "form-correction", console: console, sizes: comfortable)
    }
    func comparing() -> Screen {
      var console = SampleConsole.watched
      console.press(":")
      console.type("王芳")
      console.press("Enter", "g", "c")
      console.type("刘洋")
      console.press("Enter")
      return Screen(name: "patient-trends-compared", console: console, sizes: sizes)
    }
    func trial(_ part: TrialState.Part, _ keys: String...) -> Screen {
      var console = TrialConsole.at(part)
      for key in keys { console.press(key) }
      let name = "trial-\(part.rawValue)" + (keys.isEmpty ? "" : "-behind")
      return Screen(name: name, console: console, sizes: Array(sizes.dropFirst()))
    }
    return fromOutside() + everyForm() + TrialState.Part.allCases.map { trial($0) } + [
      trial(.overview, "Enter"),
      form("form-vitals", "王芳", sizes, opened: "v", "391 130 78/40 26 88 n4 v"),
      form("form-ice", "王芳", sizes, opened: "i", "11101"),
      form("form-capd", "陈子轩", comfortable, opened: "i", "0110"),
      form("form-medication", "刘洋", comfortable, opened: "m", "toci"),
      form("form-vasopressor", "张伟", comfortable, opened: "P", "ne"),
      form("form-line", "王芳", comfortable, opened: "e", "t 38.4 bp 92/50 o2 nc 4 toci 480"),
      correcting(), screen("ward"),
      Screen(name: "ward-loading", console: SampleConsole(), sizes: comfortable),
      screen("alerts", sizes, "!"), patient("patient-alerts", "王芳", sizes, "t"),
      acknowledging(), screen("ward-all-patients", comfortable, "h", "s", "End"), searched(),
      patient("patient-course", "王芳", sizes), patient("patient-reasons", "王芳", sizes, "Tab"),
      patient("patient-events", "王芳", sizes, "Tab", "Tab"),
      patient("patient-scales", "王芳", sizes, "S"),
      patient("patient-scale-read", "王芳", comfortable, "S", "End", "Enter"),
      patient("patient-as-known", "王芳", comfortable, "Left", "K"),
      patient("patient-trends", "王芳", sizes, "g"),
      patient("patient-trends-closer", "刘洋", comfortable, "g", "+", "+", "+", "Down", "p"),
      patient("patient-trends-cytokines", "刘洋", sizes, "g", "PageDown", "Down", "Down"),
      patient("patient-trends-numbers", "王芳", comfortable, "g", "s", "s", "s", "s"),
      patient("patient-day-table", "刘洋", sizes, "d"), comparing(),
      screen("ward-trends", sizes, "g"), screen("ward-trends-cytokines", sizes, "g", "Tab"),
      screen("about", sizes, "G"), screen("help", sizes, "?"),
      screen("palette", sizes, ":"),
      screen("themes", sizes, "T"),
    ]
  }()
}
