import EventText

/// The events of a JSON Lines file, one line at a time; a wrong line never stops the good ones.
struct EventLines {
  /// One line, blank ones left out.
  struct Item {
    var number: Int
    var outcome: Result<SentEvent, Refusal>
    /// The line as it came; only its beginning when `isWhole` is false.
    var bytes: ArraySlice<UInt8>
    var isWhole: Bool
  }

  /// As messages call the file.
  let name: String
  private var lines: LineReader

  /// Opens a file, or standard input for `-`, and makes sure that it holds JSON Lines.
  ///
  /// - Parameter isGiven: true where the person has said that it does; nothing is guessed then.
  init(path: String, isGiven: Bool = false, _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    name = source.name
    // One byte more than a line may have, so that the reader refuses what is longer by its own
    // words.
    lines = LineReader(source, limit: EventReader.longestLine + 1)
    let beginning = try lines.beginning(ContentFormat.window)
    lines.skipByteOrderMark()
    guard !isGiven else { return }
    if case .other(let format) = ContentFormat(beginning) {
      throw Failure.couldNot(
        "\(name): this looks like \(format). Events are read from JSON Lines;"
          + " if it is that after all, say --as jsonl")
    }
  }

  /// The next line that is not blank, or `nil` at the end.
  mutating func next() throws(Failure) -> Item? {
    while let line = try lines.next() {
      if line.isWhole, line.isBlank { continue }
      let outcome: Result<SentEvent, Refusal>
      do throws(Refusal) {
        outcome = .success(try OpenedStore.reader.read(line.bytes, number: line.number))
      } catch {
        outcome = .failure(error)
      }
      return Item(
        number: line.number, outcome: outcome, bytes: line.bytes, isWhole: line.isWhole)
    }
    return nil
  }

  /// Hands the rest of a line that was not whole to `body`, in pieces.
  mutating func takeRest(_ body: (ArraySlice<UInt8>) throws(Failure) -> Void) throws(Failure) {
    try lines.takeRest(body)
  }
}
