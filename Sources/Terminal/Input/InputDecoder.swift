/// Makes input of what a terminal sends, after the terminal library has put together the keys
/// that it knows.
///
/// It does three things that keep a stray byte from becoming a command. Escape sequences that the
/// library does not know are swallowed whole, not read as letters. A paste between its markers is
/// one input. Seven and more different letters that arrive at once, without markers, are a paste
/// too: nobody types so fast; a held key repeats one letter and stays a key.
package struct InputDecoder: Sendable {
  /// One step of what the library reads.
  package enum Step: Hashable, Sendable {
    /// A character as it was sent, control characters and escape among them.
    case scalar(Unicode.Scalar)
    /// A key that the library recognised.
    case key(Key)
    case pasteStart
    case pasteEnd
    case mouse(Mouse)
  }

  /// The most of one paste that is kept, in characters.
  package static let pasteLimit = 100_000
  /// From how many letters at once, without markers, it is a paste.
  package static let burst = 7

  private var pasted: String.UnicodeScalarView?
  private var pastedCount = 0

  package init() {}

  /// True between the markers of a paste.
  package var isPasting: Bool { pasted != nil }

  /// Decodes everything that was waiting at one time.
  package mutating func decode(_ steps: [Step]) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var run: [Character] = []
    var index = 0
    func endRun() {
      inputs += Self.inputs(ofRun: run)
      run = []
    }
    while index < steps.count {
      let step = steps[index]
      index += 1
      if pasted != nil {
        if let input = continuePaste(step) { inputs.append(input) }
        continue
      }
      if case .scalar(let scalar) = step, scalar.value >= 0x20, scalar.value != 0x7F {
        run.append(Character(scalar))
        continue
      }
      endRun()
      switch step {
      case .pasteStart:
        pasted = String.UnicodeScalarView()
        pastedCount = 0
      case .pasteEnd: break
      case .key(let key): inputs.append(.key(key))
      case .mouse(let mouse): inputs.append(.mouse(mouse))
      case .scalar("\u{1B}"):
        let (key, next) = EscapeSequence.read(steps, from: index)
        index = next
        if let key { inputs.append(.key(key)) }
      case .scalar(let scalar):
        if let key = Self.controlKey(scalar) { inputs.append(.key(key)) }
      }
    }
    endRun()
    return inputs
  }

  /// Ends a paste whose end marker never came, as when the line was cut: what arrived is the
  /// paste. To be called when nothing more comes for a while.
  package mutating func endOverduePaste() -> TerminalInput? {
    guard let text = pasted else { return nil }
    pasted = nil
    return .paste(String(text))
  }

  private mutating func continuePaste(_ step: Step) -> TerminalInput? {
    switch step {
    case .pasteEnd:
      return endOverduePaste()
    case .scalar("\r"):
      // Terminals send a line break of a paste as Enter.
      keep("\n")
    case .scalar(let scalar):
      keep(scalar)
    case .key(let key):
      // Inside a paste the library still turns some bytes into keys.
      let sign: Unicode.Scalar? =
        switch key.code {
        case .enter: "\n"
        case .tab: "\t"
        default: nil
        }
      if let sign { keep(sign) }
    case .pasteStart, .mouse: break
    }
    return nil
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    if pastedCount < Self.pasteLimit { pasted?.append(scalar) }
    pastedCount += 1
  }

  private static func inputs(ofRun run: [Character]) -> [TerminalInput] {
    if run.count >= burst, Set(run).count > 1 { return [.paste(String(run))] }
    return run.map { .key(.character($0)) }
  }

  static func controlKey(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0D, 0x0A: Key(.enter)
    case 0x09: Key(.tab)
    case 0x08, 0x7F: Key(.backspace)
    case 0x1B: Key(.escape)
    case 0x00: Key(.character(" "), .control)
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    default: nil
    }
  }
}
