import Glibc

/// The lines of a file, one at a time, in bounded memory.
struct LineReader {
  /// One line, without its line end.
  struct Line {
    /// From 1.
    var number: Int
    /// As it came; a carriage return at its end is white space to JSON.
    var bytes: ArraySlice<UInt8>
    /// False when the line is longer than the reader's limit and `bytes` is only its beginning.
    var isWhole: Bool

    /// True for a line of nothing but spaces, tabs and a carriage return.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
  }

  private let source: Source
  /// How many bytes of a line are held at once.
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var atEnd = false
  // True while the rest of a line that was cut has not been read.
  private var isInsideLine = false

  init(_ source: Source, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// What one read gives of the beginning, for telling formats apart; a sender that waits for an
  /// answer to its first line is not kept waiting for more.
  mutating func beginning(_ count: Int) throws(Failure) -> ArraySlice<UInt8> {
    if start == buffer.count, !atEnd { try refill() }
    return buffer[start...].prefix(count)
  }

  /// Everything that is left, for a file that is read whole.
  mutating func everything(limit: Int) throws(Failure) -> [UInt8] {
    var all = Array(buffer[start...])
    while !atEnd {
      let more = try source.read(upTo: 1 << 18)
      if more.isEmpty { atEnd = true }
      all += more
      guard all.count <= limit else {
        throw .couldNot(
          "\(source.name) is longer than \(limit >> 20) MiB, which is read whole; import it in parts"
        )
      }
    }
    return all
  }

  /// Passes over a byte order mark, where the beginning has one.
  mutating func skipByteOrderMark() {
    if buffer[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
  }

  /// True while something was read that no line has given yet.
  var holdsBytes: Bool { start < buffer.count }

  /// The next line, or `nil` at the end. What was left of a line that was cut is passed over.
  mutating func next() throws(Failure) -> Line? {
    while try restOfLine() != nil {}
    var searched = start
    while true {
      if let end = lineFeed(from: searched) {
        defer { start = end + 1 }
        number += 1
        return Line(number: number, bytes: buffer[start..<end], isWhole: true)
      }
      if buffer.count - start > limit {
        number += 1
        isInsideLine = true
        let line = Line(number: number, bytes: buffer[start..<start + limit], isWhole: false)
        start += limit
        return line
      }
      if atEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        number += 1
        return Line(number: number, bytes: buffer[start...], isWhole: true)
      }
      let unsearched = buffer.count - start
      try refill()
      searched = start + unsearched
    }
  }

  /// The next piece of a line that was cut, or `nil` where none was.
  mutating func restOfLine() throws(Failure) -> (bytes: ArraySlice<UInt8>, isLast: Bool)? {
    guard isInsideLine else { return nil }
    if start == buffer.count, !atEnd { try refill() }
    if let end = lineFeed(from: start) {
      defer { start = end + 1 }
      isInsideLine = false
      return (buffer[start..<end], isLast: true)
    }
    defer { start = buffer.count }
    isInsideLine = !atEnd
    return (buffer[start...], isLast: atEnd)
  }

  private mutating func refill() throws(Failure) {
    let more = try source.read(upTo: 1 << 18)
    if more.isEmpty { atEnd = true }
    // A new buffer, so that a line still held elsewhere does not cost a copy of the whole.
    buffer = buffer[start...] + more
    start = 0
  }

  private func lineFeed(from index: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, index < bytes.count,
        let found = memchr(base + index, 0x0A, bytes.count - index)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
