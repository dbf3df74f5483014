// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "documents/intake/take_in.hpp"
#include "zip_maker.hpp"

namespace maillage::documents {

/// French enough that its language is told.
inline const std::string kFrenchText =
    "La ville de Valmont et le lycée agricole ont signé mardi une convention de partenariat pour trois ans. Elle "
    "prévoit des visites, des "
    "stages et des repas communs pour les élèves de la vallée, avec le soutien du département et de la région.";

inline bool has_fault(const TakenIn& taken, const std::string& code) {
  for (const auto& fault : taken.faults) {
    if (fault.code == code) return true;
  }
  return false;
}

/// The lines of a document, each behind its number: « 3:un texte », blank ones left out.
inline std::vector<std::string> numbered(const TakenIn& taken) {
  std::vector<std::string> lines;
  for (const auto& line : taken.text.lines) {
    if (!line.text.empty()) lines.push_back(std::to_string(line.number) + ":" + line.text);
  }
  return lines;
}

/// A Word document with this body.
inline std::string docx_of(const std::string& body, const std::string& styles = "") {
  std::vector<std::pair<std::string, std::string>> parts{
      {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
  if (!styles.empty()) parts.emplace_back("word/styles.xml", "<w:styles xmlns:w=\"w\">" + styles + "</w:styles>");
  return testing::zip_of(parts);
}

/// A text document of the OpenDocument format with this text.
inline std::string odt_of(const std::string& text) {
  return testing::zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:text>" +
            text + "</office:text></office:body></office:document-content>"}});
}

/// A PDF of pages, each with its lines, as small as one can be; a page without lines holds no text.
inline std::string pdf_of(const std::vector<std::vector<std::string>>& pages) {
  std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "",
                                   "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  std::string kids;
  for (const auto& lines : pages) {
    std::string stream = "BT /F 12 Tf 72 720 Td 14 TL\n";
    for (const auto& line : lines) stream += "(" + line + ") Tj T*\n";
    stream += "ET";
    objects.push_back("<</Length " + std::to_string(stream.size()) + ">>\nstream\n" + stream + "\nendstream");
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents " +
                      std::to_string(objects.size()) + " 0 R>>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places.push_back(pdf.size());
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto table = pdf.size();
  pdf += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const auto place : places) {
    const auto digits = std::to_string(place);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return pdf + "trailer\n<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

}  // namespace maillage::documents
