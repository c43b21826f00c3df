// Whether a published version is what it was: hashes, manifest, sums and
// signature, the links between its pages, the structure of every PDF; and, when
// asked, whether its source still makes the same bytes.
#pragma once

#include <optional>
#include <string>

#include "release/release.h"

namespace bifolio::release {

struct VerifyRequest {
  std::string folder;            ///< of the version
  std::optional<PublicKey> key;  ///< the manifest must be signed by it
  std::string record = {};       ///< text of the booklet's releases.json; empty = not known
};

/// Reports what is wrong; returns the manifest, or why there is none.
Result<Manifest> verify(const VerifyRequest&, Findings&);

/// Makes the version again from its source bundle and compares byte for byte.
/// `scratch` is a folder for what is unpacked.
Outcome verify_by_rebuilding(const std::string& folder, const std::string& scratch, Findings&);

/// What was not sound in a PDF, or "" where all is well.
struct PdfFault {
  std::string en, zh_hans;
};
enum class Tagged { required, optional };  ///< imposed sheets are for a printer, not for reading
std::optional<PdfFault> find_pdf_fault(const std::string& bytes, Tagged = Tagged::required);

/// The links of a site that lead nowhere.
void check_links(const Artifacts& site, Findings&);

}  // namespace bifolio::release
