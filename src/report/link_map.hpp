// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "report/document.hpp"

namespace maillage {

/// A name for files and anchors: ASCII letters, digits, `-`, `_` and `.` stay (no leading `.`), every other byte becomes
/// `~` and two hexadecimal digits. Different texts give different names.
std::string safe_name(std::string_view text);

/// The addresses of a report: which anchors stand on which of its pages, and how to get there from another page.
///
/// Anchors: `agreement-ID`, `institution-ID`, `source-ID` and the names of sections. A target that exists nowhere has
/// no address: a writer then writes its text without a link.
class LinkMap {
 public:
  /// `page`: where links will stand: `index.html`, `report.md` or `institutions/NAME.html`.
  explicit LinkMap(std::string page) : page_(std::move(page)) {}
  /// The same map, seen from another page: it shares what is known of the report, so that thousands of pages cost no
  /// thousands of copies. Anchors added to it are known on that page alone.
  LinkMap seen_from(std::string page) const;

  void add_anchor(std::string anchor, std::string page) {
    (is_view_ ? own_anchors_ : known_->anchors).emplace(std::move(anchor), std::move(page));
  }
  void add_file(std::string path) { known_->files.insert(std::move(path)); }
  /// File of an institution's fact sheet: `institutions/NAME.html`; empty where it has none.
  std::string sheet_of(const std::string& id) const;
  /// Gives an institution a file of its own; names that differ by case alone get a number.
  void add_sheet(const std::string& id);

  /// Relative address of a target from this page; empty where it leads nowhere.
  std::string address(const Target& target) const;
  const std::string& page() const { return page_; }
  /// Is there such an anchor on this page?
  bool has_anchor_here(const std::string& anchor) const;

 private:
  std::string to_anchor(const std::string& anchor) const;
  std::string relative(const std::string& path) const;

  const std::string* page_of(const std::string& anchor) const;

  using Anchors = std::map<std::string, std::string, std::less<>>;  // anchor → page
  struct Known {
    Anchors anchors;
    std::map<std::string, std::string, std::less<>> sheets;  // id → file
    std::set<std::string> sheet_names;                       // in lower case
    std::set<std::string> files;
  };
  std::string page_;
  std::shared_ptr<Known> known_ = std::make_shared<Known>();
  Anchors own_anchors_;
  bool is_view_ = false;
};

}  // namespace maillage
