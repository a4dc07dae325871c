import EventStore
import EventText

/// Opens the store that a command works on.
enum OpenedStore {
  static let reader = EventReader(digest: ContentDigest.sha256)

  /// - Parameter kinds: what it may be; a command that means a ward takes no training store.
  static func open(
    _ place: StorePlace, _ environment: Environment, kinds: Set<StoreKind> = StoreKind.ofPatients
  ) throws -> SQLiteEventLog {
    var opening = opening(environment)
    opening.kinds = kinds
    return try open(place, opening)
  }

  private static func open(
    _ place: StorePlace, _ opening: SQLiteEventLog.Opening
  ) throws -> SQLiteEventLog {
    do {
      return try SQLiteEventLog(path: place.path, opening: opening, reader: reader)
    } catch let error where error.code == .missing {
      throw missing(place)
    }
  }

  /// Opens a store from which nothing but reading is wanted: nothing can be appended to it.
  static func openForReading(
    _ place: StorePlace, _ environment: Environment
  ) throws -> SQLiteEventLog {
    var opening = opening(environment)
    opening.kinds = StoreKind.ofPatients
    opening.isForReading = true
    return try open(place, opening)
  }

  /// Every kind: what is asked of a store as a file, and who may use it.
  static let anyKind = Set(StoreKind.allCases)

  /// How this process opens any store.
  static func opening(_ environment: Environment) -> SQLiteEventLog.Opening {
    SQLiteEventLog.Opening(
      login: environment.person.login ?? "an account without a name", host: environment.host)
  }

  static func missing(_ place: StorePlace) -> Failure {
    .couldNot(
      "there is no store at \(place.path) (\(place.reason)). `vigil init` makes one; --store names"
        + " another; `vigil demo` shows the console on an invented ward")
  }
}
