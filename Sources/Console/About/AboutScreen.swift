import Terminal

extension ConsoleState {
  /// The page about grading.
  func aboutScreen() -> ScreenDescription {
    let paragraphs = aboutLines.map { line in
      let role: Terminal.Role =
        switch line.weight {
        case .heading: .heading
        case .id: .strong
        case .text: .text
        case .note: .dim
        case .warning: .warning
        }
      let indent =
        switch line.weight {
        case .heading, .id: ""
        case .text, .note, .warning: "  "
        }
      return StyledText(indent + line.text, role)
    }
    return ScreenDescription(
      title: titleLine(path: [FittedText(words(.productName)), FittedText(words(.aboutTitle))]),
      body: .group(
        Group(
          id: "about", title: FittedText([]), content: .text(paragraphs, scrolled: about.scroll),
          frame: .none, priority: 100, growth: 1)),
      message: messageText, hints: hints(in: .about))
  }
}
