// What a PDF file says about itself: the information dictionary (ISO 32000-1,
// 14.3.3), the same as XMP (ISO 16684-1) with the standards it claims to keep,
// and the meaning of its colours.
#pragma once

#include <string>

#include "base/result.h"
#include "layout/frame.h"
#include "pdf/writer.h"

namespace bifolio::pdf {

/// Tagged files claim PDF/UA-1 and PDF/A-2a, others PDF/A-2b.
enum class Tagging { none, full };
std::string xmp_packet(const layout::DocumentFacts&, Tagging);
Ref write_metadata(Writer&, const layout::DocumentFacts&, Tagging);
Ref write_information(Writer&, const layout::DocumentFacts&);
/// The bytes of the system's sRGB profile, or "" where there is none.
std::string read_profile();
/// The OutputIntent with that profile. Fails with pdf-profile-missing where it is no profile of RGB colours.
Result<Ref> write_output_intent(Writer&, std::string_view profile);

}  // namespace bifolio::pdf
