/// A question to the person at the terminal.
enum Question {
  /// Asks until there is an answer; an empty one takes `standard`, where there is one.
  ///
  /// - Throws: `Failure` when the input ends.
  static func ask(_ question: String, _ standard: String?, _ environment: Environment) throws
    -> String
  {
    while true {
      environment.messages.ask(question + (standard.map { " [\($0)]" } ?? "") + ": ")
      guard let line = try line(from: environment.input) else {
        throw Failure.usage("the input ended before everything was answered; nothing was made")
      }
      let answer = trimmed(line)
      if !answer.isEmpty { return answer }
      if let standard { return standard }
    }
  }

  // A terminal gives one line at a time.
  /// - Parameter end: ends a line as well, and stands in it.
  static func line(from source: Source, endingAt end: UInt8? = nil) throws -> String? {
    var bytes: [UInt8] = []
    while true {
      let more = try source.read(upTo: 1)
      guard let byte = more.first else {
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
      if byte == end { return String(decoding: bytes, as: UTF8.self) }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
