import Terminal

extension ConsoleState {
  /// The question who writes now, over whatever is in front.
  func signInOverlay(_ asking: Station.SignIn) -> Overlay {
    let stars = TextInput(String(repeating: "*", count: asking.digits.count), limit: 12)
    func row(
      _ id: String, _ label: PeopleWord, _ input: TextInput, _ isFocused: Bool,
      _ help: PeopleWord
    ) -> Form.Row {
      Form.Row(
        id: id, label: FittedText(words(label), .label), input: input, focused: isFocused,
        check: FittedText(words(help), .dim))
    }
    var rows = [
      row("login", .login, asking.login, asking.field == .login, .loginHelp),
      row("pin", .pin, stars, asking.field == .pin, .pinHelp),
    ]
    let notice = asking.isChecking ? PeopleText(.checking) : asking.notice
    if let notice {
      let role: Terminal.Role = asking.isChecking ? .notice : .warning
      rows[asking.field == .login ? 0 : 1].check = FittedText(words(notice), role)
    }
    return Overlay(
      Group(
        id: "person", title: FittedText(words(PeopleWord.signInTitle)),
        content: .form(Form(rows, fieldWidth: 16)), focused: true), idealWidth: 80)
  }
}
