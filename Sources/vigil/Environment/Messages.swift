/// Messages to a person, on standard error; never data.
///
/// A message that cannot be written is dropped: there is nobody left to tell.
struct Messages {
  private let sink: Sink

  init(_ sink: Sink) { self.sink = sink }

  var isTerminal: Bool { sink.isTerminal }

  /// Writes a message and a line end; what could command a terminal is made visible.
  func say(_ text: String) { put(Printable.lines(text) + "\n") }

  /// Writes a question, without a line end.
  func ask(_ text: String) { put(Printable.lines(text)) }

  private func put(_ text: String) {
    do {
      try sink.write(text)
      try sink.flush()
    } catch {}
  }
}
