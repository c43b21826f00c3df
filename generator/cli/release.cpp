#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "release/release.h"
#include "source/load.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string version, withdrawn, booklet, out = "output/releases", key;
  std::vector<std::string> reasons;
  bool is_rehearsal = false;
};

std::optional<release::SigningKey> signing_key(const std::string& path, const Globals& globals) {
  Findings findings;
  const auto files = source::load_file(path, findings);
  const std::string text = files && !files->files().empty() ? files->files().front().bytes : "";
  const auto key = release::read_signing_key(text, path);
  if (key) return *key;
  print_error(key.error(), globals);
  return std::nullopt;
}

void list_files(const release::Prepared& prepared, const std::string& folder, const Globals& globals) {
  std::printf("%s%s\n", std::string(say(globals, {"would be published as ", "将发布到 "})).c_str(), folder.c_str());
  for (const release::ListedFile& file : prepared.manifest.files)
    std::printf("%12zu  %s\n", file.size, file.path.c_str());
}

void tell(const Globals& globals, Words words, const std::string& what) {
  if (!globals.is_quiet) std::fprintf(stderr, "%s%s\n", std::string(say(globals, words)).c_str(), what.c_str());
}

int release_version(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  std::optional<release::SigningKey> key;
  if (!options.key.empty() && !(key = signing_key(options.key, globals))) return kUsage;
  std::optional<store::Lock> lock;
  if (!options.is_rehearsal) {
    Result<store::Lock> taken = store::Lock::take(options.out);
    if (!taken) {
      print_error(taken.error(), globals);
      return kIncomplete;
    }
    lock.emplace(*std::move(taken));
  }
  progress(globals, {"checking and making every edition …", "检查并制作全部版式……"});
  const release::Request request{request_for(*folder, globals), options.out, globals.scratch};
  Findings findings;
  Result<release::Prepared> prepared = release::prepare(request, options.version, findings);
  if (!prepared) {
    print_error(prepared.error(), globals);
    return kUsage;
  }
  const Booklet& booklet = prepared->loaded.publication.booklet;
  const auto entries = pipeline::judge(findings, prepared->loaded, {prepared->settings}).entries;
  if (print_findings(entries, prepared->loaded.sources, *folder, "text", booklet.fail_on, globals)) {
    tell(globals, {"nothing was published", "没有发布任何内容"}, "");
    return kFindings;
  }
  const std::string place = options.out + "/" + booklet.id + "/" + booklet.version;
  if (options.is_rehearsal) {
    if (prepared->is_published)
      tell(globals, {"already published, and unchanged: ", "已经发布，没有改动："}, place);
    else
      list_files(*prepared, place, globals);
    return kClean;
  }
  if (key && !prepared->is_published) release::add_signature(*prepared, *key);
  if (const Outcome published = release::publish(*prepared, request); !published) {
    print_error(published.error(), globals);
    return kIncomplete;
  }
  if (prepared->is_published)
    tell(globals, {"already published, and unchanged: ", "已经发布，没有改动："}, place);
  else
    tell(globals, {"published ", "已发布 "}, place);
  return kClean;
}

/// `en=…`, `zh-Hans=…`, or one text for all languages.
LocalText reasons_of(const std::vector<std::string>& given) {
  LocalText reasons;
  for (const std::string& text : given) {
    const std::size_t sign = text.find('=');
    const bool has_language = sign != text.npos && sign > 1 && sign <= 12 && text.find(' ') > sign;
    if (has_language)
      reasons[text.substr(0, sign)] = text.substr(sign + 1);
    else
      reasons[""] = text;
  }
  return reasons;
}

int withdraw_version(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  Result<store::Lock> lock = store::Lock::take(options.out);
  if (!lock) {
    print_error(lock.error(), globals);
    return kIncomplete;
  }
  const release::Request request{request_for(*folder, globals), options.out, globals.scratch};
  const Outcome done = release::withdraw(request, options.withdrawn, globals.today, reasons_of(options.reasons));
  if (!done) {
    print_error(done.error(), globals);
    return kUsage;
  }
  tell(globals, {"withdrawn; its files stay: ", "已撤回，文件保留："}, options.withdrawn);
  return kClean;
}

std::string words(const Globals& globals, Words both) {
  return std::string(say(globals, both));
}

}  // namespace

Run declare_release(CLI::App& app, const Globals& globals) {
  app.description(words(globals, {"publish a version of a booklet, once and for all; or withdraw one",
                                  "发布手册的一个版本，此后不再改动；或撤回一个版本"}));
  auto options = std::make_shared<Options>();
  app.add_option("VERSION", options->version,
                 words(globals, {"the booklet's version, or `withdraw VERSION`", "手册的版本号，或 `withdraw 版本`"}))
      ->required();
  app.add_option("BOOKLET", options->booklet,
                 words(globals, {"the booklet's folder; after `withdraw`, the version",
                                 "手册的文件夹；在 `withdraw` 之后是版本号"}));
  app.add_option(
      "FOLDER", options->withdrawn,
      words(globals, {"after `withdraw VERSION`: the booklet's folder", "在 `withdraw 版本` 之后：手册的文件夹"}));
  app.add_option("--out", options->out,
                 words(globals, {"the folder of all releases; default: output/releases",
                                 "存放全部发布的文件夹，默认 output/releases"}))
      ->option_text("DIR");
  app.add_flag(
      "--dry-run", options->is_rehearsal,
      words(globals, {"show what would be published, and write nothing", "只显示将要发布的内容，不写任何文件"}));
  app.add_option(
         "--sign-key", options->key,
         words(globals, {"sign the manifest with this secret key of minisign", "用这把 minisign 私钥为清单签名"}))
      ->option_text("FILE");
  app.add_option("--reason", options->reasons,
                 words(globals, {"why a version is withdrawn: a text, or LANG=text for each language",
                                 "撤回的原因：一段文字，或每种语言各写“语言=文字”"}))
      ->option_text("TEXT");
  return [options, &globals] {
    if (options->version != "withdraw") return release_version(*options, globals);
    std::swap(options->withdrawn, options->booklet);  // withdraw VERSION [FOLDER]
    if (options->withdrawn.empty() || options->reasons.empty()) {
      std::fprintf(stderr, "bifolio: %s\n",
                   words(globals, {"which version is withdrawn, and why? release withdraw VERSION --reason TEXT",
                                   "撤回哪个版本？为什么？release withdraw 版本 --reason 原因"})
                       .c_str());
      return static_cast<int>(kUsage);
    }
    return withdraw_version(*options, globals);
  };
}

}  // namespace bifolio::cli
