// Which registry is asked about which key, and what becomes of its answers.
#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "fetch/fetch.h"
#include "fetch/polite.h"
#include "fetch/rules.h"
#include "fetch/transport.h"
#include "fetch/works.h"

namespace bifolio::fetch {
namespace {

constexpr std::size_t kBatch = 20;  // works in one request: an address of some 2,000 bytes

std::string_view after_colon(std::string_view key) {
  return key.substr(key.find(':') + 1);
}

/// What a filter would take for its own punctuation is asked for by itself.
bool fits_in_filter(std::string_view doi) {
  return doi.find_first_of(",:;<>\"") == doi.npos;
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c != 0x7f && c != ',' && c != ';' && c != '<' && c != '>' && c != '(' && c != ')';
  });
  return is_plain && at != text.npos && at > 0 && text.find('@', at + 1) == text.npos &&
         text.find('.', at) != text.npos && text.size() <= 254;
}

Finding why_failed(const std::string& what, const Response& response) {
  switch (response.fault) {
    case Response::Fault::unreachable: return failed(what, "the server could not be reached", "无法连接服务器");
    case Response::Fault::tls: return failed(what, "the server's certificate is not valid", "服务器证书无效");
    case Response::Fault::timeout: return failed(what, "the server did not answer in time", "服务器超时未响应");
    case Response::Fault::too_large: return failed(what, "the answer is too large", "返回的内容过大");
    case Response::Fault::redirect:
      return failed(what, "the server sends on to an address that is not safe, or too often",
                    "跳转到不安全的地址，或跳转次数过多");
    case Response::Fault::cancelled: return failed(what, "it was interrupted", "已中断");
    case Response::Fault::none: break;
  }
  const std::string status = std::to_string(response.status);
  if (response.status == 429 || response.status == 503)
    return failed(what, "the server asks for patience (" + status + ")", "服务器要求稍后再试（" + status + "）");
  return failed(what, "the server answered " + status, "服务器返回 " + status);
}

bool is_good(const Response& response) {
  return response.fault == Response::Fault::none && response.status == 200;
}

}  // namespace

struct Session::Parts {
  Settings settings;
  Waiting waiting;
  Transport transport = {};
  Polite registries, pages;

  Parts(Settings given, Waiting clock)
      : settings(std::move(given)),
        waiting(std::move(clock)),
        registries(transport, settings.limits, waiting),
        pages(transport, settings.limits, waiting) {}

  Request request(std::string url) const {
    Request one{.url = std::move(url)};
    one.user_agent = settings.program + " (mailto:" + settings.mailto + ")";
    one.body_limit = settings.limits.body;
    one.connect_seconds = settings.limits.connect_seconds;
    one.total_seconds = settings.limits.total_seconds;
    return one;
  }
  Response ask(std::string url, std::vector<std::string> headers = {}) {
    Request one = request(std::move(url));
    one.headers = std::move(headers);
    return registries.send(one);
  }
  std::string mailto() const { return "mailto=" + escaped(settings.mailto); }

  void ask_batch(std::span<const std::string> keys, std::map<std::string, LockRecord>& found);
  Answer ask_crossref(const std::string& key);
  Answer ask_agency(const std::string& key);
  Answer negotiate(const std::string& key, const std::string& doi, const std::string& agency);
  std::vector<Answer> ask_pubmed(std::span<const std::string> keys);
  Answer ask_alone(const std::string& key);
};

/// Works that one request can tell about. Where it fails, or does not know one,
/// that one is asked for by itself, so nothing is decided here.
void Session::Parts::ask_batch(std::span<const std::string> keys, std::map<std::string, LockRecord>& found) {
  std::string filter;
  for (const std::string& key : keys) filter += (filter.empty() ? "doi:" : ",doi:") + escaped(after_colon(key), "/");
  const std::string url =
      settings.places.crossref + "/works?filter=" + filter + "&rows=" + std::to_string(keys.size()) + "&" + mailto();
  Response response = ask(url + "&select=" + std::string(kSelect));
  if (response.status == 400) response = ask(url);  // a member that it no longer knows
  if (!is_good(response)) return;
  if (auto works = read_crossref(response.body)) found.merge(*works);
}

