import Clinical
import Terminal

extension ConsoleState {
  /// `C-u`: asks who writes now.
  mutating func askWho() -> [Effect] {
    guard mode != .demo else {
      message = Message(words(PeopleWord.demoHasOne), .notice)
      return []
    }
    if isHalfTyped {
      message = Message(words(PeopleWord.finishField), .notice)
      return []
    }
    if case .saving? = entry.open?.phase {
      message = Message(entryWords(.stillSaving))
      return []
    }
    list = nil
    station.asking = Station.SignIn()
    return []
  }

  // What is half typed belongs to who types it.
  private var isHalfTyped: Bool {
    if let list { return !list.picker.query.isEmpty }
    if let form = entry.open {
      if form.held?.isEmpty == false { return true }
      return form.again.map { !$0.input.isEmpty } ?? !(form.texts[form.focus]?.isEmpty ?? true)
    }
    return screen == .ward && ward.isSearching && !ward.search.isEmpty
  }

  /// The keys of the station before those of the screen; `nil` for a key that is none of them.
  mutating func pressAtStation(_ key: Key) -> [Effect]? {
    if station.asking != nil { return pressInSignIn(key) }
    guard keymap.command(for: key, in: context)?.id == Self.personCommand,
      !(hasField && key.text != nil)
    else { return nil }
    // Nobody writes in a replay.
    guard replay == nil else {
      return Command.named(Self.personCommand).flatMap { performReplay($0) }
    }
    return askWho()
  }

  static let personCommand = "station.person"

  private mutating func pressInSignIn(_ key: Key) -> [Effect] {
    guard var asking = station.asking else { return [] }
    if asking.isChecking {
      // An answer that may never come holds nobody; one that comes late is of nobody.
      if key.code == .escape { station.asking = nil }
      return []
    }
    defer { if station.asking != nil { station.asking = asking } }
    asking.notice = nil
    switch key.code {
    case .escape:
      station.asking = nil
      return []
    case .enter, .tab, .down, .up:
      if key.code == .enter {
        let isReturn = asking.login.isEmpty
        if isReturn || asking.field == .pin {
          return isReturn ? returnToOwn() : check(&asking)
        }
      }
      asking.field = asking.field == .login ? .pin : .login
    default:
      switch asking.field {
      case .login: _ = asking.login.handle(key)
      case .pin:
        if let text = key.text {
          if text.isASCII, text.isNumber, asking.digits.count < PIN.lengths.upperBound {
            asking.digits.append(text)
          } else {
            asking.notice = PeopleText(.pinTakesDigits)
          }
        } else if key.code == .backspace {
          asking.digits = String(asking.digits.dropLast())
        }
      }
    }
    return []
  }

  private mutating func check(_ asking: inout Station.SignIn) -> [Effect] {
    if let wait = station.tries.wait(at: now) {
      asking.notice = PeopleText(.waitSeconds, "\(wait.wholeSecondsUp)")
      asking.digits = ""
      return []
    }
    // What is no PIN at all is answered as a wrong one is.
    guard let pin = PIN(asking.digits) else {
      asking.digits = ""
      refuse(&asking)
      return []
    }
    asking.checking = station.checks
    station.checks += 1
    asking.digits = ""
    return [.signIn(login: asking.login.text, pin: pin, check: station.checks - 1)]
  }

  private mutating func refuse(_ asking: inout Station.SignIn) {
    station.tries.failed(asking.login.text, at: now)
    let wait = station.tries.wait(at: now)
    asking.checking = nil
    asking.field = .pin
    asking.notice = PeopleText(.signInRefused, "\(wait?.wholeSecondsUp ?? 0)")
  }

  /// Letters for the login that come from a script or a paste; a PIN is typed.
  mutating func typeAtStation(_ text: String) -> Bool {
    guard station.asking != nil else { return false }
    if station.asking?.field == .login, station.asking?.isChecking == false {
      station.asking?.login.paste(text)
    }
    return true
  }

  /// What the check of a login and a PIN came to.
  mutating func take(_ answer: SignInAnswer, of check: Int) -> [Effect] {
    // Left meanwhile, or covered: whoever asked is not there any more, and it may be somebody else
    // who waits for an answer now.
    guard var asking = station.asking, asking.checking == check else { return [] }
    switch answer {
    case .refused:
      refuse(&asking)
      station.asking = asking
      return []
    case .waits(let span):
      asking.checking = nil
      asking.field = .pin
      asking.notice = PeopleText(.waitSeconds, "\(span.wholeSecondsUp)")
      station.asking = asking
      return []
    case .failed(let text):
      station.asking = nil
      message = Message(text, .failure)
      return []
    case .accepted(let user):
      station.tries.succeeded(asking.login.text)
      return become(user)
    }
  }

  /// Back to the login of the process, which needs no PIN: the system has let it in.
  mutating func returnToOwn() -> [Effect] {
    guard let own = station.own else {
      station.asking = nil
      return []
    }
    return become(own)
  }

  // An open form stays behind as the draft of who typed it.
  private mutating func become(_ user: EntryUser) -> [Effect] {
    station.asking = nil
    let isAnother = user.login != entry.user?.login
    var effects: [Effect] = []
    if isAnother {
      effects = leaveForm()
      entry.lastReceipt = nil
      looks = Looks()
    }
    entry.user = user
    message = Message(words(.writesNow, who(user)))
    return effects + [.actAs(user)] + (isAnother ? [.loadLooks(patientsInHouse)] : [])
  }

  /// People whom the ward's events changed: their role holds from now on, here too.
  mutating func takePeople(_ events: [Event]) -> [Effect] {
    guard events.contains(where: { $0.patient == nil }), var people = station.people else {
      return []
    }
    people.append(events)
    station.people = people
    if let own = station.own { station.own = people.entryUser(own.login) }
    guard let user = entry.user else { return [] }
    let newest = people.entryUser(user.login)
    guard newest != user else { return [] }
    entry.user = newest
    return [.actAs(newest)]
  }

  /// A person with the role: `RN Li, nurse`.
  func who(_ user: EntryUser) -> String {
    let role = user.role.map { entryWords($0.entryWord) } ?? words(PeopleWord.noRole)
    return "\(user.name ?? user.login), \(role)"
  }

  /// Who writes, at several lengths, for the title.
  var personText: FittedText {
    guard let user = entry.user else { return FittedText([]) }
    return FittedText(
      [who(user), user.name ?? user.login, user.login].map { StyledText($0) })
  }
}

extension TimeSpan {
  /// Whole seconds, the begun one counted.
  fileprivate var wholeSecondsUp: Int64 { (microseconds + 999_999) / 1_000_000 }
}
