import Clinical
import EventText
import Grading

/// A table of cases, scored by one scale line by line.
struct ScoredTable {
  let scale: OtherScale
  let path: String
  let format: FormatOption.Format

  /// The largest table that is read.
  private static let limit = 64 << 20

  func run(_ environment: Environment) throws -> ExitStatus {
    let source = path == "-" ? environment.input : try Source(path: path)
    let bytes = try source.readAll(limit: Self.limit)
    let records = try records(bytes, source.name)
    guard let header = records.first else {
      throw Failure.couldNot(
        "\(source.name): no line; the first names the columns, as `vigil scores --scale \(scale.name) --columns` lists them"
      )
    }
    let table: ScaleTable
    do throws(ScaleTable.Refusal) {
      table = try ScaleTable(scale, header: header.fields)
    } catch {
      throw Failure.couldNot(Self.message(error, in: source.name))
    }
    var status = ExitStatus.done
    if records.count == 1 {
      environment.messages.say("\(source.name): no case stands below the names of columns")
      status = .findings
    }
    for record in records.dropFirst() {
      let read: (name: String?, inputs: ScaleInputs)
      do throws(ScaleTable.Refusal) {
        read = try table.inputs(record.fields, line: record.line)
      } catch {
        environment.messages.say(Self.message(error, in: source.name))
        status = .findings
        continue
      }
      let result = scale.result(of: read.inputs)
      try write(result, read.name, record.line, to: environment.output)
    }
    return status
  }

  private func records(_ bytes: [UInt8], _ name: String) throws -> [CSVReader.Record] {
    do throws(CSVReader.Fault) {
      return try CSVReader.read(bytes)
    } catch {
      throw Failure.couldNot("\(name): line \(error.line): \(error.problem)")
    }
  }

  private func write(
    _ result: ScaleResult, _ name: String?, _ line: Int, to sink: Sink
  ) throws {
    switch format {
    case .json:
      let whose = [
        JSONMember("case", name.map { .string($0) } ?? .null), JSONMember("line", .int(line)),
      ]
      try sink.write(jsonLine: CanonicalJSON.bytes(of: ScoreJSON.object(result, whose)))
    case .text:
      let label = Printable.line(name ?? "line \(line)")
      var text = ScoreWords.result(result)
      if !result.missing.isEmpty {
        text +=
          "; \(ScoreWords.missing) "
          + result.missing.map(ScoreWords.missing).joined(separator: "; ")
      }
      for line in TextColumns.entry(label, Printable.line(text), indent: 0, label: 16) {
        try sink.write(line + "\n")
      }
    }
  }

  private static func message(_ refusal: ScaleTable.Refusal, in name: String) -> String {
    let field = refusal.field.map { ", \($0)" } ?? ""
    return Printable.line(
      "\(name): line \(refusal.line)\(field): \(refusal.problem); \(refusal.remedy)")
  }
}
