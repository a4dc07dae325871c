import ArgumentParser

/// Which patients of which record, and when.
@dynamicMemberLookup
struct RecordOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Only these patients.", valueName: "patient"))
  var patients: [String] = []

  @OptionGroup var source: SourceOptions

  subscript<Value>(dynamicMember path: KeyPath<SourceOptions, Value>) -> Value {
    source[keyPath: path]
  }
}
