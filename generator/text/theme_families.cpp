// Apart from families.cpp, so that who names families outright does not link the theme.
#include "text/fonts.h"

namespace bifolio::text {
namespace {

struct RoleTokens {
  Role role;
  std::string_view families, latin_size;
};

constexpr RoleTokens kTokens[] = {
    {Role::song, "--song", "--latin-song"},
    {Role::hei, "--hei", "--latin-hei"},
    {Role::kai, "--kai", "--latin-kai"},
    {Role::mono, "--mono", "--latin-mono"},
};

}  // namespace

Families families_of(const theme::Theme& theme) {
  Families families = default_families();
  for (const auto& [role, token, latin_size] : kTokens) {
    const auto names = theme.families(token);
    if (!names.empty()) families[role].han = names[0];
    if (names.size() > 1) families[role].latin = names[1];
    if (!theme.value(latin_size).empty()) families[role].latin_per_mille = theme.per_mille(latin_size);
  }
  return families;
}

Result<Fonts> Fonts::open(const theme::Theme& theme) {
  return open(families_of(theme));
}

}  // namespace bifolio::text
