import Clinical
import Console
import EventText

/// Who may do what, as it is printed.
struct UsersText {
  let zone: Zone
  /// Who has a PIN for the stations.
  let pins: Set<String>

  /// One object a person, keys sorted.
  func json(_ person: UserBook.Person) -> [UInt8] {
    CanonicalJSON.bytes(
      of: .object([
        JSONMember("active", .bool(person.isActive)),
        JSONMember("login", .string(person.user.login)),
        JSONMember("name", .string(person.user.name)),
        JSONMember("pin", .bool(pins.contains(person.user.login))),
        JSONMember("role", .string(person.user.role.rawValue)),
        JSONMember("since", .string(Timestamp.local(person.since, in: zone))),
      ]))
  }

  func lines(_ people: [UserBook.Person]) -> [String] {
    let rows = people.map { person in
      [
        person.user.login, person.user.name, person.user.role.rawValue,
        person.isActive ? "active" : "not active",
        "since \(Timestamp.local(person.since, in: zone))",
        pins.contains(person.user.login) ? "PIN" : "",
      ].map(Printable.line)
    }
    return Self.columns(rows)
  }

  /// Which role may what: every act, every role.
  static func roleLines() -> [String] {
    let head = [""] + Role.allCases.map(\.rawValue)
    let rows = EntryAct.allCases.map { act in
      [Catalogue.english(RoleTable.word(act))]
        + Role.allCases.map { role in
          switch RoleTable.cell(act, role) {
          case .always: "yes"
          case .inTraining: "training"
          case .never: "-"
          }
        }
    }
    return columns([head] + rows)
  }

  static func roleJSON() -> [[UInt8]] {
    EntryAct.allCases.map { act in
      func roles(_ cells: Set<RoleTable.Cell>) -> JSONValue {
        .array(
          Role.allCases.filter { cells.contains(RoleTable.cell(act, $0)) }.map {
            .string($0.rawValue)
          })
      }
      return CanonicalJSON.bytes(
        of: .object([
          JSONMember("act", .string(act.rawValue)),
          JSONMember("inTraining", roles([.always, .inTraining])),
          JSONMember("roles", roles([.always])),
        ]))
    }
  }

  private static func columns(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { TextColumns.width($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) { line += TextColumns.padded(cell, to: width + 2) }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
