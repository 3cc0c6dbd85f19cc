// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .swiftLanguageMode(.v6),
]

/// The C target refuses warnings too; its schema is the top-level schema.sql, read by `#embed`.
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "BenefitLedger",
  products: [
    .library(name: "BenefitLedger", targets: ["BenefitLedger"]),
    .executable(name: "benefit-ledger", targets: ["benefit-ledger"]),
    .executable(name: "benefit-ledger-benchmarks", targets: ["benefit-ledger-benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // Dependencies point down this list to LedgerCore, never up, never across stores.
    .target(
      name: "LedgerCore",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    // Inflate and deflate are zlib's; the module map only names the system's library.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "BatchFiles",
      dependencies: ["LedgerCore", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "SampleFiles", dependencies: ["LedgerCore"], swiftSettings: strict),
    .target(name: "LedgerStore", dependencies: ["LedgerCore"], swiftSettings: strict),
    .target(name: "CSQLiteSupport", cSettings: strictC),
    .target(
      name: "SQLiteStore",
      dependencies: [
        "LedgerStore", "LedgerCore", "CSQLiteSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "BenefitLedger",
      dependencies: ["LedgerCore", "BatchFiles", "LedgerStore", "SQLiteStore"],
      swiftSettings: strict),
    .executableTarget(
      name: "benefit-ledger",
      dependencies: [
        "BenefitLedger", "SampleFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benefit-ledger-benchmarks",
      dependencies: [
        "BenefitLedger", "SampleFiles", "CSQLiteSupport",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "LedgerCoreTests", dependencies: ["LedgerCore"], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "BenefitLedgerTests",
      dependencies: [
        "BenefitLedger", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["benefit-ledger", "BatchFiles"],
      swiftSettings: strict),
    .testTarget(
      name: "SampleFilesTests", dependencies: ["SampleFiles", "LedgerCore"], swiftSettings: strict),
    .testTarget(
      name: "BatchFilesTests", dependencies: ["BatchFiles", "CZlib", "LedgerCore", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteStoreTests",
      dependencies: [
        "BenefitLedger", "SQLiteStore", "LedgerStore", "LedgerCore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HouseTests", dependencies: ["LedgerCore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LibraryExampleTests", dependencies: ["BenefitLedger"], swiftSettings: strict),
    .testTarget(
      name: "ModelTests", dependencies: ["BenefitLedger", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "TranscriptTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)
