// Links that say nothing, cannot be opened, or will not last.
#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "check/search.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule link_text_generic{
    "link-text-generic",
    Severity::warning,
    {"“{text}” does not say what opens; use the work's title.", "“{text}”未说明内容，请用文献题名作链接文字。"},
    {"Readers who go through links one by one, by ear or by eye, hear only the link's own words (WCAG 2.2, 2.4.4).",
     "逐个浏览链接的读者（用读屏软件或眼控）只能得到链接本身的文字（WCAG 2.2, 2.4.4）。"}};

const Rule link_url_malformed{
    "link-url-malformed",
    Severity::error,
    {"`{url}` cannot be opened: {why}.", "`{url}` 无法打开：{why}。"},
    {"A web address starts with https:// (or http://, mailto:), names a host and has no spaces or full-width marks.",
     "网址以 https:// 开头（或 http://、mailto:），要有主机名，不含空格和全角符号。"},
    Repair::part};

const Rule link_volatile{
    "link-volatile",
    Severity::warning,
    {"This page on {host} can vanish; add the primary source, or an archived copy and the date of access.",
     "{host} 上的页面可能失效；请补充原始文献，或提供存档链接与访问日期。"},
    {"Messaging, short-video and net-disk services and shortened addresses do not last. An entry with `accessed` and "
     "`archive` (or a "
     "note of the archived copy) is accepted, as is an original source beside it.",
     "聊天、短视频、网盘平台和短网址都不长久。带有 accessed（访问日期）和 archive（存档）的条目可以接受，"
     "同时给出原始文献也可以。"}};

namespace {

const std::vector<std::string_view> kGeneric = {
    "click to view", "click here", "here", "link", "read more", "more", "this link", "see here", "点击查看", "点击这里",
    "这里",          "链接",       "查看", "详情", "查看详情",  "点击", "此处",      "原文链接", "点此"};

constexpr std::string_view kVolatileHosts[] = {
    "mp.weixin.qq.com", "weixin.qq.com", "toutiao.com", "m.toutiao.com",  "douyin.com",
    "v.douyin.com",     "kuaishou.com",  "weibo.com",   "pan.baidu.com",  "t.cn",
    "bit.ly",           "tinyurl.com",   "t.co",        "xiaohongshu.com"};

std::string trimmed_folded(std::string text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  for (const std::string_view mark : {"》", "》", "。", "…", "」", "”"}) {
    if (text.ends_with(mark)) text.resize(text.size() - mark.size());
  }
  return fold_case(text);
}

std::string host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == url.npos) return "";
  std::string_view rest = url.substr(slashes + 3);
  rest = rest.substr(0, rest.find_first_of("/?#:"));
  return to_lower(rest);
}

std::string scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  return colon == url.npos ? "" : to_lower(url.substr(0, colon));
}

std::string with_narrow_marks(std::string text) {
  const std::pair<std::string, std::string> marks[] = {{"：", ":"}, {"／", "/"}, {"．", "."}, {"？", "?"}, {"＝", "="}};
  for (const auto& [wide, narrow] : marks) {
    for (std::size_t at = text.find(wide); at != text.npos; at = text.find(wide)) text.replace(at, wide.size(), narrow);
  }
  return text;
}

bool is_plain_address(std::string_view url) {
  const std::string scheme = scheme_of(url);
  if (scheme == "mailto") return url.find('@') != url.npos;
  return (scheme == "http" || scheme == "https") && !host_of(url).empty() && url.find(' ') == url.npos;
}

void check_address(const Link& link, Span span, Findings& findings) {
  const Span place = link.target_span.file.is_known() ? link.target_span : span;
  const auto report = [&](std::string en, std::string zh, const std::string& repaired = "") {
    Finding finding{&link_url_malformed, place, {{"url", link.target}, {"why", std::move(en), std::move(zh)}}, {}, {},
                    link.target};
    if (!repaired.empty() && place.size() == link.target.size()) finding.fixes.push_back({place, repaired});
    findings.add(std::move(finding));
  };
  const std::string narrow = with_narrow_marks(link.target);
  if (narrow != link.target && is_plain_address(narrow))
    return report("it has full-width marks", "使用了全角符号", narrow);
  if (link.destination.kind != Destination::Kind::external) return;
  const std::string scheme = scheme_of(link.target);
  if (link.target.starts_with("//") || scheme.empty())
    return report("it does not start with https://", "没有以 https:// 开头");
  if (scheme == "tel") return;
  if (scheme != "http" && scheme != "https" && scheme != "mailto")
    return report("addresses with `" + scheme + ":` are not safe or not known",
                  "`" + scheme + ":` 开头的地址不安全或不认识");
  if (!is_plain_address(link.target))
    report("the host is missing, or there is a space in it", "缺少主机名，或中间有空格");
}

class Hosts {
 public:
  explicit Hosts(const Booklet& booklet) : further_(booklet.volatile_hosts) {}

  bool is_volatile(const std::string& host) const {
    const auto matches = [&](std::string_view known) {
      return host == known ||
             (host.size() > known.size() && host.ends_with(known) && host[host.size() - known.size() - 1] == '.');
    };
    return std::any_of(std::begin(kVolatileHosts), std::end(kVolatileHosts), matches) ||
           std::any_of(further_.begin(), further_.end(), matches);
  }

 private:
  const std::vector<std::string>& further_;
};

void check_link(const Inline& node, const Hosts& hosts, Findings& findings) {
  const auto* link = node.get_if<Link>();
  if (!link || link->target.empty()) return;
  const std::string text = plain_text(link->children);
  if (std::find(kGeneric.begin(), kGeneric.end(), trimmed_folded(text)) != kGeneric.end()) {
    findings.add({&link_text_generic, node.span, {{"text", text}}, {}, {}, link->target});
  }
  check_address(*link, node.span, findings);
  const std::string host = host_of(link->target);
  const bool has_archive = link->attributes.find("archive") || link->attributes.find("accessed");
  if (!host.empty() && hosts.is_volatile(host) && !has_archive)
    findings.add({&link_volatile, node.span, {{"host", host}}, {}, {}, link->target});
}

void check_entry(const Reference& reference, const Hosts& hosts, Findings& findings) {
  const auto url = reference.fields.find("URL");
  if (url == reference.fields.end()) return;
  const std::string host = host_of(url->second.value);
  const bool is_dated = reference.dates.contains("accessed") || reference.fields.contains("archive");
  if (hosts.is_volatile(host) && !is_dated)
    findings.add({&link_volatile, url->second.span, {{"host", host}}, {}, {}, url->second.value});
}

}  // namespace

void check_links(const Context& context, Findings& findings) {
  const Hosts hosts(context.publication.booklet);
  for (const Book& book : context.publication.books) {
    for (const Document& document : book.documents) {
      const VisitInline visit = [&](const Inline& node) { check_link(node, hosts, findings); };
      for_each_inline(document.front.abstract, visit);
      for_each_inline(document.blocks, visit);
      for (const Note& note : document.notes) for_each_inline(note.children, visit);
    }
  }
  for (const Reference& reference : context.publication.library.references) check_entry(reference, hosts, findings);
}

}  // namespace bifolio::check
