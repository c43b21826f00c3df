// Links that were dead when somebody last looked.
#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule link_dead{
    "link-dead",
    Severity::warning,
    {"{what}; give a link that works, or an archived copy.", "{what}；请换用有效链接或存档。"},
    {"`bifolio refs update --links` looked at this address and wrote into the lock what it saw: the page is gone (404, "
     "410), or the last two looks failed. At a release this is an error.",
     "`bifolio refs update --links` 查看过该网址，并把结果写入锁文件：页面已不存在（404、410），或最近两次均失败。"
     "发布时这是错误。"},
    Repair::no};

namespace {

/// What is wrong with it, or nothing.
std::optional<Argument> trouble(const LockedLink& link) {
  const std::string status = std::to_string(link.status);
  if (link.status == 404 || link.status == 410)
    return Argument{"what", "This page is gone (answer " + status + " on " + link.checked + ")",
                    "该页面已不存在（" + link.checked + " 返回 " + status + "）"};
  if (link.failures < 2) return std::nullopt;
  std::string days;
  for (const std::string& day : link.failed) days += (days.empty() ? "" : ", ") + day;
  return Argument{"what", "The last checks of this page failed (" + days + ")",
                  "该页面最近几次检查均失败（" + days + "）"};
}

void check_link(const ReferenceLock& locked, const std::string& url, Span span, Findings& findings) {
  const auto at = locked.links.find(url);
  if (at == locked.links.end()) return;
  if (auto what = trouble(at->second))
    findings.add({&link_dead, span, {*std::move(what)}, {}, {}, url, std::to_string(at->second.status)});
}

}  // namespace

void check_link_dead(const Context& context, Findings& findings) {
  const auto& locked = context.publication.lock;
  if (!locked || locked->links.empty()) return;
  const VisitInline visit = [&](const Inline& node) {
    if (const auto* link = node.get_if<Link>())
      check_link(*locked, link->target, link->target_span.file.is_known() ? link->target_span : node.span, findings);
  };
  for (const Book& book : context.publication.books) {
    for (const Document& document : book.documents) {
      for_each_inline(document.front.abstract, visit);
      for_each_inline(document.blocks, visit);
      for (const Note& note : document.notes) for_each_inline(note.children, visit);
    }
  }
  for (const Reference& reference : context.publication.library.references) {
    const auto url = reference.fields.find("URL");
    if (url != reference.fields.end()) check_link(*locked, url->second.value, url->second.span, findings);
  }
}

}  // namespace bifolio::check
