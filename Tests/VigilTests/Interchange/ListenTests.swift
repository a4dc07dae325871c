import Foundation
import Glibc
import Testing

@Suite("vigil listen answers honest senders, whatever others do", .serialized)
struct ListenTests {
  /// The program listening, ended with the value.
  private final class Listening {
    let desk: Desk
    let process: Process
    let port: Int

    convenience init(_ more: [String] = []) throws {
      let desk = try Desk().founded()
      #expect(try desk.vigil("import", "-", input: HL7.patient + "\n").status == 0)
      try self.init(on: desk, more)
    }

    init(on desk: Desk, _ more: [String] = []) throws {
      self.desk = desk
      process = desk.prepared(Desk.program, ["listen", "--port", "0"] + more)
      let messages = Pipe()
      process.standardError = messages
      process.standardOutput = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
      var said = ""
      while !said.contains("127.0.0.1:"), process.isRunning {
        said += String(decoding: messages.fileHandleForReading.availableData, as: UTF8.self)
      }
      let digits = said.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
      port = try #require(Int(digits), "\(said)")
    }

    func end() -> Int32 {
      process.terminate()
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// Ends it between two instructions, as a power cut does.
    func kill() {
      Glibc.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    deinit { if process.isRunning { process.terminate() } }

    func count(_ kind: String) throws -> Int {
      try desk.vigil("export").lines.count { $0.contains("\"kind\":\"\(kind)\"") }
    }
  }

  @Test(
    "AA once it is durable, AE for what waits, AR for what cannot be taken; again stores nothing")
  func answers() throws {
    let listening = try Listening()
    let wire = try Wire(port: listening.port)
    wire.send(message: HL7.vitals("1"))
    #expect(wire.code() == "AA 1")
    #expect(try listening.count("vitals") == 1)
    wire.send(message: HL7.vitals("1"))
    #expect(wire.code() == "AA 1")
    wire.send(message: HL7.vitals("2", patient: "4711"))
    #expect(wire.code() == "AE 2")
    wire.send(message: HL7.vitals("3", unit: "268192^MDC_DIM_DEGC^MDC"))
    #expect(wire.code() == "AE 3")
    wire.send(message: HL7.vitals("4", time: "20991231000000"))
    #expect(wire.code() == "AE 4")
    wire.send(message: "MSH|^~\\&|A||||20260306041500||ADT^A01|5|P|2.5\r")
    #expect(wire.code() == "AR 5")
    wire.send(message: "nonsense")
    #expect(wire.code()?.hasPrefix("AR") == true)
    #expect(try listening.count("vitals") == 1)
    #expect(listening.end() == 0)
  }

  @Test("enhanced mode: accept and application answers as the sender asks for them")
  func enhanced() throws {
    let listening = try Listening()
    let wire = try Wire(port: listening.port)
    wire.send(message: HL7.vitals("1", modes: "AL|NE"))
    #expect(wire.code() == "CA 1")
    wire.send(message: HL7.vitals("2", patient: "4711", modes: "AL|AL"))
    #expect(wire.code() == "CA 2")
    #expect(wire.code() == "AE 2")
    wire.send(message: HL7.vitals("3", modes: "NE|NE"))
    #expect(wire.code(within: 500) == nil)
    wire.send(message: HL7.vitals("4"))
    #expect(wire.code() == "AA 4")
  }

  @Test("a frame over 1 MiB is rejected by its own control id, and the connection ends")
  func tooLong() throws {
    let listening = try Listening()
    let wire = try Wire(port: listening.port)
    let start = "MSH|^~\\&|A||||20260306041500||ORU^R01|BIG|P|2.5\rNTE|1||"
    wire.send([0x0B] + Array(start.utf8) + [UInt8](repeating: 0x41, count: 1 << 20))
    #expect(wire.code() == "AR BIG")
    #expect(wire.hasEnded(within: 5000))
  }

  @Test("silent, half and flooding senders keep no honest one waiting for three seconds")
  func hostile() throws {
    let listening = try Listening()
    var others: [Wire] = []
    for n in 0..<100 {
      let wire = try Wire(port: listening.port)
      if n % 3 == 0 { wire.send([0x0B] + Array("MSH|^~\\&|half".utf8)) }
      if n % 3 == 1 {
        let text = HL7.vitals("9", time: "20260306030000")
        let frame: [UInt8] = [0x0B] + Array(text.utf8) + [0x1C, 0x0D]
        let flood = [[UInt8]](repeating: frame, count: 200).flatMap { $0 }
        wire.send(flood, waits: false)
      }
      others.append(wire)
    }
    for n in 0..<5 {
      let began = ContinuousClock.now
      let wire = try Wire(port: listening.port)
      wire.send(message: HL7.vitals("H\(n)", time: "202603060410\(n)0"))
      #expect(wire.code() == "AA H\(n)")
      #expect(ContinuousClock.now - began < .seconds(3))
    }
    let status = try listening.desk.text("/proc/\(listening.process.processIdentifier)/status")
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    let kilobytes = Int(line.filter(\.isNumber)) ?? .max
    #expect(kilobytes < 300_000, "\(line)")
    #expect(others.count == 100)
  }

  @Test(
    "a flood of long messages keeps no short one waiting, and more than 2000 segments are rejected")
  func longMessages() throws {
    let listening = try Listening()
    let head = HL7.vitals("L", time: "20260306030000")
    func long(_ lines: Int) -> String {
      head + String(repeating: "NTE|1||\(String(repeating: "x", count: 400))\r", count: lines)
    }
    let over = try Wire(port: listening.port)
    over.send(message: long(2000))
    #expect(over.code() == "AR L")
    var others: [Wire] = []
    for _ in 0..<40 {
      let wire = try Wire(port: listening.port)
      let frame = [0x0B] + Array(long(1900).utf8) + [0x1C, 0x0D]
      wire.send([[UInt8]](repeating: frame, count: 3).flatMap { $0 }, waits: false)
      others.append(wire)
    }
    for n in 0..<5 {
      let began = ContinuousClock.now
      let wire = try Wire(port: listening.port)
      wire.send(message: HL7.vitals("H\(n)", time: "202603060410\(n)0"))
      #expect(wire.code() == "AA H\(n)")
      #expect(ContinuousClock.now - began < .seconds(3))
    }
    #expect(others.count == 40)
  }

  @Test("what was answered with AA is there after kill -9, and what is sent again is there once")
  func killed() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: HL7.patient + "\n").status == 0)
    func time(_ n: Int) -> String { "20260306\(String(100_000 + n).suffix(6))" }
    var answered: Set<Int> = []
    var sent = 0
    for round in 0..<4 {
      let listening = try Listening(on: desk)
      let wire = try Wire(port: listening.port)
      // Some are answered, then several are on their way when it dies.
      for _ in 0..<(3 + round * 4) {
        wire.send(message: HL7.vitals("\(sent)", time: time(sent)))
        if wire.code() == "AA \(sent)" { answered.insert(sent) }
        sent += 1
      }
      for _ in 0..<5 {
        wire.send(message: HL7.vitals("\(sent)", time: time(sent)))
        sent += 1
      }
      if round % 2 == 1, let code = wire.code(), let n = Int(code.dropFirst(3)) {
        answered.insert(n)
      }
      listening.kill()
      let times = Set(
        try desk.vigil("export", "CD7-003").lines.compactMap {
          $0.firstMatch(of: #/"at":"2026-03-06T(\d\d):(\d\d):(\d\d)/#).map {
            "\($0.1)\($0.2)\($0.3)"
          }
        })
      for n in answered { #expect(times.contains(String(time(n).suffix(6))), "\(n)") }
      #expect(try desk.vigil("verify").status == 0)
    }
    #expect(answered.count >= 36)
    let listening = try Listening(on: desk)
    let wire = try Wire(port: listening.port)
    for n in 0..<sent {
      wire.send(message: HL7.vitals("\(n)", time: time(n)))
      #expect(wire.code() == "AA \(n)")
    }
    #expect(try listening.count("vitals") == sent)
  }

