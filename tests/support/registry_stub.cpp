#include "support/registry_stub.h"

#include <algorithm>

namespace bifolio::testing {
namespace {

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == text.npos) return "";
  const std::string rest = text.substr(at + begin.size());
  return rest.substr(0, rest.find(end));
}

/// The parts of `a,b,c`, each without the prefix.
std::vector<std::string> parts(std::string list, const std::string& prefix) {
  std::vector<std::string> all;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    all.push_back(list.substr(prefix.size(), comma - prefix.size()));
    list.erase(0, std::min(comma + 1, list.size()));
  }
  return all;
}

}  // namespace

std::string crossref_work(const std::string& doi, const std::string& title, const std::string& more) {
  return R"({"DOI": ")" + doi + R"(", "type": "journal-article", "title": [")" + title +
         R"("], "container-title": ["Frontiers in Neurology"], "author": [{"family": "Gong", "given": "Zhongying", "sequence": "first"}], )" +
         R"("issued": {"date-parts": [[2022, 9, 21]]}, "volume": "13")" + more + "}";
}

RegistryStub::RegistryStub() : server_([this](const StubRequest& request) { return answer(request); }) {}

std::size_t RegistryStub::count(const std::string& part) const {
  const auto all = requests();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const StubRequest& request) {
    return request.target.find(part) != request.target.npos;
  }));
}

void RegistryStub::change(const std::function<void(RegistryStub&)>& edit) {
  const std::lock_guard guard(mutex_);
  edit(*this);
}

StubReply RegistryStub::answer(const StubRequest& request) {
  const std::lock_guard guard(mutex_);
  const std::string& target = request.target;
  for (const auto& [part, reply] : instead) {
    if (target.find(part) != target.npos) return reply;
  }
  if (target.starts_with("/works?filter=")) {
    std::string items;
    for (const std::string& doi : parts(between(target, "filter=", "&"), "doi:")) {
      const auto at = works.find(doi);
      if (at != works.end()) items += (items.empty() ? "" : ", ") + at->second;
    }
    return {200, R"({"status": "ok", "message-type": "work-list", "message": {"items": [)" + items + "]}}"};
  }
  if (target.starts_with("/works/")) {
    const auto at = works.find(between(target, "/works/", "?"));
    if (at == works.end()) return {404, "Resource not found."};
    return {200, R"({"status": "ok", "message-type": "work", "message": )" + at->second + "}"};
  }
  if (target.starts_with("/doiRA/")) {
    const std::string doi = target.substr(7);
    const auto at = agencies.find(doi);
    const std::string said =
        at == agencies.end() ? R"("status": "DOI does not exist")" : R"("RA": ")" + at->second + "\"";
    return {200, R"([{"DOI": ")" + doi + "\", " + said + "}]"};
  }
  if (target.starts_with("/esummary.fcgi")) {
    std::string result = R"("uids": [])";
    for (const std::string& id : parts(between(target + "&", "&id=", "&"), "")) {
      const auto at = pubmed.find(id);
      const std::string unknown = R"({"uid": ")" + id + R"(", "error": "cannot get document summary"})";
      result += ", \"" + id + "\": " + (at == pubmed.end() ? unknown : at->second);
    }
    return {200, "{\"result\": {" + result + "}}"};
  }
  const auto at = csl.find(target.substr(1));
  if (at == csl.end()) return {200, "<!DOCTYPE html><title>A page for people</title>"};
  return {200, at->second};
}

}  // namespace bifolio::testing
