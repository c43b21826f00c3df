// The faces behind Fonts, for `text/` alone.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "text/face.h"
#include "text/script_faces.h"
#include "text/shape.h"
#include "text/shared_cache.h"

namespace bifolio::text {

struct Fonts::Impl {
  std::vector<std::unique_ptr<Face>> faces;
  std::array<FontId, kRoles.size() * 2 * 2 * 2> by_query;
  std::vector<FontId> symbols;  ///< asked last for a character
  Families families;
  std::array<bool, kRoles.size()> centres_marks = {};
  mutable SharedCache<ShapedWord> words;
  ScriptFaces scripts;

  const Face& face(FontId id) const { return id.index < kFirstScriptFace ? *faces[id.index] : scripts.face(id); }
};

}  // namespace bifolio::text
