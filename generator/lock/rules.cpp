#include "lock/rules.h"

#include "lock/lock.h"

namespace bifolio::lock {

const Rule lock_corrupt{
    "lock-corrupt",
    Severity::error,
    {"{what}. Only `bifolio refs` writes this file: {repair}.", "{what}。该文件只由 `bifolio refs` 写入：{repair}。"},
    {"bifolio.lock.json keeps what registries said about each cited work. Each record carries a hash of its content; "
     "where it does not fit, somebody edited the record by hand, or a merge mixed two versions. What the record says "
     "can then not be relied on, so it counts as unchecked. `bifolio refs update KEY` asks the registry again.",
     "bifolio.lock.json 保存各登记机构对每篇文献的答复。每条记录都带有内容的哈希值；不符说明有人手工改动，"
     "或合并时混入了两个版本，记录便不可信，视为未核查。`bifolio refs update KEY` 会重新向登记机构查询。"},
    Repair::update,
    true};

const Rule retract_snapshot_corrupt{
    "retract-snapshot-corrupt",
    Severity::error,
    {"The snapshot of retractions cannot be used: {why}. Make it again with `bifolio refs import-retractions "
     "FILE.csv`.",
     "撤稿数据快照无法使用：{why}。请用 `bifolio refs import-retractions FILE.csv` 重新生成。"},
    {"bifolio.retractions.bin holds a hash, a kind and a day for each retracted work. It is written by a command and "
     "checked by its own hash; a broken one knows nothing, and every work would pass as not retracted.",
     "bifolio.retractions.bin 为每篇被撤稿的文献保存一个哈希、类型和日期，由命令生成，并以自身的哈希校验。"
     "损坏的快照什么也查不出，所有文献都会被当作未撤稿。"},
    Repair::update,
    true};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "lock/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::lock
