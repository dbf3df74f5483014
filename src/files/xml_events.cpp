// SPDX-License-Identifier: Apache-2.0
#include "files/xml_events.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>

namespace maillage {

NotXml::NotXml(std::string why, std::uint64_t at_line) : std::runtime_error(std::move(why)), line(at_line) {}

namespace {

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// What is thrown inside a call-back of expat (C code) is kept and thrown again outside of it.
struct Reading {
  const XmlEvents& events;
  XML_Parser parser;
  std::size_t max_depth;
  std::size_t depth = 0;
  std::exception_ptr thrown;

  template <class Action>
  void guarded(Action action) {
    if (thrown) return;
    try {
      action();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }
  std::uint64_t line() const { return XML_GetCurrentLineNumber(parser); }
};

void XMLCALL start(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& reading = *static_cast<Reading*>(user);
  reading.guarded([&] {
    if (++reading.depth > reading.max_depth) throw NotXml("nested too deep", reading.line());
    if (reading.events.on_start) reading.events.on_start(local_name(name), XmlAttributes(attributes));
  });
}

void XMLCALL end(void* user, const XML_Char* name) {
  auto& reading = *static_cast<Reading*>(user);
  reading.guarded([&] {
    --reading.depth;
    if (reading.events.on_end) reading.events.on_end(local_name(name));
  });
}

void XMLCALL text(void* user, const XML_Char* bytes, int length) {
  auto& reading = *static_cast<Reading*>(user);
  reading.guarded([&] {
    if (reading.events.on_text) reading.events.on_text({bytes, static_cast<std::size_t>(length)});
  });
}

void XMLCALL document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  auto& reading = *static_cast<Reading*>(user);
  reading.guarded([&] { throw NotXml("has a document type", reading.line()); });
}

}  // namespace

const char* const* XmlAttributes::find(std::string_view name) const {
  for (const char* const* at = pairs_; *at != nullptr; at += 2) {
    if (local_name(*at) == name) return at;
  }
  return nullptr;
}

std::string_view XmlAttributes::operator[](std::string_view name) const {
  const auto* at = find(name);
  return at == nullptr ? std::string_view() : std::string_view(at[1]);
}

bool XmlAttributes::has(std::string_view name) const { return find(name) != nullptr; }

void read_xml(std::string_view bytes, const XmlEvents& events, std::size_t max_depth) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), &XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Reading reading{events, parser.get(), max_depth, 0, {}};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), &start, &end);
  XML_SetCharacterDataHandler(parser.get(), &text);
  XML_SetStartDoctypeDeclHandler(parser.get(), &document_type);
  constexpr std::size_t piece = 1U << 24;  // expat counts a piece's bytes in an int
  for (std::size_t at = 0;; at += piece) {
    const auto size = std::min(piece, bytes.size() - at);
    const bool is_last = at + size == bytes.size();
    const auto status = XML_Parse(parser.get(), bytes.data() + at, static_cast<int>(size), is_last ? 1 : 0);
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (status != XML_STATUS_OK) throw NotXml(XML_ErrorString(XML_GetErrorCode(parser.get())), reading.line());
    if (is_last) return;
  }
}

}  // namespace maillage
