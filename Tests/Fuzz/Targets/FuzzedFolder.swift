import Compiler
import Decisions
import Diagnostics
import Dispatch
import Synchronization

/// A small help centre, one of whose files holds any bytes.
enum FuzzedFolder {
  private static let files = [
    "waymark.yml": "locales: [en-us, nl-nl]\n",
    "en-us/codes.md": """
    # No code arrives

    |Problem|Solution|
    |---|---|
    |No message comes|Check the signal.<br><br>If that fails, follow [Set up](setup.md#set-up).|
    |The code is late|Ask for one new code.|
    """,
    "en-us/setup.md": "# Set up the app\n\n## Set up\n\n1. Install it.\n2. Sign in.\n",
    "nl-nl/setup.md": "# Stel de app in\n\n## Instellen\n\n1. Installeer.\n2. Meld je aan.\n",
  ]

  /// Compiles the help centre with that file in it.
  @discardableResult
  static func compile(_ path: String, _ bytes: [UInt8]) -> Library {
    var contents = files.mapValues { Array($0.utf8) }
    contents[path] = bytes
    let folder = ContentFolder(files: contents.keys.sorted()) { [contents] in contents[$0] }
    let (library, findings) = wait {
      await LibraryCompiler.compile(folder, fallbackLocale: nil)
    }
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for finding in findings where finding.location.path == path {
      precondition((finding.location.line ?? 1) <= lines, "a finding lies outside its file")
    }
    return library
  }

  /// A lock that can be read is written again so that it reads the same.
  static func readPermalinks(_ bytes: [UInt8]) {
    var findings: [Diagnostic] = []
    guard let lock = PermalinkLock(bytes, diagnostics: &findings) else {
      precondition(!findings.isEmpty, "a broken lock is not reported")
      return
    }
    precondition(PermalinkLock(lock.json, diagnostics: &findings) == lock, "the lock changes")
    compile(PermalinkLock.fileName, bytes)
  }

  /// Waits for what libFuzzer, which knows no concurrency, calls.
  static func wait<Value: Sendable>(_ operation: @escaping @Sendable () async -> Value) -> Value {
    let result = Mutex<Value?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
      let value = await operation()
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    guard let value = result.withLock({ $0 }) else { preconditionFailure("signalled too early") }
    return value
  }
}