Answer Session::Parts::ask_crossref(const std::string& key) {
  const std::string doi(after_colon(key));
  const Response response = ask(settings.places.crossref + "/works/" + escaped(doi) + "?" + mailto());
  if (response.fault == Response::Fault::none && response.status == 404) return ask_agency(key);
  if (!is_good(response)) return {key, {}, why_failed(key, response)};
  auto works = read_crossref(response.body);
  if (!works) return {key, {}, failed(key, "the answer is no JSON that can be read", "返回的内容不是可读的 JSON")};
  const auto at = works->find(key);
  if (at == works->end()) return {key, {}, failed(key, "the answer is about another work", "返回的是另一篇文献")};
  return {key, std::move(at->second), {}};
}

/// One registry does not know a DOI; that says little. The look-up of agencies says more.
Answer Session::Parts::ask_agency(const std::string& key) {
  const std::string doi(after_colon(key));
  const Response response = ask(settings.places.doi + "/doiRA/" + escaped(doi, "/"));
  if (!is_good(response)) return {key, {}, why_failed(key, response)};
  const auto agency = read_agency(response.body, doi);
  if (!agency)
    return {key, {}, failed(key, "the look-up of agencies gave no clear answer", "机构总查询没有给出明确答复")};
  if (agency->empty()) {
    LockRecord record;
    record.status = LockStatus::not_found;
    return {key, std::move(record), {}};
  }
  if (*agency == "crossref")
    return {key,
            {},
            failed(key, "it is registered with Crossref, which does not find it",
                   "已在 Crossref 注册，但 Crossref 查不到")};
  return negotiate(key, doi, *agency);
}

Answer Session::Parts::negotiate(const std::string& key, const std::string& doi, const std::string& agency) {
  const Response response =
      ask(settings.places.doi + "/" + escaped(doi, "/"), {"Accept: application/vnd.citationstyles.csl+json"});
  const bool is_busy = response.status == 429 || response.status >= 500;
  const bool tells_nothing =
      response.fault == Response::Fault::too_large || response.fault == Response::Fault::redirect;
  if ((response.fault != Response::Fault::none && !tells_nothing) || is_busy)
    return {key, {}, why_failed(key, response)};
  if (is_good(response)) {
    const auto tree = read_json(response.body);
    auto work = tree ? read_work(*tree, agency) : std::nullopt;
    if (work && work->key == "doi:" + fold_case(doi)) return {key, std::move(work->record), {}};
  }
  LockRecord record;  // many agencies answer with a page for people
  record.agency = agency;
  record.status = LockStatus::other_agency;
  return {key, std::move(record), {}};
}

std::vector<Answer> Session::Parts::ask_pubmed(std::span<const std::string> keys) {
  std::string ids;
  for (const std::string& key : keys) ids += (ids.empty() ? "" : ",") + std::string(after_colon(key));
  const Response response = ask(settings.places.pubmed + "/esummary.fcgi?db=pubmed&retmode=json&tool=bifolio&email=" +
                                escaped(settings.mailto) + "&id=" + ids);
  auto works = is_good(response) ? read_pubmed(response.body) : std::nullopt;
  std::vector<Answer> answers;
  for (const std::string& key : keys) {
    if (!works) {
      answers.push_back({key,
                         {},
                         is_good(response)
                             ? failed(key, "the answer is no JSON that can be read", "返回的内容不是可读的 JSON")
                             : why_failed(key, response)});
    } else if (const auto at = works->find(key); at != works->end()) {
      answers.push_back({key, std::move(at->second), {}});
    } else {
      answers.push_back({key, {}, failed(key, "the answer is about another work", "返回的是另一篇文献")});
    }
  }
  return answers;
}

