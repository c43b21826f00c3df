// What stands around the text of every page: the head, the navigation, the
// foot. Themes say how, in templates/page.mustache; this says what there is to
// be said. The mustache library's home.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/finding.h"
#include "html/html.h"
#include "html/scope.h"

namespace bifolio::html {

/// A link of the header.
struct Control {
  std::string label;
  std::string href;
  std::string language = {};  ///< where it leads to another language
  bool is_current = false;
  bool is_extra = false;  ///< on phones in the foot, to leave room for the text; elsewhere in the header
};

/// The same page in another language.
struct Alternate {
  std::string language;
  std::string href;
};

struct Frame {
  std::string kind;   ///< class of the body: "document", "home"
  std::string title;  ///< without the booklet's name
  std::string description = {};
  std::string brand = {};    ///< in the header; the booklet's title where empty
  std::string edition = {};  ///< data-edition, for tokens.css: "gaze"
  std::vector<Control> controls;
  std::vector<Control> more = {};  ///< links of the foot
  std::vector<Alternate> alternates = {};
  std::string sidebar = {}, main;         ///< markup
  std::vector<std::string> scripts = {};  ///< addresses
};

class Shell {
 public:
  Shell(const theme::Theme&, Surroundings, Findings&);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  /// A whole page.
  std::string render(const Scope&, const Frame&) const;

 private:
  struct Template;
  std::string nonce_;
  Surroundings surroundings_;
  std::unique_ptr<Template> page_;
};

}  // namespace bifolio::html
