#include "release/rules.h"

#include "release/release.h"

namespace bifolio::release {

const Rule release_immutable{
    "release-immutable",
    Severity::error,
    {"Version {version} is published, but {what}. Keep what was published and issue a new version.",
     "{version} 版已经发布，但{what}。请保留已发布的内容，另发新版本。"},
    {"Readers and citations rely on a published version staying what it was. If the booklet has changed, raise "
     "`version` in bifolio.toml; if a published file was damaged, restore it from a copy.",
     "读者和引用者都指望已发布的版本不变。手册有改动时，请提高 bifolio.toml 中的 `version`；"
     "已发布的文件受损时，请用备份恢复。"}};

const Rule release_order{
    "release-order",
    Severity::error,
    {"Version {version} cannot be released: {why}.", "{version} 版不能发布：{why}。"},
    {"Versions and dates go forward: each is greater than the last one released, and no version is dated before the "
     "period that it covers has ended. Correct `version` or `date` in bifolio.toml.",
     "版本号和日期只能向前：每一版都要大于上一版，日期不能早于所涵盖时期的结束。请改正 bifolio.toml 中的 "
     "`version` 或 `date`。"}};

const Rule release_changelog_missing{
    "release-changelog-missing",
    Severity::error,
    {"The changelog has no entry for {version} in {language}; add `## {version} — {date}` to {path}.",
     "{language} 的更新日志没有 {version} 的条目；请在 {path} 中加入 `## {version} — {date}`。"},
    {"Every version says in every language what is new. The entry becomes the release notes.",
     "每个版本都要用每种语言说明更新了什么。这一条目就是发布说明。"}};

const Rule release_metadata_missing{
    "release-metadata-missing",
    Severity::error,
    {"A release needs {what}; add it to bifolio.toml.", "发布需要{what}；请写入 bifolio.toml。"},
    {"Whoever finds a version later must see who made it, when, and what may be done with it.",
     "以后看到这一版本的人，要能知道是谁、何时所做，以及可以怎样使用。"}};

const Rule release_edition_missing{
    "release-edition-missing",
    Severity::error,
    {"Version {version} lacks {what}.", "{version} 版缺少{what}。"},
    {"A release holds every edition that bifolio.toml lists, in every language, and every document in every language.",
     "发布的内容包括 bifolio.toml 列出的每种版式、每种语言，以及每种语言的每篇文档。"}};

const Rule release_version_other{
    "release-version-other",
    Severity::error,
    {"The booklet's version is {version}, not {asked}.", "手册的版本是 {version}，不是 {asked}。"},
    {"`bifolio release VERSION` names the version on purpose, so that no one publishes another by mistake. Change "
     "`version` in bifolio.toml, or name that version.",
     "`bifolio release 版本` 要写明版本号，以免误发。请修改 bifolio.toml 的 `version`，或写出手册现在的版本。"}};

const Rule release_record_invalid{
    "release-record-invalid",
    Severity::error,
    {"releases.json cannot be trusted: {why}. Restore it from version control.",
     "releases.json 不可用：{why}。请从版本库中恢复。"},
    {"The record of releases is written only by `bifolio release`. Each entry has a version, a date and the hashes of "
     "its manifest and its source.",
     "发布记录只由 `bifolio release` 写入。每条都有版本、日期、清单和源文件的哈希值。"}};

const Rule release_manifest_invalid{
    "release-manifest-invalid",
    Severity::error,
    {"`{path}` is no manifest that this program can read: {why}.", "`{path}` 不是本程序能读的清单：{why}。"},
    {"manifest.json lists what a version holds. Without it nothing can be verified; restore it from a copy.",
     "manifest.json 列出一个版本的全部内容。没有它就无法核对；请用备份恢复。"}};

const Rule release_not_found{
    "release-not-found",
    Severity::error,
    {"There is no release `{name}`{known}.", "没有发布版本 `{name}`{known}。"},
    {"A release is named by its version, or by the folder that holds its manifest.json. `--out` names the folder of "
     "all releases where it is not output/releases.",
     "发布版本用版本号，或用含有 manifest.json 的文件夹来指明。发布不在 output/releases 时，用 --out 指定。"}};

const Rule release_archive_damaged{"release-archive-damaged",
                                   Severity::error,
                                   {"`{path}` cannot be unpacked: {why}.", "`{path}` 无法解开：{why}。"},
                                   {"The archive is damaged, or holds names that would be written outside its folder.",
                                    "压缩包已损坏，或其中的文件名会写到文件夹之外。"}};

const Rule release_pdf_damaged{
    "release-pdf-damaged",
    Severity::error,
    {"`{path}` is not sound: {why}.", "`{path}` 有问题：{why}。"},
    {"Every PDF must open without repairs and be tagged, with a language and a title, so that it can be read aloud.",
     "每个 PDF 都应无需修复即可打开，带有标签、语言和标题，才能朗读。"}};

const Rule release_link_broken{
    "release-link-broken",
    Severity::error,
    {"`{page}` links to `{target}`, which is not there.", "`{page}` 链接到 `{target}`，但它不存在。"},
    {"Links between the pages of a version must lead to files and anchors of that version.",
     "同一版本各页之间的链接，应指向这一版本中存在的文件和位置。"}};

const Rule release_rebuild_differs{
    "release-rebuild-differs",
    Severity::error,
    {"Built again from its source, `{path}` {what}.", "用源文件重新制作后，`{path}` {what}。"},
    {"The same source gives the same bytes. A difference means other fonts, other style files, another version of "
     "bifolio, or a file that was changed; manifest.json names the fonts and the program.",
     "同样的源文件应得到同样的字节。不同则说明字体、引文样式或 bifolio 版本不同，或文件被改动；manifest.json "
     "记有字体和程序版本。"}};

const Rule release_key_invalid{
    "release-key-invalid",
    Severity::error,
    {"The key in `{path}` cannot be used: {why}.", "`{path}` 中的密钥不能使用：{why}。"},
    {"Keys are files of minisign. To sign without being asked for a password, make one with `minisign -G -W`.",
     "密钥是 minisign 的文件。要在不输入密码的情况下签名，请用 `minisign -G -W` 生成。"}};

const Rule release_signature_invalid{
    "release-signature-invalid",
    Severity::error,
    {"The signature of `{path}` does not hold: {why}.", "`{path}` 的签名不成立：{why}。"},
    {"The manifest was changed after it was signed, or another key signed it. Do not trust this copy.",
     "清单在签名之后被改动，或由另一把密钥签名。请不要相信这份副本。"}};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "release/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::release
