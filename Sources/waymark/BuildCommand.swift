import ArgumentParser
import Compiler
import Content
import Diagnostics
import Exports
import Glibc
import JSON
import Site
import Storage

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the static help site of a folder of articles.",
    discussion: """
      The site is built aside and published in one step; files that stay the same are not \
      written. What a build has read is kept in ~/.cache/waymark, so that the next one has less to \
      do; the site is the same without.

      Examples:
        waymark build                                  content/ into site/
        waymark build help-centre -o public --locked   in a pipeline
        waymark build --since old/site                 with pages that tell what changed
        waymark build --shard 2/5 -o part-2            a part; 'waymark merge' needs all five

      Exit status: 0 built, 1 built or refused, and the content has errors, 2 could not build, \
      64 wrong arguments.
      """)

  @Argument(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @OptionGroup var options: LibraryOptions

  @Option(
    name: .shortAndLong, help: "The folder to write the site into.", completion: .directory)
  var output = "site"

  @Flag(help: "Fail when permalinks.json lacks a node, instead of adding it; for pipelines.")
  var locked = false

  @Option(
    help:
      "Add a page in each language: what changed since a tree.json or a built site, for those who answer."
  )
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Build one part of a large site, such as 2/5; 'merge' puts the parts together.",
      valueName: "i/n"))
  var shard: Shard?

  @OptionGroup var caching: CacheOptions

  func validate() throws {
    if shard != nil, since != nil {
      throw ValidationError("A part of a site cannot tell what changed. Leave out --since.")
    }
  }

  func run() async throws {
    guard let root = ContentListing.root(at: content) else {
      throw FileSystem.missingFolder(content)
    }
    // What --since names stands outside of the folder, so nothing tells whether it has changed.
    let cache = since == nil ? caching.folder(ofContent: root) : nil
    let place = FileSystem.realPath(output)
    let question = question
    async let recorded = lastBuild(question, in: cache, at: place)
    let listing = ContentListing(of: root)
    let last = await recorded
    if let place, let record = last?.record, record.holds(for: listing, site: place) {
      StagingFolder.clear(beside: place)
      finish(record.findings, record.results, Int32(clamping: record.exitCode))
    }
    // None of these depends on the articles.
    async let theme = Theme.read(from: listing.folder)
    async let files = SiteFiles(of: listing.folder)
    async let remembered = former(last?.print, in: cache, at: place)
    async let stamps = Dictionary(
      (last?.record.site ?? []).map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first }
    )
    let kept = await KeptArticles(of: listing, by: .compiling, in: caching)
    let (library, _, found) = try await options.compile(
      listing.folder, at: content, cache: shard == nil ? kept.cache : kept.attaching,
      expecting: shard == nil)
    // Nobody waits for it.
    async let keeping: Void = kept.keep(library)
    try PermalinkFile.requireSound(library, locked: locked || shard != nil, content: content)
    let (look, themeFindings) = await theme
    let site = await Site(of: library, theme: look, files: files)
    FindingReport.print(themeFindings, in: content)
    let writer = try open(stamps: await stamps)
    let isBroken = (found + themeFindings).contains { $0.severity == .error }
    let exitCode = isBroken ? ExitCode.contentErrors : .success
    let (summary, memory) = try await write(site, to: writer, since: remembered) { files in
      shard.map { shard in
        ShardManifest(
          shard, of: library, listing, options: options.locale ?? "", hasErrors: isBroken,
          files: files)
      }
    }
    // Other parts may be reading the lock at this moment.
    let changesLock = shard == nil && !library.permalinks.isUpToDate
    if changesLock { try PermalinkFile.record(library, content: content) }
    func results(written: Int, deleted: Int) -> String {
      """
      \(output): \(summary.files) files, \(written) written, \(deleted) deleted
      \(TreeText.yield(of: library.articles))

      """
    }
    await keeping
    if let question, let cache,
      let record = await BuildRecord(
        question, of: changesLock ? nil : listing, site: writer.site,
        findings: FindingReport.text(found, in: content)
          + FindingReport.text(themeFindings, in: content),
        results: results(written: 0, deleted: 0), exitCode: Int(exitCode.rawValue))
    {
      await cache.keep(record, memory, at: writer.site)
    }
    finish("", results(written: summary.written, deleted: summary.deleted), exitCode.rawValue)
  }

  /// What was asked for, and of which program; `nil` when that is not known.
  private var question: Fingerprint? {
    guard let program = Program.stamp else { return nil }
    var writer = BinaryWriter()
    writer.write(program)
    writer.write([content, output, options.locale ?? ""])
    writer.write(locked)
    writer.write(shard?.description)
    return Fingerprint(of: writer.bytes)
  }

  /// The record of the site at a real path, if it was built for the same question.
  private func lastBuild(_ question: Fingerprint?, in cache: CacheFolder?, at place: String?) async
    -> (record: BuildRecord, print: Fingerprint)?
  {
    guard let question, let place else { return nil }
    return cache?.build(at: place, of: question)
  }

  /// What is remembered of the site at a real path, given the fingerprint of its record.
  private func former(_ record: Fingerprint?, in cache: CacheFolder?, at place: String?) async
    -> SiteMemory?
  {
    guard let record, let place else { return nil }
    return cache?.memory(at: place, for: record)
  }

  /// Says what there is to say, and ends with an exit code.
  ///
  /// The library is not taken apart: that takes longer than the system needs to take it all.
  private func finish(_ findings: String, _ results: String, _ exitCode: Int32) -> Never {
    Console.write(findings, to: STDERR_FILENO)
    Console.write(results, to: STDOUT_FILENO)
    Glibc.exit(exitCode)
  }
}

