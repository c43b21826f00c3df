// A sample as a PDF file that nothing was reported about.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "pdf/pdf.h"
#include "support/paged_sample.h"

namespace bifolio::testing {

inline std::string write_pdf(const PagedSample& sample) {
  Findings findings;
  Result<std::string> bytes = pdf::write(sample.document, sample_fonts(), findings);
  EXPECT_TRUE(findings.is_empty());
  return std::move(bytes).value();
}

}  // namespace bifolio::testing
