// What a version holds: every file with its size and hash, what it was made
// from, and with what. `manifest.json` in the version's folder; `SHA256SUMS`
// beside it says the same to `sha256sum -c`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/artifact.h"
#include "base/result.h"
#include "html/html.h"
#include "model/booklet.h"
#include "pipeline/pipeline.h"

namespace bifolio::release {

struct ListedFile {
  std::string path;
  std::size_t size = 0;
  std::string hash;  ///< SHA-256
};

/// The findings that were there when the version was checked.
struct CheckSummary {
  std::size_t errors = 0, warnings = 0, infos = 0;
};

struct Manifest {
  std::string program;  ///< version of bifolio
  std::string booklet, version, date;
  LocalText title;
  std::vector<std::string> languages;
  BuildStamp stamp;
  std::string source;  ///< hash over `sources`
  std::vector<ListedFile> sources;
  std::string previous, previous_manifest;  ///< the version before, and the hash of its manifest
  std::vector<pipeline::FontUse> fonts;
  std::vector<html::Download> downloads;
  CheckSummary check;
  std::vector<Acknowledgement> acknowledged;
  std::string retraction_snapshot, retraction_date;
  std::string lock_checked;  ///< every cited work was compared with its registry on this day or later; "" = no lock
  std::map<std::string, std::vector<std::string>> notes;  ///< language → what is new, a paragraph each
  std::vector<ListedFile> files;                          ///< by path; manifest, sums and signature left out
};

constexpr std::string_view kManifestFile = "manifest.json", kSumsFile = "SHA256SUMS",
                           kSignatureFile = "manifest.json.minisig";

std::vector<ListedFile> list_files(const Artifacts&);
/// A hash over paths and hashes.
std::string hash_of(const std::vector<ListedFile>&);

std::string write_manifest(const Manifest&);
/// `path` is for the finding. Paths that climb out of the folder are refused.
Result<Manifest> read_manifest(std::string_view json, const std::string& path);
/// As `sha256sum` prints them; `manifest` is the manifest's text.
std::string write_sums(const Manifest&, std::string_view manifest);

/// 2025-09-08T00:00:00Z
std::string iso_time(const BuildStamp&);

}  // namespace bifolio::release
