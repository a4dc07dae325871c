import EventText

/// The events of a file that is imported, one line at a time; a wrong line never stops the good
/// ones, and its bytes are kept to the last.
struct ImportLines {
  /// What comes next in the file; blank lines are passed over.
  enum Item {
    case event(SentEvent, line: Int)
    /// A line that is no event, as it came; only its beginning when `isWhole` is false.
    case refused(Refusal, ArraySlice<UInt8>, isWhole: Bool)
    /// More of a refused line that was not whole.
    case rest(ArraySlice<UInt8>, isLast: Bool)
  }

  /// As messages call the file.
  let name: String
  private var lines: LineReader
  private var hasBegun = false

  /// The first bytes, by which the format is told.
  let beginning: ArraySlice<UInt8>

  init(_ source: Source) throws {
    name = source.name
    // One byte more than a line may have, so that the reader refuses what is longer by its own
    // words.
    lines = LineReader(source, limit: EventReader.longestLine + 1)
    beginning = try lines.beginning(ContentFormat.window)
  }

  /// All of a file that is no list of lines.
  ///
  /// - Throws: also when it is longer than `limit` bytes.
  func wholeFile(limit: Int) throws(Failure) -> [UInt8] {
    var lines = lines
    return try lines.everything(limit: limit)
  }

  /// What comes next, or `nil` at the end.
  mutating func next() throws(Failure) -> Item? {
    if !hasBegun {
      hasBegun = true
      lines.skipByteOrderMark()
    }
    if let piece = try lines.restOfLine() { return .rest(piece.bytes, isLast: piece.isLast) }
    while let line = try lines.next() {
      if line.isWhole, line.isBlank { continue }
      do throws(Refusal) {
        return .event(
          try OpenedStore.reader.read(line.bytes, number: line.number), line: line.number)
      } catch {
        return .refused(error, line.bytes, isWhole: line.isWhole)
      }
    }
    return nil
  }
}
