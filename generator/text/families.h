// Which font families set a booklet: for each role one for Han characters and
// one for everything else, with the size of Latin letters inside Han text.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "theme/theme.h"

namespace bifolio::text {

/// What a run of text is for; LOOK names the faces.
enum class Role : std::uint8_t { song, hei, kai, mono };
constexpr std::array kRoles = {Role::song, Role::hei, Role::kai, Role::mono};

struct RoleFamilies {
  std::string han, latin;
  int latin_per_mille = 1000;  ///< of the size of the Han text around it
};

struct Families {
  std::array<RoleFamilies, kRoles.size()> of_role;

  RoleFamilies& operator[](Role role) { return of_role[static_cast<std::size_t>(role)]; }
  const RoleFamilies& operator[](Role role) const { return of_role[static_cast<std::size_t>(role)]; }
};

/// The faces of the house, where a theme says nothing.
Families default_families();

/// Reads `--song: "Noto Serif CJK SC", "Noto Serif", serif` (the Han family, then
/// the Latin one) and `--latin-song: 95%`, and so for hei, kai and mono.
Families families_of(const theme::Theme&);

}  // namespace bifolio::text
