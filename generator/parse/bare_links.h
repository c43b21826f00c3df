// Addresses without brackets: `<https://…>` (CommonMark 0.31, 6.5) and GFM's
// extended autolinks. Unlike in GFM, an address ends where Chinese begins.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bifolio::parse {

struct BareLink {
  std::size_t begin, end;  ///< of what is shown
  std::string target;
  std::size_t after;  ///< where reading goes on
};

/// `<scheme:…>` or `<name@host>`, at `at`.
std::optional<BareLink> read_autolink(std::string_view text, std::size_t at);

/// `https://…` around the colon at `colon`, not before `limit`.
std::optional<BareLink> read_bare_address(std::string_view text, std::size_t limit, std::size_t colon,
                                          bool in_brackets);
/// `www.…`, at `at`.
std::optional<BareLink> read_bare_www(std::string_view text, std::size_t at, bool in_brackets);
/// `name@host` around the sign at `sign`, not before `limit`.
std::optional<BareLink> read_bare_mail(std::string_view text, std::size_t limit, std::size_t sign);

}  // namespace bifolio::parse
