import Foundation
import NcursesDriver
import Terminal

// A program for the tests of the driver: it shows what comes in, and comes to harm on request.
@main
struct TerminalProbe {
  static func main() {
    do throws(TerminalFailure) {
      let code = try run(Arguments(CommandLine.arguments.dropFirst()))
      print("bye")
      exit(code)
    } catch {
      print("plain: \(error)")
      exit(7)
    }
  }

  private static func run(_ arguments: Arguments) throws(TerminalFailure) -> Int32 {
    var session = try TerminalSession(arguments.options)
    var scene = Scene(dump: arguments.dump)
    scene.note("ready \(session.capabilities.colours) \(session.capabilities.glyphs)")
    scene.show(on: &session)
    while true {
      for input in session.wait(milliseconds: arguments.tick) {
        scene.note(input)
        switch input {
        case .hangUp: return 3
        case .terminate: return 4
        case .key(let key): scene.act(on: key, &session)
        default: break
        }
      }
      if scene.isOver { return 0 }
      scene.show(on: &session)
    }
  }
}

/// What the tests ask for on the command line.
struct Arguments {
  var options = SessionOptions(term: nil, title: "probe", crashNote: "the probe was hurt")
  var dump: String?
  var tick: Int?

  init(_ words: ArraySlice<String>) {
    var words = words
    while let word = words.popFirst() {
      switch word {
      case "--term": options.term = words.popFirst()
      case "--dump": dump = words.popFirst()
      case "--tick": tick = words.popFirst().flatMap { Int($0) }
      case "--no-colour": options.noColour = true
      case "--mouse": options.mouse = true
      default: break
      }
    }
  }
}
