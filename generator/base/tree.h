// A JSON-like value in which every value and every key knows its place: what
// JSON, TOML and YAML files become before anyone asks what they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bifolio {

struct Tree;

struct Member;

struct Tree {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  Span span = {};
  bool boolean = false;
  double number = 0;
  std::string text = {};  ///< a string's value; a number's spelling as written
  std::vector<Tree> items = {};
  std::vector<Member> members = {};  ///< in the file's order; keys are unique

  static Tree of(bool);
  static Tree of(double);
  static Tree of(std::int64_t);
  static Tree of(int value) { return of(static_cast<std::int64_t>(value)); }
  static Tree of(std::string_view);
  static Tree of(const char* value) { return of(std::string_view(value)); }
  static Tree array() { Tree tree; tree.kind = Kind::array; return tree; }
  static Tree object() { Tree tree; tree.kind = Kind::object; return tree; }

  bool is_null() const { return kind == Kind::null; }
  bool is_string() const { return kind == Kind::string; }
  bool is_number() const { return kind == Kind::number; }
  bool is_boolean() const { return kind == Kind::boolean; }
  bool is_array() const { return kind == Kind::array; }
  bool is_object() const { return kind == Kind::object; }

  /// The member's value, or nothing where this is no object or has no such key.
  const Tree* find(std::string_view key) const;
  Tree* find(std::string_view key);

  /// Adds or replaces a member, and returns its value.
  Tree& set(std::string_view key, Tree value);
  Tree& add(Tree item);
};

struct Member {
  std::string key;
  Span key_span = {};
  Tree value;
};

/// A whole number that fits, or nothing.
std::optional<std::int64_t> as_integer(const Tree&);

}  // namespace bifolio
