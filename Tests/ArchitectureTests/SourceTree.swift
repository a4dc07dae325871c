import Foundation

/// The checkout under test, read as text.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift or C file with its lines.
  struct File: Sendable {
    /// Relative to the checkout.
    var path: String
    var text: String

    /// The lines with comments and the contents of string literals taken out, numbered from 1, so
    /// that a message that mentions a function is not taken for a call of it.
    var code: [(number: Int, text: String)] {
      var stripped = CodeStripper()
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        (number: $0.offset + 1, text: stripped.strip(String($0.element)))
      }
    }

    /// The modules that the file imports.
    var imports: [String] {
      code.compactMap { _, line in
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first, Self.importPrefixes.contains(first) || first.hasPrefix("@") {
          words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
      }
    }

    private static let importPrefixes: Set<String> = [
      "public", "package", "internal", "private", "fileprivate",
    ]
  }

  /// The room that a path under `Sources` belongs to.
  static func room(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// Every file with one of these endings below `folder`, by path.
  static func files(below folder: String, endings: Set<String> = ["swift"]) -> [File] {
    let base = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    else { return [] }
    var found: [File] = []
    for case let url as URL in walk where endings.contains(url.pathExtension) {
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      found.append(File(path: String(url.path.dropFirst(root.path.count + 1)), text: text))
    }
    return found.sorted { $0.path < $1.path }
  }
}

/// Takes comments and string literals out of Swift text, line by line.
struct CodeStripper {
  private var isInsideText = false
  private var commentDepth = 0

  mutating func strip(_ line: String) -> String {
    var code = ""
    var rest = Substring(line)
    var isInsideLiteral = false
    while let character = rest.first {
      if commentDepth > 0 {
        if rest.hasPrefix("*/") {
          commentDepth -= 1
          rest = rest.dropFirst(2)
        } else {
          rest = rest.dropFirst()
        }
      } else if isInsideText {
        if rest.hasPrefix("\"\"\"") {
          isInsideText = false
          rest = rest.dropFirst(3)
        } else {
          rest = rest.dropFirst()
        }
      } else if isInsideLiteral {
        if character == "\\" { rest = rest.dropFirst() }
        if character == "\"" { isInsideLiteral = false }
        rest = rest.dropFirst()
      } else if rest.hasPrefix("//") {
        break
      } else if rest.hasPrefix("/*") {
        commentDepth += 1
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("\"\"\"") {
        isInsideText = true
        rest = rest.dropFirst(3)
      } else if character == "\"" {
        isInsideLiteral = true
        code += "\"\""
        rest = rest.dropFirst()
      } else {
        code.append(character)
        rest = rest.dropFirst()
      }
    }
    return code
  }
}
