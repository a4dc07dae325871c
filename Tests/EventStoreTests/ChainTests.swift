import Clinical
import EventStore
import EventText
import Testing

@Suite("The chain")
struct ChainTests {
  // Computed apart from this program, with Python's hashlib, from the words of contract 4.
  private let genesis = "f8bc1909a034dee6fabf17a2482215348c869cd7623f3b2faff9709506a25f86"
  private let first = "4450bb422cdbac6a104eb86100f00d80a8e085a56e497447e4f16bc3871065d7"
  private let second = "5b02758ec8709649c4acdc70092d2194c90c957716379172f93f3553b8cda0ab"

  @Test("It begins with the store's id and covers position, time of storing and body")
  func vectors() {
    let body = Array(#"{"a":"王"}"#.utf8)
    let start = ChainHash.genesis(of: Ward.storeID)
    #expect(start.description == genesis)
    let one = start.next(seq: 1, storedAt: Ward.morning, body: body)
    #expect(one.description == first)
    let two = one.next(seq: 1_234_567, storedAt: Instant(microseconds: -1), body: body)
    #expect(two.description == second)
  }

  @Test("A hash is read from 64 hexadecimal digits and nothing else")
  func reading() {
    #expect(ChainHash(genesis)?.description == genesis)
    #expect(ChainHash(genesis.uppercased())?.description == genesis)
    #expect(ChainHash(genesis.dropLast()) == nil)
    #expect(ChainHash(genesis.dropLast() + "g") == nil)
    #expect(ChainHash(genesis + "00") == nil)
    #expect(ChainHash("é" + genesis.dropFirst(2)) == nil)
  }

  @Test("Each event of a record follows from the one before", arguments: Maker.allCases)
  func follows(_ maker: Maker) throws {
    let record = try maker.make()
    var hash = ChainHash.genesis(of: Ward.storeID)
    #expect(try record.log.head() == ChainHead(seq: 0, hash: hash))
    for minute in 1...5 { _ = try record.log.take(try Ward.vitals(minute: minute)) }
    for event in try record.log.events(after: 0, limit: 10) {
      #expect(event.previousHash == hash)
      hash = hash.next(seq: event.seq, storedAt: event.storedAt, body: event.body)
      #expect(event.hash == hash)
    }
    #expect(try record.log.head() == ChainHead(seq: 5, hash: hash))
    #expect(
      try record.log.anchor().description == "01901234-5678-7abc-8def-0123456789ab 5 \(hash)")
  }

  @Test("An anchor is read from the line that was printed; another line is named")
  func anchors() throws {
    let line = "01901234-5678-7abc-8def-0123456789ab 5 \(genesis)"
    let read = try Anchor.read("# kept by the data manager\n\n\(line)\r\n", file: "anchors.txt")
    #expect(read.map(\.description) == [line])
    #expect {
      try Anchor.read("\(line)\n5 \(genesis)\n", file: "anchors.txt")
    } throws: {
      "\($0)".hasPrefix("anchors.txt: line 2 is no anchor")
    }
  }
}
