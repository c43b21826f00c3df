// HTML as bytes: everything that an author wrote passes through here, so that no
// byte of it can become markup.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bifolio::html {

/// Appends text as the content of an element. Characters that HTML cannot hold
/// (C0 controls but tab and line ends, U+FFFE, U+FFFF) become U+FFFD.
void append_text(std::string& out, std::string_view text);

/// Appends ` name="value"`.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// Appends ` lang="…"`; nothing where the tag is none (RFC 5646 allows letters, digits and hyphens).
void append_language(std::string& out, std::string_view tag);

/// Appends pieces as they are: markup that we wrote ourselves.
template <typename... Pieces>
void append(std::string& out, const Pieces&... pieces) {
  (out.append(pieces), ...);
}

/// An id without white space, as HTML asks (HTML, 3.2.6), and never empty.
std::string as_id(std::string_view);

/// `#id` for an href, percent-encoded where a URL needs it.
std::string fragment(std::string_view id);

/// What a link of the author may become: an http, https or mailto address or a
/// relative one, with everything encoded that a URL cannot hold. Nothing where
/// the address has another scheme (`javascript:`), names a host without a
/// scheme, or hides white space or control characters.
std::optional<std::string> safe_url(std::string_view);

/// A path below the site's root as a URL: `zh-Hans/a b.html` → `zh-Hans/a%20b.html`.
std::string path_url(std::string_view path);

}  // namespace bifolio::html
