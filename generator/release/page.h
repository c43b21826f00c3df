// Inside release/: the plain pages around versions. They borrow the style sheets
// of a version, need no script, and work from a folder as from a server.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bifolio::release {

struct PageLink {
  std::string href, label;
  std::string language = {};  ///< where it leads to another language
};

struct PageFrame {
  std::string language, title;
  std::string assets;  ///< address of the folder of style sheets, ending in `/`; empty = none
  std::vector<PageLink> links;
  std::string main;           ///< markup
  std::string redirect = {};  ///< where readers are sent at once
  std::string feed = {};      ///< address of the Atom feed
};

std::string write_page(const PageFrame&);

/// An address from path parts: spaces and what is not ASCII percent-encoded.
std::string address(std::string_view path);

}  // namespace bifolio::release
