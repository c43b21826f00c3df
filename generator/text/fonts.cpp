#include "text/fonts.h"

#include <map>
#include <utility>

#include "base/hash.h"
#include "text/fonts_impl.h"
#include "text/rules.h"
#include "text/subset.h"

namespace bifolio::text {
namespace {

const std::vector<std::string> kDirectories = {"/usr/share/fonts", "/usr/local/share/fonts"};

// For signs that neither the Han nor the Latin faces have; none of them is required.
constexpr std::string_view kSymbolFamilies[] = {"Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols2"};

std::size_t slot(const FaceQuery& query) {
  const auto number = [](auto value) { return static_cast<std::size_t>(value); };
  return ((number(query.role) * 2 + number(query.script)) * 2 + number(query.weight)) * 2 + number(query.slant);
}

Finding missing(const std::string& family) {
  const std::string package(package_of(family));
  const Argument remedy =
      package.empty() ? Argument{"remedy", "install it, or name another family in the theme's tokens.css",
                                 "请安装它，或在主题的 tokens.css 里改用别的字体"}
                      : Argument{"remedy", "install the Debian package " + package, "请安装 Debian 软件包 " + package};
  return {&font_missing, {}, {{"family", family}, remedy}, {}, {}, family};
}

/// Opens each face of a file once, in the order in which they are asked for.
class Opener {
 public:
  Opener(Fonts::Impl& impl, const std::vector<std::string>& directories) : impl_(impl), locator_(directories) {}

  std::optional<FontId> open(const FaceRequest& request) {
    const auto file = locator_.find(request);
    if (!file) return std::nullopt;
    const auto key = std::pair(file->path, file->face);
    if (const auto known = ids_.find(key); known != ids_.end()) return known->second;
    auto& bytes = files_[file->path];
    if (!bytes) bytes = MappedFile::open(file->path);
    if (!bytes) return std::nullopt;
    const FontId id{static_cast<std::uint16_t>(impl_.faces.size())};
    impl_.faces.push_back(std::make_unique<Face>(bytes, *file, request.is_bold ? Weight::bold : Weight::regular));
    ids_.emplace(key, id);
    return id;
  }

 private:
  Fonts::Impl& impl_;
  FontLocator locator_;
  std::map<std::string, std::shared_ptr<const MappedFile>> files_;
  std::map<std::pair<std::string, unsigned>, FontId> ids_;
};

/// The four styles of a family. One that it lacks is replaced by the nearest that
/// it has: Han characters are never slanted (C19), Kaiti has no bold.
bool open_styles(Opener& opener, Fonts::Impl& impl, Role role, Script script, const std::string& family) {
  const auto regular = opener.open({family, false, false});
  if (!regular) return false;
  const bool has_italic = script == Script::latin;
  const auto bold = opener.open({family, true, false}).value_or(*regular);
  const auto italic = has_italic ? opener.open({family, false, true}).value_or(*regular) : *regular;
  const auto bold_italic = has_italic ? opener.open({family, true, true}).value_or(bold) : bold;
  impl.by_query[slot({role, script, Weight::regular, Slant::upright})] = *regular;
  impl.by_query[slot({role, script, Weight::bold, Slant::upright})] = bold;
  impl.by_query[slot({role, script, Weight::regular, Slant::italic})] = italic;
  impl.by_query[slot({role, script, Weight::bold, Slant::italic})] = bold_italic;
  return true;
}

FaceQuery other_script(FaceQuery query) {
  query.script = query.script == Script::han ? Script::latin : Script::han;
  return query;
}

}  // namespace

Result<Fonts> Fonts::open(const Families& families) {
  return open(families, kDirectories);
}

Result<Fonts> Fonts::open(const Families& families, const std::vector<std::string>& directories) {
  auto impl = std::make_unique<Impl>();
  impl->families = families;
  Opener opener(*impl, directories);
  for (const Role role : kRoles) {
    const RoleFamilies& names = families[role];
    if (!open_styles(opener, *impl, role, Script::han, names.han)) return missing(names.han);
    if (!open_styles(opener, *impl, role, Script::latin, names.latin)) return missing(names.latin);
  }
  for (const Role role : kRoles) {
    const FontId han = impl->by_query[slot({role, Script::han})];
    impl->centres_marks[static_cast<std::size_t>(role)] = impl->face(han).centres_marks();
  }
  for (const std::string_view family : kSymbolFamilies) {
    if (const auto id = opener.open({std::string(family)})) impl->symbols.push_back(*id);
  }
  return Fonts(std::move(impl));
}

Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

FontId Fonts::find(const FaceQuery& query) const {
  return impl_->by_query[slot(query)];
}
int Fonts::latin_per_mille(Role role) const {
  return impl_->families[role].latin_per_mille;
}
std::size_t Fonts::count() const {
  return impl_->faces.size();
}

const FontFacts& Fonts::facts(FontId id) const {
  return impl_->face(id).facts();
}
int Fonts::advance(FontId id, std::uint32_t glyph) const {
  return impl_->face(id).advance(glyph);
}
std::uint32_t Fonts::pdf_code(FontId id, std::uint32_t glyph) const {
  return impl_->face(id).pdf_code(glyph);
}
std::uint32_t Fonts::glyph_for(FontId id, char32_t c) const {
  return impl_->face(id).character(c).id;
}
CharacterGlyph Fonts::character(FontId id, char32_t c) const {
  return impl_->face(id).character(c);
}
int Fonts::units_per_em(FontId id) const {
  return impl_->face(id).units_per_em();
}
VerticalExtent Fonts::vertical_extent(FontId id) const {
  return impl_->face(id).vertical_extent();
}
int Fonts::half_width_shift(FontId id, char32_t mark) const {
  return impl_->face(id).half_width_shift(mark);
}
std::string_view Fonts::file_bytes(FontId id) const {
  return impl_->face(id).bytes();
}
unsigned Fonts::face_index(FontId id) const {
  return impl_->face(id).index();
}
std::string Fonts::file_hash(FontId id) const {
  return sha256_hex(file_bytes(id));
}

std::optional<FontId> Fonts::face_with(const FaceQuery& query, char32_t c) const {
  for (const FaceQuery& candidate : {query, other_script(query)}) {
    if (const FontId id = find(candidate); glyph_for(id, c)) return id;
  }
  // All faces stand in a fixed order, the symbol faces last.
  for (std::size_t index = 0; index < count(); ++index) {
    if (const FontId id{static_cast<std::uint16_t>(index)}; glyph_for(id, c)) return id;
  }
  return std::nullopt;
}

std::optional<FontId> Fonts::symbol_face(char32_t c) const {
  for (const FontId id : impl_->symbols) {
    if (glyph_for(id, c)) return id;
  }
  return std::nullopt;
}

FontId Fonts::marks_face(const FaceQuery& query) const {
  FaceQuery han = query;
  han.script = Script::han;
  if (impl_->centres_marks[static_cast<std::size_t>(query.role)]) han.role = Role::song;
  return find(han);
}

std::string Fonts::subset(FontId id, std::span<const std::uint32_t> glyphs) const {
  return text::subset(impl_->face(id), glyphs);
}

}  // namespace bifolio::text
