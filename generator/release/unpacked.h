// Inside release/: a version's source bundle, unpacked for a while.
#pragma once

#include <string>

#include "base/result.h"

namespace bifolio::release {

class Unpacked {
 public:
  /// Unpacks the bundle of a published version below `scratch`.
  static Result<Unpacked> open(const std::string& version_folder, const std::string& scratch);
  Unpacked(Unpacked&& other) noexcept : root_(std::move(other.root_)) { other.root_.clear(); }
  Unpacked& operator=(Unpacked&&) = delete;
  ~Unpacked();

  std::string booklet() const { return root_ + "/booklet"; }
  std::string themes() const { return root_ + "/themes"; }

 private:
  explicit Unpacked(std::string root) : root_(std::move(root)) {}
  std::string root_;
};

}  // namespace bifolio::release
