/// A folder with themes and sample data (`sample-data` in it), and why that one.
struct DataFolder {
  var path: String
  var reason: String

  /// Where files of the program are looked for, in order: `--data`, `VIGIL_DATA`, the
  /// configuration, the user's configuration folder, `share/vigil` beside the binary's prefix, the
  /// checkout that the binary was built from.
  static func candidates(option: String?, _ environment: Environment) throws -> [DataFolder] {
    var list: [DataFolder] = []
    if let option { list.append(DataFolder(path: option, reason: "--data")) }
    if let value = environment.variable("VIGIL_DATA") {
      list.append(DataFolder(path: value, reason: "VIGIL_DATA"))
    }
    if let entry = try ConfigurationInForce(environment).data {
      list.append(DataFolder(path: entry.value, reason: entry.file))
    }
    if let folder = environment.configurationFolder {
      list.append(DataFolder(path: folder, reason: "the user's configuration folder"))
    }
    if let executable = environment.executable {
      let prefix = parent(parent(executable))
      list.append(DataFolder(path: prefix + "/share/vigil", reason: "beside the program"))
    }
    list.append(DataFolder(path: checkout, reason: "the checkout that it was built from"))
    return list
  }

  /// The first candidate that holds `file`.
  static func holding(
    _ file: String, option: String?, _ environment: Environment
  ) throws -> DataFolder? {
    try candidates(option: option, environment).first { fileExists("\($0.path)/\(file)") }
  }

  private static let checkout = parent(parent(parent(parent(#filePath))))

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