/// Kinds that no registry of ours answers for are kept as unchecked, and counted by the check.
Answer Session::Parts::ask_alone(const std::string& key) {
  if (key.starts_with("doi:")) return ask_crossref(key);
  if (key.starts_with("arxiv:")) return negotiate(key, "10.48550/arxiv." + std::string(after_colon(key)), "datacite");
  return {key, LockRecord{}, {}};
}

Session::Session(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Session::Session(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::open(Settings settings, Waiting waiting) {
  if (!is_mail_address(settings.mailto)) return Finding{&fetch_no_mailto, {}};
  for (std::string* place :
       {&settings.places.crossref, &settings.places.doi, &settings.places.pubmed, &settings.places.retractions}) {
    while (place->ends_with('/')) place->pop_back();
    if (!is_allowed(*place, Plain::this_machine))
      return Finding{&fetch_address, {}, {{"url", *place}, {"why", "it is no https:// address", "不是 https:// 地址"}}};
  }
  return Session(std::make_unique<Parts>(std::move(settings), std::move(waiting)));
}

std::vector<Answer> Session::look_up(std::span<const std::string> keys,
                                     const std::function<void(std::size_t)>& progress) {
  std::vector<std::string> works, pubmed;
  for (const std::string& key : keys) {
    if (key.starts_with("doi:") && fits_in_filter(after_colon(key))) works.push_back(key);
    if (key.starts_with("pmid:")) pubmed.push_back(key);
  }
  std::map<std::string, LockRecord> found;
  std::map<std::string, Answer> answers;
  const auto is_cancelled = [&] { return parts_->waiting.is_cancelled(); };
  for (std::size_t at = 0; works.size() > 1 && at < works.size() && !is_cancelled(); at += kBatch) {
    parts_->ask_batch(std::span(works).subspan(at, std::min(kBatch, works.size() - at)), found);
    progress(std::min(at + kBatch, works.size()));
  }
  for (std::size_t at = 0; at < pubmed.size() && !is_cancelled(); at += kBatch) {
    for (Answer& answer : parts_->ask_pubmed(std::span(pubmed).subspan(at, std::min(kBatch, pubmed.size() - at))))
      answers[answer.key] = std::move(answer);
  }
  std::vector<Answer> all;
  for (const std::string& key : keys) {
    if (is_cancelled()) break;
    const auto batch = found.find(key);
    const auto known = answers.find(key);
    if (batch != found.end())
      all.push_back({key, batch->second, {}});
    else
      all.push_back(known != answers.end() ? known->second : parts_->ask_alone(key));
    progress(all.size());
  }
  return all;
}

PageAnswer Session::look_at(const std::string& url) {
  Request request = parts_->request(url);
  request.user_agent = parts_->settings.program;  // a page needs no address to write to
  request.plain =
      is_this_machine(url) && !is_this_machine(parts_->settings.places.crossref) ? Plain::never : Plain::anywhere;
  request.is_head = true;
  Response response = parts_->pages.send(request);
  if (response.fault == Response::Fault::none && response.status >= 400 && response.status != 404 &&
      response.status != 410) {
    request.is_head = false;  // many servers refuse HEAD
    response = parts_->pages.send(request);
  }
  // A page larger than we care for is there all the same.
  const bool is_there = response.fault == Response::Fault::none || response.fault == Response::Fault::too_large;
  return {is_there ? response.status : 0, is_there && response.status > 0 && response.status < 400};
}

Result<DataSet> Session::retractions(const std::string& etag) {
  const Settings& settings = parts_->settings;
  Request request = parts_->request(settings.places.retractions);
  request.body_limit = settings.limits.data_set;
  request.total_seconds = settings.limits.data_set_seconds;
  if (!etag.empty()) request.headers.push_back("If-None-Match: " + etag);
  const Response response = parts_->registries.send(request);
  if (response.fault == Response::Fault::none && response.status == 304) return DataSet{true, "", etag};
  if (!is_good(response)) return why_failed("retractions", response);
  const std::string tag = response.header("etag");
  const bool is_sound =
      tag.size() <= 200 && std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
  return DataSet{false, response.body, is_sound ? tag : ""};
}

}  // namespace bifolio::fetch
