/// Why a message of HL7 version 2 cannot be taken at all: what a sender is told with AR.
package struct HL7Error: Error, Hashable, Sendable {
  /// Of HL7 table 0357.
  package enum Code: Int, Sendable {
    case segmentSequence = 100
    case requiredFieldMissing = 101
    case dataType = 102
    case unsupportedMessageType = 200
    case unsupportedEventCode = 201
    case unsupportedProcessingID = 202
    case unknownKeyIdentifier = 204
    case internalError = 207
  }

  package var code: Code
  /// E.g. `MSH-9`.
  package var field: String
  package var problem: String

  package init(_ code: Code, _ field: String, _ problem: String) {
    self.code = code
    self.field = field
    self.problem = problem
  }
}
