// The structure of a PDF, as far as libqpdf can tell. libqpdf's home.
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "release/verify.h"

namespace bifolio::release {
namespace {

/// Every stream is decoded: a damaged one throws or leaves a warning.
void read_everything(QPDF& file) {
  for (QPDFObjectHandle object : file.getAllObjects()) {
    if (object.isStream() && !object.getDict().getKey("/Filter").isNull()) {
      const bool is_picture = object.getDict().getKey("/Filter").unparse() == "/DCTDecode";
      if (!is_picture) object.getStreamData(qpdf_dl_generalized);
    }
  }
}

std::optional<PdfFault> missing_part(QPDF& file, Tagged tagged) {
  QPDFObjectHandle root = file.getRoot();
  if (QPDFPageDocumentHelper(file).getAllPages().empty()) return PdfFault{"it has no pages", "没有页面"};
  const bool is_tagged = root.getKey("/StructTreeRoot").isDictionary() && root.getKey("/MarkInfo").isDictionary() &&
                         root.getKey("/MarkInfo").getKey("/Marked").isBool() &&
                         root.getKey("/MarkInfo").getKey("/Marked").getBoolValue();
  if (!is_tagged && tagged == Tagged::required)
    return PdfFault{"it is not tagged, so it cannot be read aloud", "没有标签，无法朗读"};
  if (!root.getKey("/Lang").isString()) return PdfFault{"it does not say its language", "没有注明语言"};
  if (!root.getKey("/Metadata").isStream()) return PdfFault{"it has no metadata", "没有元数据"};
  return std::nullopt;
}

}  // namespace

std::optional<PdfFault> find_pdf_fault(const std::string& bytes, Tagged tagged) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.setAttemptRecovery(false);
    file.processMemoryFile("pdf", bytes.data(), bytes.size());
    read_everything(file);
    auto fault = missing_part(file, tagged);
    if (!fault && file.anyWarnings()) fault = PdfFault{"its structure is damaged", "结构受损"};
    return fault;
  } catch (const std::exception& error) {
    return PdfFault{std::string("it is damaged (") + error.what() + ")",
                    std::string("文件受损（") + error.what() + "）"};
  }
}

}  // namespace bifolio::release
