// Numbers as text, the same on every machine.
#pragma once

#include <cstddef>
#include <string>

namespace bifolio::html {

/// At most two decimals, without trailing zeros: 12, 0.5, 3.25.
std::string decimal(double);

/// `1.4 MB`, `320 kB`, in steps of 1000 as file managers show them.
std::string file_size(std::size_t bytes);

}  // namespace bifolio::html
