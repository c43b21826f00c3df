#include "fetch/transport.h"

#include <curl/curl.h>

#include <algorithm>

#include "base/owned.h"

namespace bifolio::fetch {
namespace {

constexpr int kMostRedirects = 5;
constexpr std::size_t kMostHeaders = 200;

using HeaderList = Owned<curl_slist, curl_slist_free_all>;

struct Receiver {
  Response& response;
  std::size_t limit;
  const std::function<bool()>& is_cancelled;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* pointer) {
  auto& receiver = *static_cast<Receiver*>(pointer);
  const std::size_t bytes = size * count;
  if (receiver.response.body.size() + bytes > receiver.limit) {
    receiver.response.fault = Response::Fault::too_large;
    return 0;  // ends the transfer
  }
  receiver.response.body.append(data, bytes);
  return bytes;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* pointer) {
  auto& receiver = *static_cast<Receiver*>(pointer);
  const std::string_view line(data, size * count);
  if (line.starts_with("HTTP/")) receiver.response.headers.clear();
  const std::size_t colon = line.find(':');
  if (colon != line.npos && receiver.response.headers.size() < kMostHeaders) {
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    receiver.response.headers[name] = trimmed(line.substr(colon + 1));
  }
  return line.size();
}

int take_progress(void* pointer, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Receiver*>(pointer)->is_cancelled() ? 1 : 0;
}

Response::Fault fault_of(CURLcode code, Response::Fault noted) {
  if (noted != Response::Fault::none) return noted;
  switch (code) {
    case CURLE_OK: return Response::Fault::none;
    case CURLE_OPERATION_TIMEDOUT: return Response::Fault::timeout;
    case CURLE_ABORTED_BY_CALLBACK: return Response::Fault::cancelled;
    case CURLE_FILESIZE_EXCEEDED: return Response::Fault::too_large;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER: return Response::Fault::tls;
    default: return Response::Fault::unreachable;
  }
}

std::string_view host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == url.npos) return "";
  std::string_view host = url.substr(slashes + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (host.find('@') != host.npos) return "";  // a name before the host hides it
  if (host.starts_with('[')) return host.substr(0, std::min(host.find(']') + 1, host.size()));
  return host.substr(0, host.find(':'));
}

}  // namespace

std::string Response::header(const std::string& name) const {
  const auto at = headers.find(name);
  return at == headers.end() ? "" : at->second;
}

bool is_this_machine(std::string_view url) {
  const std::string_view host = host_of(url);
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

bool is_allowed(std::string_view url, Plain plain) {
  if (host_of(url).empty() || url.find_first_of(" \t\r\n") != url.npos) return false;
  if (url.starts_with("https://")) return true;
  if (!url.starts_with("http://")) return false;
  return plain == Plain::anywhere || (plain == Plain::this_machine && is_this_machine(url));
}

bool may_follow(std::string_view from, std::string_view to, Plain plain) {
  if (from.starts_with("https://")) return to.starts_with("https://") && is_allowed(to, plain);
  return is_allowed(to, plain);
}

std::string escaped(std::string_view text, std::string_view keep) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text) {
    if (kUnreserved.find(c) != kUnreserved.npos || keep.find(c) != keep.npos) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
      out.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
    }
  }
  return out;
}

struct Transport::Handle {
  Owned<CURL, curl_easy_cleanup> curl;
};

Transport::Transport() : handle_(std::make_unique<Handle>()) {
  static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (once == CURLE_OK) handle_->curl.reset(curl_easy_init());
}
Transport::Transport(Transport&&) noexcept = default;
Transport::~Transport() = default;

namespace {

Response send_once(CURL* curl, const Request& request, const std::string& url,
                   const std::function<bool()>& is_cancelled) {
  Response response;
  Receiver receiver{response, request.body_limit, is_cancelled};
  HeaderList headers;
  for (const std::string& header : request.headers) {
    curl_slist* longer = curl_slist_append(headers.get(), header.c_str());
    if (longer && !headers) headers.reset(longer);
  }
  curl_easy_reset(curl);  // options only: the connection stays
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, request.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");  // whatever can be undone
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(request.connect_seconds));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(request.total_seconds));
  curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.body_limit));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &receiver);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &receiver);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, take_progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &receiver);
  if (request.is_head) curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  // A proxy is the user's own setting, but never for this machine.
  curl_easy_setopt(curl, CURLOPT_NOPROXY, is_this_machine(url) ? "*" : nullptr);
  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  response.fault = fault_of(code, response.fault);
  return response;
}

}  // namespace

Response Transport::send(const Request& request, const std::function<bool()>& is_cancelled) {
  Response response;
  response.fault = Response::Fault::unreachable;
  if (!handle_->curl || !is_allowed(request.url, request.plain)) return response;
  std::string url = request.url;
  for (int i = 0; i <= kMostRedirects; ++i) {
    response = send_once(handle_->curl.get(), request, url, is_cancelled);
    char* next = nullptr;
    curl_easy_getinfo(handle_->curl.get(), CURLINFO_REDIRECT_URL, &next);
    if (response.fault != Response::Fault::none || !next) return response;
    if (!may_follow(url, next, request.plain)) break;
    url = next;
  }
  response.fault = Response::Fault::redirect;
  return response;
}

}  // namespace bifolio::fetch
