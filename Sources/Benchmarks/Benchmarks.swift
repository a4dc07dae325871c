import Clinical
import Foundation
import Grading

/// Measures what the README shows, each figure on its own line.
@main
struct Benchmarks {
  static func main() throws {
    // `Benchmarks large PATH` makes the store on which start and grades are timed from outside.
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "large" {
      return try LargeStore.make(at: CommandLine.arguments[2])
    }
    // `Benchmarks console [STORE]` measures the console alone, on a store besides the sample ward's.
    if CommandLine.arguments.count >= 2, CommandLine.arguments[1] == "console" {
      return try console(CommandLine.arguments.dropFirst(2).first)
    }
    // `Benchmarks trends` measures a patient's larger screens alone.
    if CommandLine.arguments.count == 2, CommandLine.arguments[1] == "trends" {
      TrendsBenchmark.run()
      return TrendsBenchmark.keys()
    }
    // `Benchmarks trial PATH` makes a store of the sample trial a hundred times.
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "trial" {
      return try LargeTrial.make(at: CommandLine.arguments[2])
    }
    foldFromMemory()
    OutcomesBenchmark().run()
    oneMoreEvent()
    keptEnds()
    TrendsBenchmark.run()
    TrendsBenchmark.keys()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vigil-bench").path
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try StoreBenchmark(folder: folder).run()
    try console(nil)
  }

  private static func console(_ store: String?) throws {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigil-bench-console").path
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let program = URL(filePath: own).deletingLastPathComponent().appending(path: "vigil").path
    try ConsoleBenchmark(program: program, folder: folder, store: store).run()
  }

  /// Decoded events in memory into a graded course.
  static func foldFromMemory() {
    let events = MeasuredCourse.events(200_000)
    let best =
      (0..<5).map { _ in
        seconds { _ = GradedCourse(events, zone: MeasuredCourse.zone) }
      }.min() ?? 0
    print("fold from memory: \(Int(Double(events.count) / best)) events/s")
  }

  /// One event later than all others, into courses of growing length.
  static func oneMoreEvent() {
    for count in [100, 1000, 5000, 50_000] {
      let events = MeasuredCourse.events(count + 1000)
      var course = GradedCourse(Array(events.prefix(count)), zone: MeasuredCourse.zone)
      var times = events.dropFirst(count).map { event in seconds { course.insert(event) } }
      times.sort()
      print(
        "one more event at \(count): median \(Int(times[times.count / 2] * 1e9)) ns, p99 \(Int(times[times.count * 99 / 100] * 1e9)) ns"
      )
    }
  }

  /// The end of a course to bytes and back, and an assessment from it.
  static func keptEnds() {
    let course = GradedCourse(MeasuredCourse.events(1000), zone: MeasuredCourse.zone)
    guard let bytes = course.end.bytes, let reached = course.end.reached else { return }
    let rounds = 200
    let write = seconds { for _ in 0..<rounds { _ = course.end.bytes } }
    let read = seconds {
      for _ in 0..<rounds { _ = GradedTail(bytes: bytes, zone: MeasuredCourse.zone) }
    }
    let end = course.end
    let assess = seconds { for _ in 0..<rounds { _ = end.assessment(at: reached) } }
    func microseconds(_ time: Double) -> Int { Int(time / Double(rounds) * 1_000_000) }
    print(
      "kept end: \(bytes.count) bytes, written in \(microseconds(write)) us, read in \(microseconds(read)) us, assessed in \(microseconds(assess)) us"
    )
  }

  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let elapsed = try clock.measure(work)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
}
