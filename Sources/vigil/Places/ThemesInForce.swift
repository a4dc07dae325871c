import Configuration
import Foundation
import Terminal

/// The themes that are found: those that come with Vigil, and the user's own over them.
struct ThemesInForce {
  let collection: ThemeCollection

  private static let largestFile = 1 << 20

  init(option: String?, _ environment: Environment) throws {
    // The least wanted first, so that a file of the same name further up stands for it.
    let folders = try DataFolder.candidates(option: option, environment).reversed()
    var files: [ThemeCollection.File] = []
    for folder in folders {
      let path = "\(folder.path)/themes"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names.sorted() where name.hasSuffix(".toml") {
        let file = "\(path)/\(name)"
        let bytes = try Source(path: file).readAll(limit: Self.largestFile)
        files.append(
          ThemeCollection.File(
            path: file, name: String(name.dropLast(5)), text: String(decoding: bytes, as: UTF8.self)
          ))
      }
    }
    collection = ThemeCollection(files)
  }
}