extension BuildCommand {
  /// Writes everything that the site has, or that is in its part, and publishes it.
  ///
  /// - Parameters:
  ///   - site: what to write.
  ///   - writer: where to.
  ///   - former: what is remembered of the site that is there.
  ///   - manifest: describes a part that holds some files; `nil` for a whole site.
  /// - Returns: what was written, and what to remember of it.
  /// - Throws: an exit code when nothing could be published.
  private func write(
    _ site: Site, to writer: SiteWriter, since former: SiteMemory?,
    describing manifest: ([ShardManifest.File]) -> ShardManifest?
  ) async throws -> (SiteWriter.Summary, KeptMemory?) {
    let interruption = Interruption { writer.abandon() }
    defer { interruption.end() }
    if let shard {
      await ShardBuild(site: site, writer: writer, shard: shard).write()
      let files = await writer.fingerprints().map {
        ShardManifest.File(path: $0.path, fingerprint: $0.print.description)
      }
      if let manifest = manifest(files) { writer.write(manifest.json, to: ShardManifest.path) }
      return (try await publish(writer), nil)
    }
    var changes: [TreeChanges] = []
    if let since { changes = try await self.changes(in: site.library, since: since) }
    let progress = Progress("Writing articles", total: site.library.articles.count)
    var build = await SiteBuild(site, to: writer, since: former, progress)
    await progress.during { await build.write(changes) }
    let remembered = build.memory
    async let memory = remembered.map { KeptMemory($0) }
    return (try await publish(writer), await memory)
  }

  private func open(stamps: [String: FileStamp]) throws -> SiteWriter {
    do {
      return try SiteWriter(root: output, keeping: [content], stamps: stamps)
    } catch {
      throw report(error)
    }
  }

  private func publish(_ writer: SiteWriter) async throws -> SiteWriter.Summary {
    do {
      return try await writer.finish()
    } catch {
      throw report(error)
    }
  }

  private func report(_ failure: PublishFailure) -> ExitCode {
    Console.error(failure.message)
    Console.error("  hint: \(failure.hint)")
    return .couldNotRun
  }
}
