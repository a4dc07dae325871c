/// Where the store is, and why there.
struct StorePlace {
  var path: String
  /// `--store`, `VIGIL_STORE`, a configuration file, or the default.
  var reason: String

  /// Decides in the order of contract 2.
  ///
  /// - Throws: `Failure` for a configuration that cannot be read, or an account without a home.
  init(option: String?, _ environment: Environment) throws {
    if let option {
      guard !option.isEmpty else { throw Failure.usage("--store takes the path of a store") }
      self.init(path: option, reason: "--store")
    } else if let value = environment.variable("VIGIL_STORE") {
      self.init(path: value, reason: "VIGIL_STORE")
    } else if let entry = try ConfigurationInForce(environment).store {
      self.init(path: entry.value, reason: entry.file)
    } else if let folder = environment.stateFolder {
      let isSet = environment.variable("XDG_STATE_HOME").map { $0.hasPrefix("/") } ?? false
      self.init(
        path: folder + "/store.vigil",
        reason: isSet ? "the default, in XDG_STATE_HOME" : "the default")
    } else {
      throw Failure.couldNot(
        "no place for a store: this account has no home folder; give --store PATH or VIGIL_STORE")
    }
  }

  private init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
