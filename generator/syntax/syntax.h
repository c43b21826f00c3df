// Files as trees with places, no meaning yet. Each parser library has its one
// home here. A parser never fails: it reports what is wrong and returns what it
// could read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/tree.h"

namespace bifolio::syntax {

/// What to read: a text, and where its first byte stands in its file.
struct Input {
  std::string_view text;
  FileId file;
  std::uint32_t offset = 0;
};

struct Limits {
  std::size_t depth = 200;
  std::size_t values = 20'000'000;
};

/// JSON (RFC 8259) with a place for every key and value; duplicate keys are
/// reported (the first wins), trailing commas and comments are errors.
Tree parse_json(const Input&, Findings&, const Limits& = {});

/// TOML 1.0. Full-width punctuation from an input method (＝ “ ” ［ ，) is
/// recognised and explained before the parser would stop at it.
Tree parse_toml(const Input&, Findings&);

/// The YAML of front matter: maps, lists, scalars. Anchors, aliases, tags and
/// duplicate keys are refused; full-width `：` is recognised and explained.
/// Plain scalars stay strings except true, false, null and numbers.
Tree parse_yaml(const Input&, Findings&);

/// CSV (RFC 4180) with LF, CRLF or CR. Each field knows its place; quotes that
/// never close are reported where they open, and reading resumes at the next line.
struct CsvField {
  std::string text;
  Span span;  ///< quotes included
  bool is_quoted = false;
};
struct CsvRow {
  std::vector<CsvField> fields;
  Span span;
};
struct Csv {
  std::vector<CsvRow> rows;
};
Csv parse_csv(const Input&, Findings&, char separator = ',');

/// syntax-json, syntax-toml, syntax-yaml, syntax-csv-quote, syntax-fullwidth, syntax-duplicate-key, syntax-too-deep, …
RuleList rules();

}  // namespace bifolio::syntax
