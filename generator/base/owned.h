// C handles that free themselves: `Owned<xmlDoc, xmlFreeDoc> doc(xmlReadMemory(…));`
#pragma once

#include <memory>

namespace bifolio {

template <auto release>
struct ReleaseWith {
  template <typename T>
  void operator()(T* handle) const { release(handle); }
};

template <typename T, auto release>
using Owned = std::unique_ptr<T, ReleaseWith<release>>;

}  // namespace bifolio
