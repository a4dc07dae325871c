import Clinical
import EventText

/// One file to be imported, opened, with its format told.
enum ImportInput {
  case lines(ImportLines)
  /// Of another format, read whole: its bytes, and as messages call the file.
  case whole(ImportCommand.Format, [UInt8], name: String)

  /// How long a file may be that is read whole.
  static let longest = 256 << 20

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter given: the format, where the person has said it; nothing is guessed then.
  /// - Throws: for what is none of the formats that are read.
  init(path: String, as given: ImportCommand.Format?, _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    let lines = try ImportLines(source)
    let format: ImportCommand.Format
    if let given {
      format = given
    } else {
      switch ContentFormat(lines.beginning) {
      case .jsonLines: format = .jsonl
      case .hl7: format = .hl7
      case .fhir: format = .fhir
      case .table: format = .csv
      case .other(let name):
        throw Failure.couldNot(
          "\(source.name): this looks like \(name). Events are read from JSON Lines, HL7 version 2,"
            + " FHIR and tables; if it is one of these after all, say it, e.g. `vigil import --as jsonl`"
        )
      }
    }
    if format == .jsonl {
      self = .lines(lines)
    } else {
      self = .whole(format, try lines.wholeFile(limit: Self.longest), name: source.name)
    }
  }
}
