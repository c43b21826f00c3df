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
