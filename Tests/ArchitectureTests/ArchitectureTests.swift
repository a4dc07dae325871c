import Foundation
import Testing

@Suite("The house keeps its rooms apart")
struct ArchitectureTests {
  static let sources = SourceTree.files(below: "Sources")
  /// A fuzzer stops at what it finds and is called from C; the program is everything else.
  static let program = sources.filter { !SourceTree.room(of: $0.path).hasPrefix("Fuzz") }

  @Test("every folder under Sources is a room of the table, and the sources were found")
  func everyFolderIsARoom() {
    let found = Set(Self.sources.map { SourceTree.room(of: $0.path) })
    #expect(found.isSuperset(of: ["Clinical", "Grading", "EventText", "EventStore", "vigil"]))
    #expect(found.subtracting(rooms.keys) == [])
  }

  @Test("a file imports only what the table allows its room")
  func importsFollowTheTable() {
    for file in Self.sources {
      let allowed = rooms[SourceTree.room(of: file.path)] ?? []
      let strange = file.imports.filter { !allowed.contains($0) && $0 != "Swift" }
      #expect(strange == [], "\(file.path) imports \(strange)")
    }
  }

  @Test("no room imports a room above it, and no two import one another")
  func theTableHasNoRing() {
    func reach(_ room: String, _ seen: inout Set<String>) {
      for next in rooms[room] ?? [] where rooms[next] != nil && seen.insert(next).inserted {
        reach(next, &seen)
      }
    }
    for room in rooms.keys.sorted() {
      var seen: Set<String> = []
      reach(room, &seen)
      #expect(!seen.contains(room), "\(room) reaches itself")
    }
  }

  @Test("time, zone, random ids and variables come in through vigil's Environment alone")
  func onlyTheEnvironmentAsksTheSystem() {
    let forbidden: [Regex<Substring>] = [
      #/\bDate\(\)/#, #/\bDate\.now\b/#, #/\bDate\(timeIntervalSinceNow/#, #/\bUUID\(\)/#,
      #/\bTimeZone\.(?:current|autoupdatingCurrent|default)\b/#,
      #/\bLocale\.(?:current|autoupdatingCurrent)\b/#, #/\b(?:secure_)?getenv\b/#,
      #/\bProcessInfo\b/#, #/\bCommandLine\b/#, #/\bCLOCK_REALTIME\b/#, #/\bgettimeofday\b/#,
      #/\btime\(nil\)/#, #/\.random\(in:/#, #/\bSystemRandomNumberGenerator\b/#,
      #/\b(?:getrandom|arc4random)\b/#,
    ]
    let others = Self.sources.filter { !$0.path.hasPrefix("Sources/vigil/Environment/") }
    #expect(others.count < Self.sources.count)
    for line in lines(of: others, matching: forbidden) { Issue.record("\(line)") }
  }

  @Test("a pure room touches no file, no socket and no clock")
  func pureRoomsArePure() {
    let forbidden: [Regex<Substring>] = [
      #/\b(?:FileManager|FileHandle|Process|URLSession|UserDefaults)\b/#,
      #/\b(?:Glibc\.\w+|fopen|socket|read|write)\(\d|fopen\(|\bsocket\(/#,
      #/\b(?:String|Data)\(contentsOf/#, #/\bprint\(/#, #/\bGlibc\.open\(/#,
      #/\b(?:ContinuousClock|SuspendingClock|DispatchTime)\b/#, #/\bDate\b\.init/#,
    ]
    let pure = Self.sources.filter { pureRooms.contains(SourceTree.room(of: $0.path)) }
    #expect(!pure.isEmpty)
    for line in lines(of: pure, matching: forbidden) { Issue.record("\(line)") }
  }

  @Test("nothing that input reaches ends the program")
  func noTrapOnInput() {
    let forbidden: [Regex<Substring>] = [
      #/\btry!/#, #/\bas!/#, #/\bfatalError\(/#, #/\bpreconditionFailure\(/#,
      #/\bassertionFailure\(/#, #/\bnonisolated\(unsafe\)/#, #/\bunowned\b/#,
      #/[A-Za-z0-9_\)\]]!(?!=)/#,
    ]
    for line in lines(of: Self.program, matching: forbidden) { Issue.record("\(line)") }
  }

  @Test("only the store writes SQL, and only vigil parses arguments")
  func oneRoomForEach() {
    for file in Self.sources {
      let room = SourceTree.room(of: file.path)
      if room != "EventStore" { #expect(!file.imports.contains("GRDB"), "\(file.path)") }
      if room != "vigil" { #expect(!file.imports.contains("ArgumentParser"), "\(file.path)") }
    }
  }

  @Test("access between rooms is package; there is no library to be public for")
  func nothingIsPublic() {
    let forbidden: [Regex<Substring>] = [
      #/\b(?:public|open) (?:struct|enum|func|var|let|class|protocol|extension|init|import)\b/#
    ]
    for line in lines(of: Self.program, matching: forbidden) { Issue.record("\(line)") }
  }

  @Test("no file names a path that exists only on one machine")
  func noPathOutsideTheCheckout() {
    let all =
      Self.sources
      + SourceTree.files(below: "Tests", endings: ["swift", "md", "jsonl", "json", "sh", "py"])
    // Written in two halves, so that this file does not find itself.
    let strange = ["/work" + "/", "../" + "shared", "/Us" + "ers/"]
    for file in all {
      for piece in strange where file.text.contains(piece) {
        Issue.record("\(file.path) names \(piece)")
      }
    }
  }

  @Test("a source file has one subject: none is longer than 400 lines")
  func filesAreSmall() {
    // A catalogue of words is one subject however many words there are.
    for file in Self.sources where !file.path.hasPrefix("Sources/Console/Words/") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(lines <= 400, "\(file.path) has \(lines) lines")
    }
  }

  @Test("the stripper leaves code and takes out comments and texts")
  func stripperWorks() {
    var stripper = CodeStripper()
    #expect(stripper.strip("let a = \"Date()\" // UUID()") == "let a = \"\" ")
    #expect(stripper.strip("call(try! x) /* Date() */ + 1") == "call(try! x)  + 1")
    #expect(stripper.strip("let t = \"\"\"") == "let t = ")
    #expect(stripper.strip("  Date()") == "")
    #expect(stripper.strip("  \"\"\" + y") == " + y")
  }

  // Where code matches one of the patterns, as `path:line: text`.
  private func lines(of files: [SourceTree.File], matching patterns: [Regex<Substring>]) -> [String]
  {
    files.flatMap { file in
      file.code.filter { _, line in patterns.contains { line.contains($0) } }.map {
        "\(file.path):\($0.number): \($0.text.trimmingCharacters(in: .whitespaces))"
      }
    }
  }
}
