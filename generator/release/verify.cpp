#include "release/verify.h"

#include "base/hash.h"
#include "release/folder.h"
#include "release/rules.h"

namespace bifolio::release {
namespace {

void report(const Manifest& manifest, Argument what, Findings& findings) {
  const std::string subject = what.text;
  findings.add({&release_immutable, {}, {{"version", manifest.version}, std::move(what)}, {}, {}, subject});
}

void compare_with_record(const std::string& json, const Manifest& manifest, std::string_view text, Findings& findings) {
  const Record record = read_record(json, {}, findings);
  const RecordedRelease* release = record.find(manifest.version);
  if (!release)
    report(manifest, {"what", "releases.json does not name it", "releases.json 中没有它"}, findings);
  else if (release->manifest != sha256_hex(text))
    report(manifest, in_words({Difference::Kind::changed, std::string(kManifestFile)}), findings);
}

void verify_signature(const VerifyRequest& request, std::string_view manifest, Findings& findings) {
  if (!request.key) return;
  const std::string path = request.folder + "/" + std::string(kManifestFile);
  const auto signature = read_file(request.folder + "/" + std::string(kSignatureFile));
  const Outcome holds = verify_signature(manifest, signature.value_or(""), *request.key, path);
  if (!holds) findings.add(holds.error());
}

/// Imposed sheets are the only pages that nobody reads in order.
Tagged tags_of(const Manifest& manifest, const std::string& path) {
  for (const html::Download& one : manifest.downloads) {
    if (one.path == path && one.edition == "print") return Tagged::optional;
  }
  return Tagged::required;
}

void verify_pdf(const Artifact& file, Tagged tagged, Findings& findings) {
  if (const auto fault = find_pdf_fault(file.bytes, tagged))
    findings.add(
        {&release_pdf_damaged, {}, {{"path", file.path}, {"why", fault->en, fault->zh_hans}}, {}, {}, file.path});
}

}  // namespace

Result<Manifest> verify(const VerifyRequest& request, Findings& findings) {
  const std::string path = request.folder + "/" + std::string(kManifestFile);
  const auto text = read_file(path);
  if (!text) return Finding{&release_not_found, {}, {{"name", request.folder}, {"known", ""}}, {}, {}, request.folder};
  Result<Manifest> manifest = read_manifest(*text, path);
  if (!manifest) return manifest;
  if (!request.record.empty()) compare_with_record(request.record, *manifest, *text, findings);
  verify_signature(request, *text, findings);
  for (const Difference& difference : compare_with_manifest(request.folder, *manifest))
    report(*manifest, in_words(difference), findings);
  if (read_file(request.folder + "/" + std::string(kSumsFile)) != write_sums(*manifest, *text))
    report(*manifest, in_words({Difference::Kind::changed, std::string(kSumsFile)}), findings);
  Artifacts pages;
  for (const ListedFile& file : manifest->files) {
    auto bytes = read_file(request.folder + "/" + file.path);
    if (!bytes) continue;
    Artifact artifact{file.path, *std::move(bytes)};
    if (file.path.ends_with(".pdf")) verify_pdf(artifact, tags_of(*manifest, file.path), findings);
    if (!file.path.ends_with(".html")) artifact.bytes.clear();  // only its being there matters
    pages.push_back(std::move(artifact));
  }
  check_links(pages, findings);
  return manifest;
}

}  // namespace bifolio::release
