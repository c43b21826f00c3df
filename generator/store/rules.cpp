#include "store/rules.h"

#include "store/store.h"

namespace bifolio::store {

const Rule file_unwritable{
    "file-unwritable",
    Severity::error,
    {"`{path}` cannot be written: {reason}. The file that was there before is unchanged.",
     "无法写入 `{path}`：{reason}。原有的文件没有改动。"},
    {"The disk is full, or the folder may not be written to. Free some space, or name another folder with --out.",
     "磁盘已满，或文件夹不允许写入。请腾出空间，或用 --out 指定另一个文件夹。"}};

const Rule file_path_outside{
    "file-path-outside",
    Severity::error,
    {"`{path}` would be written outside `{folder}`; nothing was written.",
     "`{path}` 会写到 `{folder}` 之外；没有写入任何文件。"},
    {"A name in the booklet led out of the output folder. Names of documents and files must not contain `..`.",
     "手册中的某个名字指向了输出文件夹之外。文档和文件的名字不能含有 `..`。"}};

const Rule file_exists{"file-exists",
                       Severity::error,
                       {"`{path}` is there already and was left as it is.", "`{path}` 已经存在，没有改动。"},
                       {"A published version never changes. Raise the version in bifolio.toml and release that.",
                        "已发布的版本不再改动。请在 bifolio.toml 中提高版本号，再发布新版本。"}};

const Rule file_locked{
    "file-locked",
    Severity::error,
    {"Another run is writing to `{path}`; nothing was written. Try again when it has ended.",
     "另一个程序正在写入 `{path}`；本次没有写入任何内容。请等它结束后再试。"},
    {"Two releases at the same time would get in each other's way. The lock goes away with the program that holds it.",
     "两次发布同时进行会互相干扰。占用的程序结束后，锁会自动解除。"}};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "store/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::store
