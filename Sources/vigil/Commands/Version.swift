import EventStore
import EventText

/// What `vigil --version` prints.
enum Version {
  static let number = "0.1.0"

  static func text(_ format: FormatOption.Format) -> String {
    switch format {
    case .text:
      """
      vigil \(number)
      SQLite \(StoreEngine.sqliteVersion), turn lock on: every COMMIT and checkpoint is made by one \
      process at a time

      """
    case .json:
      String(
        decoding: CanonicalJSON.bytes(
          of: .object([
            JSONMember("version", .string(number)),
            JSONMember("sqlite", .string(StoreEngine.sqliteVersion)),
            JSONMember("turnLock", .bool(true)),
          ])), as: UTF8.self) + "\n"
    }
  }
}