  @Test("a Unix socket is for its owner only, and goes with the program")
  func unixSocket() throws {
    let folder = try Desk()
    let path = folder.path("h.sock")
    let listening = try Listening(["--socket", path])
    let wire = try Wire(path: path)
    wire.send(message: HL7.vitals("1"))
    #expect(wire.code() == "AA 1")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode.map { $0 & 0o077 } == 0)
    let second = try listening.desk.vigil("listen", "--socket", path)
    #expect(second.status == 3 && second.messages.contains("another program"))
    #expect(listening.end() == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("it dials senders that are servers, and answers them")
  func dialling() throws {
    let server = try Server()
    let listening = try Listening(["--dial", "127.0.0.1:\(server.port)"])
    let code = try server.serve(HL7.vitals("1"))
    #expect(code.contains("MSA|AA|1"))
    #expect(try listening.count("vitals") == 1)
  }

  @Test(
    "wrong usage is told",
    arguments: [
      [], ["--port", "70000"], ["--port", "x"], ["--dial", "nowhere"], ["--dial", "a:0"],
      ["--socket", String(repeating: "x", count: 101)],
    ])
  func usage(_ options: [String]) throws {
    #expect(try Desk().founded().vigil(["listen"] + options).status == 2)
  }

  @Test("a port that is taken, and a store that is not there, cannot be done")
  func cannot() throws {
    let listening = try Listening()
    #expect(try listening.desk.vigil("listen", "--port", "\(listening.port)").status == 3)
    #expect(try Desk().vigil("listen", "--port", "0").status == 3)
    let file = try listening.desk.file("notes.txt", "x")
    let socket = try listening.desk.vigil("listen", "--socket", file)
    #expect(socket.status == 3 && socket.messages.contains("that is a file, and no socket"))
    #expect(try listening.desk.text(file) == "x")
  }

  @Test(
    "mllp_send of PyPI's hl7 gets its answers",
    .enabled(
      if: ProcessInfo.processInfo.environment["VIGIL_MLLP_SEND"] != nil,
      "VIGIL_MLLP_SEND is not set"))
  func pythonClient() throws {
    let program = try #require(ProcessInfo.processInfo.environment["VIGIL_MLLP_SEND"])
    let listening = try Listening()
    let file = try listening.desk.file(
      "messages.hl7", HL7.vitals("1") + HL7.vitals("2", patient: "4711"))
    let outcome = try listening.desk.run(
      URL(filePath: program),
      ["--loose", "--port", "\(listening.port)", "--file", file, "127.0.0.1"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("MSA|AA|1") && outcome.output.contains("MSA|AE|2"))
  }
}
