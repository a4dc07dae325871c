import Foundation
import Testing

extension Desk {
  /// Runs statements on the store, as a person with a shell could.
  func sqlite(_ statements: String) throws {
    let tool = try #require(Desk.tool("sqlite3"))
    let outcome = try run(tool, [store], input: Data(statements.utf8))
    guard outcome.status == 0, outcome.messages.isEmpty else {
      throw Desk.Trouble(text: outcome.messages)
    }
  }

  /// Takes the triggers away, runs the statements, and puts the triggers back as they were.
  func tamper(_ statements: String) throws {
    let tool = try #require(Desk.tool("sqlite3"))
    func list(_ column: String) throws -> String {
      try run(
        tool, [store, "SELECT \(column) FROM sqlite_master WHERE type = 'trigger'"]
      ).output
    }
    let drops = try list("'DROP TRIGGER ' || name || ';'")
    let makes = try list("sql || ';'")
    try sqlite(drops + statements + ";\n" + makes)
  }
}
