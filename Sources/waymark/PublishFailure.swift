import Glibc

/// Why a site was not published; the site that was there before is untouched.
enum PublishFailure: Error {
  /// Another build writes into the same folder at this moment.
  case locked(String)
  /// The path names something that is no folder.
  case notFolder(String)
  /// Publishing would replace a folder that holds the articles, or that somebody works in.
  case coversWork(String)
  /// A file of a part of a site is not what the part says it is.
  case damaged(String)
  /// The system refused; the path, and the reason in its words.
  case refused(String, reason: String)

  /// The system's refusal that `errno` tells of.
  static func refused(_ path: String) -> PublishFailure {
    .refused(path, reason: unsafe String(cString: strerror(errno)))
  }

  var message: String {
    switch self {
    case .locked(let path): "\(path): error: another build is writing this site [build-running]"
    case .notFolder(let path): "\(path): error: this is a file, not a folder [bad-output]"
    case .coversWork(let path):
      "\(path): error: the site would replace the folder that you work in [bad-output]"
    case .damaged(let path):
      "\(path): error: the file is missing, or not as it was written [damaged-part]"
    case .refused(let path, let reason):
      "\(path): error: the file cannot be written: \(reason) [unwritable-file]"
    }
  }

  var hint: String {
    switch self {
    case .locked: "wait until it is done, or name another folder with --output"
    case .notFolder: "name a folder with --output"
    case .coversWork: "name a folder of its own with --output, such as 'site'"
    case .damaged: "build or copy this part again; the site is as it was"
    case .refused:
      "check the permissions of the folder and of the one above it, and the space left on the disk;"
        + " the site is as it was"
    }
  }
}
