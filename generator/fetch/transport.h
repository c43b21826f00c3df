// One request over HTTP: libcurl's home. Certificates are verified, redirects
// followed by hand so that none leads to a lesser scheme, bodies cut off at their
// limit.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::fetch {

/// Where plain http may lead.
enum class Plain { never, this_machine, anywhere };

struct Request {
  std::string url;
  std::vector<std::string> headers = {};  ///< `Name: value`
  std::string user_agent;
  std::size_t body_limit = 8u << 20;
  int connect_seconds = 10, total_seconds = 60;
  Plain plain = Plain::this_machine;
  bool is_head = false;
};

struct Response {
  enum class Fault { none, unreachable, tls, timeout, too_large, redirect, cancelled };
  Fault fault = Fault::none;
  int status = 0;
  std::string body;
  std::map<std::string, std::string> headers;  ///< names in lower case

  std::string header(const std::string& name) const;
};

/// A connection that is kept open between requests.
class Transport {
 public:
  Transport();
  Transport(Transport&&) noexcept;
  ~Transport();

  Response send(const Request&, const std::function<bool()>& is_cancelled);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

bool is_this_machine(std::string_view url);
/// Whether the address may be asked at all.
bool is_allowed(std::string_view url, Plain);
/// Whether a redirect may be followed: never from https to http.
bool may_follow(std::string_view from, std::string_view to, Plain);
/// Percent escapes for everything that is not unreserved (RFC 3986, section 2.3), but for these characters.
std::string escaped(std::string_view text, std::string_view keep = "");

}  // namespace bifolio::fetch
