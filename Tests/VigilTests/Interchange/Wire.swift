import Foundation
import Glibc

/// A sender of HL7 version 2 over MLLP, on a socket of its own.
final class Wire {
  private let descriptor: Int32

  init(port: Int) throws {
    let own = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    descriptor = own
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(own, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Desk.Trouble(text: "cannot connect: \(errno)") }
  }

  init(path: String) throws {
    let own = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    descriptor = own
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(own, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard status == 0 else { throw Desk.Trouble(text: "cannot connect: \(errno)") }
  }

  deinit { close(descriptor) }

  /// Sends what the other side takes at once; false where it takes no more for the moment.
  @discardableResult
  func send(_ bytes: [UInt8], waits: Bool = true) -> Int {
    var offset = 0
    while offset < bytes.count {
      let flags = Int32(MSG_NOSIGNAL) | (waits ? 0 : Int32(MSG_DONTWAIT))
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset, flags)
      }
      guard count > 0 else { return offset }
      offset += count
    }
    return offset
  }

  func send(message: String) {
    send([0x0B] + Array(message.utf8) + [0x1C, 0x0D])
  }

  /// The next answer, without its frame; `nil` where none comes in time or the connection ends.
  func answer(within milliseconds: Int32 = 5000) -> String? {
    var bytes: [UInt8] = []
    while !bytes.suffix(2).elementsEqual([0x1C, 0x0D]) {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, milliseconds) == 1 else { return nil }
      var byte: UInt8 = 0
      guard read(descriptor, &byte, 1) == 1 else { return nil }
      bytes.append(byte)
    }
    return String(decoding: bytes.dropFirst().dropLast(2), as: UTF8.self)
  }

  /// The code of the next answer and the message that it is about.
  func code(within milliseconds: Int32 = 5000) -> String? {
    let line = answer(within: milliseconds)?.split(separator: "\r").first { $0.hasPrefix("MSA|") }
    return line.map { $0.split(separator: "|").dropFirst().prefix(2).joined(separator: " ") }
  }

  /// True once the other side has ended the connection.
  func hasEnded(within milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) == 1 else { return false }
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) <= 0
  }
}

/// Messages of a monitor and of a laboratory.
enum HL7 {
  static func vitals(
    _ id: String, patient: String = "00884471", spo2: String = "93",
    unit: String = "262688^MDC_DIM_PERCENT^MDC",
    time: String = "20260306041500", modes: String = ""
  ) -> String {
    [
      "MSH|^~\\&|MONITOR|7B|||\(time)+0800||ORU^R01^ORU_R01|\(id)|P|2.6|||\(modes)",
      "PID|||\(patient)^^^Hospital^PI||王^芳", "OBR|1|||182777000^monitoring^SCT|||\(time)+0800",
      "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|\(spo2)|\(unit)|||||R", "",
    ].joined(separator: "\r")
  }

  static func lab(_ id: String, _ value: String, _ status: String) -> String {
    [
      "MSH|^~\\&|LIS|LAB|||20260306050000+0800||ORU^R01^ORU_R01|\(id)|P|2.5",
      "PID|||00884471", "OBR|1||F77|CYT^Cytokines^L|||20260306040000+0800",
      "OBX|1|NM|26881-3^IL6^LN||\(value)|pg/mL|||||\(status)", "",
    ].joined(separator: "\r")
  }

  static let patient =
    #"{"patient":"CD7-003","kind":"patient","at":"2026-02-24T09:00:00+08:00","name":"王芳","hospitalNumber":"00884471"}"#
}
