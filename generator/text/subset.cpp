#include "text/subset.h"

#include <hb-subset.h>

namespace bifolio::text {
namespace {

std::string to_string(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return std::string(data, size);
}

// A PDF shows glyphs by number and brings its own widths and text, so all that
// chooses, names or places glyphs can go (ISO 32000-1, 9.9).
void drop_tables(hb_subset_input_t* input) {
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "STAT", "kern", "name", "OS/2", "post",
                          "cmap", "VORG", "vhea", "vmtx", "DSIG", "gasp", "hdmx", "LTSH", "VDMX", "meta"}) {
    hb_set_add(dropped, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
  }
}

}  // namespace

std::string subset(const Face& face, std::span<const std::uint32_t> glyphs) {
  const bool is_cff = face.facts().is_cff;
  const Owned<hb_subset_input_t, hb_subset_input_destroy> input(hb_subset_input_create_or_fail());
  // With its subroutines written out, a CJK subset compresses to 12% less and takes half the time.
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  if (!face.facts().is_cid_keyed) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  drop_tables(input.get());
  hb_set_t* kept = hb_subset_input_glyph_set(input.get());
  hb_set_add(kept, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(kept, glyph);

  const Owned<hb_face_t, hb_face_destroy> result(hb_subset_or_fail(face.hb_face(), input.get()));
  if (!result) return {};
  const Owned<hb_blob_t, hb_blob_destroy> blob(is_cff
                                                   ? hb_face_reference_table(result.get(), HB_TAG('C', 'F', 'F', ' '))
                                                   : hb_face_reference_blob(result.get()));
  std::string bytes = to_string(blob.get());
  face.rest();
  return bytes;
}

}  // namespace bifolio::text
