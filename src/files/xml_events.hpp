// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace maillage {

/// An XML text that is not well formed, or that does what data have no need of (a document type, entities, nesting
/// beyond the limit).
struct NotXml : std::runtime_error {
  NotXml(std::string why, std::uint64_t at_line);
  std::uint64_t line = 0;  ///< from 1
};

/// Attributes of one element; valid during the call.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Value of the attribute with this local name (the part after a prefix and its colon); empty where it is absent.
  std::string_view operator[](std::string_view local_name) const;
  bool has(std::string_view local_name) const;
  /// Calls visit(prefix, local name, value) for each, in the order of the text; the prefix is empty where there is none.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const char* const* at = pairs_; *at != nullptr; at += 2) {
      const std::string_view name = at[0];
      const auto colon = name.find(':');
      const bool has_prefix = colon != std::string_view::npos;
      visit(name.substr(0, has_prefix ? colon : 0), has_prefix ? name.substr(colon + 1) : name, std::string_view(at[1]));
    }
  }

 private:
  const char* const* find(std::string_view local_name) const;
  const char** pairs_;
};

/// What is done with an XML text as it is read. Names are local names: prefixes are left out.
struct XmlEvents {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> on_start;
  std::function<void(std::string_view name)> on_end;
  std::function<void(std::string_view text)> on_text;  ///< may come in several pieces
};

/// Reads an XML text as a stream of events. O(size) time, memory by depth. NotXml; what the events throw comes through.
void read_xml(std::string_view bytes, const XmlEvents& events, std::size_t max_depth = 128);

}  // namespace maillage
