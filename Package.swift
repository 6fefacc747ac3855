// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "solieu",
  products: [
    .executable(name: "solieu", targets: ["solieu"]),
    .executable(name: "sample-site", targets: ["sample-site"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // C libraries, each seen by one target alone.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCodings",
      providers: [.apt(["zlib1g-dev", "libdeflate-dev", "libbrotli-dev", "libzstd-dev"])]
    ),

    // What a byte is, where it is ASCII; for whoever reads bytes.
    .target(name: "ASCII"),

    // What travels between the stages. Imports nothing of ours but that, and the digest's C.
    .target(name: "Records", dependencies: ["ASCII", "CCrypto"]),

    // Bytes ↔ bytes: gzip, deflate, brotli, zstd, chunked, each with its limit inside.
    .target(name: "Codings", dependencies: ["ASCII", "CCodings"]),

    // Files that are whole or absent, and outlast a power failure.
    .target(
      name: "Files",
      dependencies: [
        "Records", "Codings", .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),

    // Bytes → tree: libxml2, and the only target that sees it.
    .target(name: "Markup", dependencies: ["ASCII", "CLibXML2"]),

    // The stages, in the data's order. No stage imports another.
    .target(
      name: "Fetch",
      dependencies: [
        "ASCII", "Records", "Markup", "Codings",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .target(
      name: "Archive",
      dependencies: [
        "ASCII", "Records", "Codings", "Files",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(name: "Parse", dependencies: ["ASCII", "Records", "Markup"]),
    .target(
      name: "Transform",
      dependencies: ["Records"],
      exclude: ["Lexicon"],
      plugins: ["EmbedFilesPlugin"]
    ),
    .target(
      name: "Load",
      dependencies: [
        "Records", "Codings", "Files", .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),

    // Reads a dataset and the records of its runs → one HTML page.
    .target(
      name: "Report",
      dependencies: ["Records", "Load", .product(name: "SystemPackage", package: "swift-system")]
    ),

    // Reads Pipelines/*.yaml and joins the stages.
    .target(
      name: "Pipeline",
      dependencies: [
        "Records", "Files", "Fetch", "Archive", "Parse", "Transform", "Load", "Yams",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),

    // The command line, one file a subcommand.
    .executableTarget(
      name: "solieu",
      dependencies: [
        "Pipeline", "Records", "Files", "Fetch", "Archive", "Parse", "Transform", "Load", "Report",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Compiles the data files of a target's Lexicon/ in, as string literals.
    .executableTarget(name: "EmbedFiles"),
    .plugin(
      name: "EmbedFilesPlugin",
      capability: .buildTool(),
      dependencies: ["EmbedFiles"],
      path: "Sources/EmbedFilesPlugin"
    ),

    // The sample site on loopback, for Scripts/run and by hand.
    .executableTarget(
      name: "sample-site",
      dependencies: ["TestSupport"],
      path: "Tests/SampleSite"
    ),
    .target(
      name: "TestSupport",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/TestSupport"
    ),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"]),
    .testTarget(
      name: "FilesTests",
      dependencies: [
        "Files", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"]),
    .testTarget(name: "CodingsTests", dependencies: ["Codings", "TestSupport"]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "Codings", "Records", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .testTarget(
      name: "FetchTests",
      dependencies: [
        "Fetch", "Records", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),
    .testTarget(name: "ParseTests", dependencies: ["Parse", "Records", "Markup", "TestSupport"]),
    .testTarget(name: "TransformTests", dependencies: ["Transform", "Records", "TestSupport"]),
    .testTarget(
      name: "LoadTests",
      dependencies: [
        "Files", "Load", "Records", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "Report", "Load", "Records", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Archive", "Codings", "Fetch", "Parse", "Records", "TestSupport", "Transform",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .testTarget(
      name: "solieuTests",
      dependencies: [
        "solieu", "Pipeline", "Records", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
  ]
  // Pointers live in Markup and Codings. Anywhere else an unsafe call must say so.
  if !["Markup", "Codings"].contains(target.name) {
    target.swiftSettings?.append(.strictMemorySafety())
  }
}
