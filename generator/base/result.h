// The answer of a function that meets the world: a value, or the Finding that
// says why there is none. The member names are those of C++23's std::expected,
// which g++ 12 does not have.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/finding.h"

namespace bifolio {

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Finding error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { assert(has_value() && "a failed result has no value"); return std::get<0>(state_); }
  const T& value() const& { assert(has_value() && "a failed result has no value"); return std::get<0>(state_); }
  T&& value() && { assert(has_value() && "a failed result has no value"); return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Finding& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Finding> state_;
};

struct Done {};
/// For functions that return nothing but may fail.
using Outcome = Result<Done>;

}  // namespace bifolio
