/// Cuts a file, or a stream that comes in pieces, into numbered lines.
///
/// What is held between two pieces is at most one line: of a line over 1 MB the rest is passed over
/// and a refusal takes its place. Blank lines are skipped but counted; a byte order mark at the very
/// beginning and carriage returns at line ends are passed over.
package struct EventLines: Sendable {
  /// One line of the file.
  package enum Line: Sendable {
    /// The bytes of a line, without its end.
    case text(ArraySlice<UInt8>, number: Int)
    /// A line that is too long to be read.
    case refused(Refusal)
  }

  private var held: [UInt8] = []
  private var number = 1
  private var isPassingOver = false
  private var isAtStart = true

  package init() {}

  /// Takes the next piece and hands on the lines that end in it.
  ///
  /// Lines that lie within the piece are slices of it; nothing is copied.
  package mutating func push<Failure: Error>(
    _ piece: ArraySlice<UInt8>, _ take: (Line) throws(Failure) -> Void
  ) throws(Failure) {
    var rest = piece
    while let end = Self.lineFeed(in: rest) {
      let part = rest[..<end]
      rest = rest[(end + 1)...]
      try complete(part, take)
    }
    hold(rest)
  }

  /// Hands on the last line where no line feed ends it.
  package mutating func finish<Failure: Error>(
    _ take: (Line) throws(Failure) -> Void
  ) throws(Failure) {
    if !held.isEmpty || isPassingOver { try complete([], take) }
  }

  private mutating func complete<Failure: Error>(
    _ part: ArraySlice<UInt8>, _ take: (Line) throws(Failure) -> Void
  ) throws(Failure) {
    let own = number
    number += 1
    if isPassingOver || held.count + part.count > Self.longest {
      held = []
      isPassingOver = false
      isAtStart = false
      try take(.refused(Self.tooLong(own)))
      return
    }
    var line = part
    if !held.isEmpty {
      held.append(contentsOf: part)
      line = held[...]
      held = []
    }
    if isAtStart {
      isAtStart = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    if Self.isBlank(line) { return }
    if line.count > JSONParser.maximumLength {
      try take(.refused(Self.tooLong(own)))
    } else {
      try take(.text(line, number: own))
    }
  }

  private mutating func hold(_ rest: ArraySlice<UInt8>) {
    if isPassingOver || rest.isEmpty { return }
    if held.count + rest.count > Self.longest {
      held = []
      isPassingOver = true
    } else {
      held.append(contentsOf: rest)
    }
  }

  // A carriage return and a byte order mark do not count.
  private static let longest = JSONParser.maximumLength + 4

  private static func tooLong(_ number: Int) -> Refusal {
    Refusal(
      line: number, problem: "the line is longer than 1 MB (1048576 bytes)",
      remedy: "write one event a line")
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    for byte in line {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default: return false
      }
    }
    return true
  }

  private static func lineFeed(in bytes: ArraySlice<UInt8>) -> Int? {
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      if span[offset] == UInt8(ascii: "\n") { return bytes.startIndex + offset }
      offset += 1
    }
    return nil
  }
}
