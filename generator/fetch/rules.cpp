#include "fetch/rules.h"

#include "fetch/fetch.h"

namespace bifolio::fetch {

const Rule fetch_no_mailto{
    "fetch-no-mailto",
    Severity::error,
    {"Registries want to know whom to write to. Give an address: `[lock]` with `mailto = \"you@example.org\"` in "
     "bifolio.toml, or --mailto.",
     "登记机构需要联系方式。请在 bifolio.toml 的 [lock] 中写 `mailto = \"you@example.org\"`，或使用 --mailto。"},
    {"Crossref and others serve programs that name a contact better, and write to it before they block one that asks "
     "too much. The address goes to the registries alone; it is not stored in the lock.",
     "Crossref 等机构对留有联系方式的程序更友好，遇到请求过多时会先来信而不是直接封禁。"
     "该地址只发给登记机构，不会写入锁文件。"}};

const Rule fetch_address{
    "fetch-address",
    Severity::error,
    {"`{url}` is not asked: {why}.", "不会访问 `{url}`：{why}。"},
    {"Addresses of registries start with https://. Plain http:// is accepted for this machine alone (127.0.0.1, "
     "localhost), for tests.",
     "登记机构的地址以 https:// 开头。明文的 http:// 只用于本机（127.0.0.1、localhost）的测试。"}};

const Rule fetch_failed{
    "fetch-failed",
    Severity::warning,
    {"{what}: {why}. What was known before is kept; run the command again later.",
     "{what}：{why}。原有记录保持不变；请稍后重试。"},
    {"Networks and registries fail at times. Nothing that was known is lost, and the command ends with status 3.",
     "网络和登记机构有时会出错。已有的信息不会丢失，命令以状态 3 结束。"}};

Finding failed(const std::string& what, std::string en, std::string zh) {
  return {&fetch_failed, {}, {{"what", what}, {"why", std::move(en), std::move(zh)}}, {}, {}, what};
}

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "fetch/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::fetch
