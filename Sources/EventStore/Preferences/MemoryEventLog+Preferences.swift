import Synchronization

extension MemoryEventLog: Preferences {
  package func save(_ preference: Preference) {
    contents.withLock {
      $0.preferences[.init(login: preference.login, form: preference.name)] = preference
    }
  }

  package func preference(of login: String, name: String) -> Preference? {
    contents.withLock { $0.preferences[.init(login: login, form: name)] }
  }
}
