import Fetch

/// An OpenLineage `RunEvent`; its keys are the standard's, which are in camel case.
struct LineageEvent: Encodable {
  enum Kind: String, Encodable {
    case start = "START"
    case complete = "COMPLETE"
    case fail = "FAIL"
    case abort = "ABORT"
  }

  struct Run: Encodable {
    let runId: String
    let facets: RunFacets
  }

  struct Job: Encodable {
    let namespace: String
    let name: String
    let facets = JobFacets()
  }

  struct Dataset: Encodable {
    let namespace: String
    let name: String
    var outputFacets: OutputFacets?
  }

  let eventTime: String
  let eventType: Kind
  let run: Run
  let job: Job
  let inputs: [Dataset]
  let outputs: [Dataset]
  let producer = LineageFacet.producer
  let schemaURL = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
}

extension LineageEvent {
  struct RunFacets: Encodable {
    private let nominalTime: LineageFacet
    private let processingEngine: LineageFacet
    private let errorMessage: LineageFacet?

    private enum CodingKeys: String, CodingKey {
      case nominalTime
      case processingEngine = "processing_engine"
      case errorMessage
    }

    init(start: UTCTime, end: String?, error: String?) {
      var times = ["nominalStartTime": "\(start)"]
      times["nominalEndTime"] = end
      nominalTime = LineageFacet("1-0-1", "NominalTimeRunFacet", texts: times)
      processingEngine = LineageFacet(
        "1-1-1",
        "ProcessingEngineRunFacet",
        texts: ["name": "solieu", "version": programVersion]
      )
      errorMessage = error.map { message in
        LineageFacet(
          "1-0-1",
          "ErrorMessageRunFacet",
          texts: ["message": message, "programmingLanguage": "Swift"]
        )
      }
    }
  }

  struct JobFacets: Encodable {
    private let jobType = LineageFacet(
      "2-0-3",
      "JobTypeJobFacet",
      texts: ["processingType": "BATCH", "integration": "SOLIEU", "jobType": "JOB"]
    )
  }

  struct OutputFacets: Encodable {
    private let outputStatistics: LineageFacet

    init(rows: Int, bytes: Int, files: Int) {
      outputStatistics = LineageFacet(
        "1-0-2",
        "OutputStatisticsOutputDatasetFacet",
        numbers: ["rowCount": rows, "size": bytes, "fileCount": files]
      )
    }
  }
}

/// A facet: what it says, who says it, and by which schema.
struct LineageFacet: Encodable {
  static let producer = "urn:solieu:\(programVersion)"

  private let schema: String
  private let texts: [String: String]
  private let numbers: [String: Int]

  init(
    _ version: String,
    _ name: String,
    texts: [String: String] = [:],
    numbers: [String: Int] = [:]
  ) {
    schema = "https://openlineage.io/spec/facets/\(version)/\(name).json#/$defs/\(name)"
    self.texts = texts
    self.numbers = numbers
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.producer, forKey: Key(stringValue: "_producer"))
    try container.encode(schema, forKey: Key(stringValue: "_schemaURL"))
    for (key, text) in texts { try container.encode(text, forKey: Key(stringValue: key)) }
    for (key, number) in numbers { try container.encode(number, forKey: Key(stringValue: key)) }
  }
}
