#include "fetch/polite.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>

namespace bifolio::fetch {
namespace {

using std::chrono::milliseconds;

std::optional<long> number_of(std::string_view text) {
  long value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

bool says_later(const Response& response) {
  return response.fault == Response::Fault::none && (response.status == 429 || response.status == 503);
}

}  // namespace

std::optional<long> retry_after(const Response& response) {
  const std::string text = response.header("retry-after");
  if (text.empty()) return std::nullopt;
  if (const auto seconds = number_of(text)) return std::min(*seconds, 86400L);
  // A date: told by the server's own clock, so that ours does not matter.
  const time_t then = curl_getdate(text.c_str(), nullptr), now = curl_getdate(response.header("date").c_str(), nullptr);
  if (then < 0 || now < 0) return std::nullopt;
  return std::clamp<long>(then - now, 0, 86400);
}

milliseconds interval_of(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = number_of(text.substr(0, digits));
  const std::string_view unit = text.substr(digits);
  if (!number || *number > 3600) return milliseconds(0);
  if (unit == "ms") return milliseconds(*number);
  if (unit == "s" || unit.empty()) return milliseconds(*number * 1000);
  if (unit == "m") return milliseconds(*number * 60'000);
  return milliseconds(0);
}

void Polite::keep_pace() {
  const milliseconds now = waiting_.now();
  if (now < next_) waiting_.wait(next_ - now);
  next_ = std::max(now, next_) + interval_;
}

void Polite::learn_pace(const Response& response) {
  const auto limit = number_of(response.header("x-rate-limit-limit"));
  const milliseconds interval = interval_of(response.header("x-rate-limit-interval"));
  if (!limit || *limit == 0 || interval.count() == 0) return;
  interval_ =
      std::clamp(milliseconds((interval.count() + *limit - 1) / *limit), milliseconds(20), milliseconds(60'000));
}

milliseconds Polite::pause_after(const Response& response, int tried) {
  const auto asked = retry_after(response);
  const milliseconds pause = asked ? milliseconds(*asked * 1000) : milliseconds(1000 << (tried - 1));
  return pause + milliseconds(static_cast<long>(dice_() % 250));
}

Response Polite::send(const Request& request) {
  for (int tried = 1;; ++tried) {
    keep_pace();
    Response response = transport_.send(request, waiting_.is_cancelled);
    learn_pace(response);
    if (waiting_.is_cancelled()) response.fault = Response::Fault::cancelled;
    if (!says_later(response) || tried >= limits_.tries) return response;
    const milliseconds pause = pause_after(response, tried);
    if (pause > limits_.longest_wait) return response;
    waiting_.wait(pause);
  }
}

}  // namespace bifolio::fetch
