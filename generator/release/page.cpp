#include "release/page.h"

#include "base/markup_text.h"
#include "lang/lang.h"

namespace bifolio::release {
namespace {

// The same nonce in every page: it names our own files to browsers that read
// from a folder and cannot tell there what 'self' is.
constexpr std::string_view kPolicy =
    "default-src 'self'; style-src 'self' 'nonce-bifolio'; script-src 'none'; base-uri 'none'; form-action 'none'";

void add_head(const PageFrame& frame, std::string& out) {
  out += "<!DOCTYPE html>\n<html lang=\"" + frame.language + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + std::string(kPolicy) + "\">\n";
  out += "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n";
  if (!frame.redirect.empty())
    out += "<meta http-equiv=\"refresh\" content=\"0; url=" + escape_markup(frame.redirect) + "\">\n";
  out += "<title>" + escape_markup(frame.title) + "</title>\n";
  if (!frame.assets.empty()) {
    const std::string assets = escape_markup(frame.assets);
    out += "<link rel=\"icon\" href=\"" + assets + "icon.svg\" type=\"image/svg+xml\">\n";
    for (const char* sheet : {"tokens.css", "screen.css"})
      out += "<link rel=\"stylesheet\" nonce=\"bifolio\" href=\"" + assets + sheet + "\">\n";
  }
  if (!frame.feed.empty())
    out += "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" + escape_markup(frame.feed) + "\">\n";
  out += "</head>\n";
}

void add_links(const PageFrame& frame, std::string& out) {
  if (frame.links.empty()) return;
  out += "<nav aria-label=\"" + escape_markup(lang::get(frame.language).labels().main_navigation) +
         "\">\n<ul class=\"controls\">\n";
  for (const PageLink& link : frame.links) {
    const std::string foreign =
        link.language.empty() ? "" : " lang=\"" + link.language + "\" hreflang=\"" + link.language + "\"";
    out += "<li><a class=\"control\" href=\"" + escape_markup(link.href) + "\"" + foreign + ">" +
           escape_markup(link.label) + "</a></li>\n";
  }
  out += "</ul>\n</nav>\n";
}

}  // namespace

std::string write_page(const PageFrame& frame) {
  std::string out;
  add_head(frame, out);
  out += "<body class=\"root\">\n<a class=\"skip\" href=\"#text\">" +
         escape_markup(lang::get(frame.language).labels().skip_to_text) + "</a>\n<header class=\"site-header\">\n";
  add_links(frame, out);
  out += "</header>\n<div class=\"page\">\n<main id=\"text\" tabindex=\"-1\">\n" + frame.main +
         "</main>\n</div>\n</body>\n</html>\n";
  return out;
}

std::string address(std::string_view path) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool is_plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kPlain.find(c) != kPlain.npos;
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain)
      out += c;
    else
      out.append("%").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
  }
  return out;
}

}  // namespace bifolio::release
