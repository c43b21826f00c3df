// The same destinations in every language.
#include <algorithm>

#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule parity_link{
    "parity-link",
    Severity::warning,
    {"{other} links to {target} in this section, {language} does not. Add the link, or remove it there.",
     "本节{other}有指向 {target} 的链接，{language}没有。请补上，或在另一边删去。"},
    {"Links of a section should lead to the same places in every language. Two addresses of one site that stand for "
     "each other (en.example.org and zh.example.org, /en/ and /zh/) are taken as a pair.",
     "同一节的链接，各语言应通向同样的地方。同一网站的两种语言地址（en.example.org 与 zh.example.org，/en/ 与 "
     "/zh/）视为一对。"}};

namespace {

struct Target {
  std::string address;
  Span span;
  const Unit* partner;
};

std::string address_of(const Link& link) {
  switch (link.destination.kind) {
    case Destination::Kind::external:
    case Destination::Kind::file: return link.destination.url;
    case Destination::Kind::anchor: return "#" + (link.destination.id.empty() ? link.target : link.destination.id);
    case Destination::Kind::unknown: break;
  }
  return link.target;
}

/// Without scheme, “www.”, a last slash: what people mean by the same address.
std::string simplified(std::string address) {
  for (const std::string_view head : {"https://", "http://", "www.", "dx."}) {
    if (address.starts_with(head)) address.erase(0, head.size());
  }
  while (address.ends_with('/')) address.pop_back();
  return address;
}

/// The site, whatever its language: the last two names of its host.
std::string site_of(const std::string& address) {
  const std::string host = address.substr(0, address.find('/'));
  const std::size_t last = host.rfind('.');
  const std::size_t begin = last == host.npos || last == 0 ? host.npos : host.rfind('.', last - 1);
  return begin == host.npos ? host : host.substr(begin + 1);
}

std::vector<Target> targets_of(const SectionPair& section, const Unit* UnitPair::*side, const Unit* UnitPair::*other) {
  std::vector<Target> targets;
  for (const UnitPair& pair : section.units) {
    if (!(pair.*side)) continue;
    for (const Inlines* inlines : inlines_of(*(pair.*side))) {
      for_each_inline(*inlines, [&](const Inline& node) {
        if (const auto* link = node.get_if<Link>())
          targets.push_back({simplified(address_of(*link)), node.span, pair.*other});
      });
    }
  }
  return targets;
}

std::vector<Target> without(const std::vector<Target>& targets, const std::vector<Target>& others) {
  std::vector<std::string> known;
  for (const Target& other : others) known.push_back(other.address);
  std::sort(known.begin(), known.end());
  std::vector<Target> rest;
  for (const Target& target : targets) {
    if (!std::binary_search(known.begin(), known.end(), target.address)) rest.push_back(target);
  }
  return rest;
}

void report(const std::vector<Target>& targets, const std::vector<Target>& others, const Document& present,
            const Document& lacking, Findings& findings) {
  for (const Target& target : targets) {
    const bool is_paired = std::any_of(others.begin(), others.end(), [&](const Target& other) {
      return !target.address.starts_with('#') && site_of(other.address) == site_of(target.address);
    });
    if (is_paired || !target.partner) continue;
    Finding finding{&parity_link, target.partner->end()};
    finding.arguments = {language_argument("other", present.language),
                         {"target", target.address},
                         language_argument("language", lacking.language)};
    finding.related.push_back({target.span, {"the link", "该链接"}});
    finding.subject = target.address;
    findings.add(std::move(finding));
  }
}

}  // namespace

void check_parity_link(const Context& context, Findings& findings) {
  for (const Parallel& parallel : context.parallels) {
    for (const SectionPair& section : parallel.pairs) {
      const auto source = targets_of(section, &UnitPair::source, &UnitPair::translation);
      const auto here = targets_of(section, &UnitPair::translation, &UnitPair::source);
      if (source.empty() && here.empty()) continue;
      const auto only_source = without(source, here), only_here = without(here, source);
      report(only_source, only_here, *parallel.source, *parallel.translation, findings);
      report(only_here, only_source, *parallel.translation, *parallel.source, findings);
    }
  }
}

}  // namespace bifolio::check
