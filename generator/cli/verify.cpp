#include "release/verify.h"

#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "source/load.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string version, booklet, out = "output/releases", key;
  bool builds_again = false;
};

/// The text of one file, or "" where it cannot be read.
std::string text_of(const std::string& path) {
  Findings findings;
  const auto files = source::load_file(path, findings);
  return files && !files->files().empty() ? files->files().front().bytes : "";
}

/// Prints what was found; there is no booklet to point into.
int conclude(const Findings& findings, const std::string& folder, const Globals& globals) {
  for (const Finding& finding : findings.all()) print_error(finding, globals);
  if (!findings.is_empty()) return kFindings;
  if (!globals.is_quiet)
    std::fprintf(stderr, "%s%s\n",
                 std::string(say(globals, {"all is as it was published: ", "与发布时完全一致："})).c_str(),
                 folder.c_str());
  return kClean;
}

int verify(const Options& options, const Globals& globals) {
  const Result<std::string> folder = release::find_version(options.out, options.version);
  if (!folder) {
    print_error(folder.error(), globals);
    return kUsage;
  }
  release::VerifyRequest request{*folder, std::nullopt};
  if (!options.key.empty()) {
    const auto key = release::read_public_key(text_of(options.key), options.key);
    if (!key) {
      print_error(key.error(), globals);
      return kUsage;
    }
    request.key = *key;
  }
  Findings findings;
  if (!options.booklet.empty()) request.record = text_of(options.booklet + "/" + std::string(release::kRecordFile));
  progress(globals, {"comparing every file …", "逐个核对文件……"});
  const auto manifest = release::verify(request, findings);
  if (!manifest) {
    print_error(manifest.error(), globals);
    return kFindings;
  }
  if (options.builds_again) {
    progress(globals, {"making it again from its source …", "用源文件重新制作……"});
    const Outcome built = release::verify_by_rebuilding(*folder, globals.scratch, findings);
    if (!built) findings.add(built.error());
  }
  return conclude(findings, *folder, globals);
}

std::string words(const Globals& globals, Words both) {
  return std::string(say(globals, both));
}

}  // namespace

Run declare_verify(CLI::App& app, const Globals& globals) {
  app.description(
      words(globals, {"prove that a published version is what it was", "核对一个已发布的版本是否原样未动"}));
  auto options = std::make_shared<Options>();
  app.add_option("VERSION", options->version,
                 words(globals, {"the version, or the folder that holds its manifest.json",
                                 "版本号，或含有 manifest.json 的文件夹"}))
      ->required();
  app.add_option("BOOKLET", options->booklet,
                 words(globals, {"the booklet's folder: its releases.json must agree",
                                 "手册的文件夹，与其中的 releases.json 核对"}));
  app.add_option("--out", options->out,
                 words(globals, {"the folder of all releases; default: output/releases",
                                 "存放全部发布的文件夹，默认 output/releases"}))
      ->option_text("DIR");
  app.add_option("--key", options->key,
                 words(globals, {"the public key of minisign that must have signed it",
                                 "必须由这把 minisign 公钥对应的私钥签名"}))
      ->option_text("FILE");
  app.add_flag(
      "--rebuild", options->builds_again,
      words(globals, {"make it again from its source and compare every byte", "用源文件重新制作，并逐字节比较"}));
  return [options, &globals] { return verify(*options, globals); };
}

}  // namespace bifolio::cli
