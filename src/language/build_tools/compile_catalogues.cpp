// SPDX-License-Identifier: Apache-2.0
// compile_catalogues OUTPUT.cpp ROOM.LANG.po…: makes one sorted C++ table of all message catalogues.
//
// Reads the part of gettext's format that translators' tools write: comments, msgid, msgid_plural, msgstr, msgstr[0],
// msgstr[1], texts over several lines, the escapes \n \t \" \\. Stops with FILE:LINE at the first thing it cannot read,
// at a key that two entries of one language share, and at a brace that does not hold a {placeholder}.
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace {

struct Message {
  std::optional<std::string> one, many;
  std::string file;
  int line = 0;
};
constexpr std::size_t language_count = 2;
constexpr std::array<std::string_view, language_count> languages{"fr", "en"};
using Table = std::map<std::string, std::array<Message, language_count>>;

struct CatalogueError : std::runtime_error {
  CatalogueError(const std::string& file, int line, const std::string& what)
      : std::runtime_error(file + ":" + std::to_string(line) + ": " + what) {}
};

// The entry that is being read; `last` is where the next line of text belongs.
struct Entry {
  std::optional<std::string> id, plural_id, text, one, many;
  std::optional<std::string>* last = nullptr;
  int line = 0;
};

class CatalogueReader {
 public:
  CatalogueReader(std::string file, std::size_t language, Table& table)
      : file_(std::move(file)), language_(language), table_(table) {}

  void read() {
    std::ifstream stream(file_, std::ios::binary);
    if (!stream) throw CatalogueError(file_, 0, "cannot be read");
    for (std::string line; std::getline(stream, line);) {
      ++line_;
      read_line(trimmed(line));
    }
    finish_entry();
    if (!has_header_) throw CatalogueError(file_, 1, "the header entry (msgid \"\") is missing");
  }

 private:
  static std::string_view trimmed(std::string_view line) {
    constexpr std::string_view blank = " \t\r";
    const auto from = line.find_first_not_of(blank);
    if (from == std::string_view::npos) return {};
    return line.substr(from, line.find_last_not_of(blank) - from + 1);
  }

  [[noreturn]] void fail(const std::string& what) const { throw CatalogueError(file_, line_, what); }

  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '"') {
      if (entry_.last == nullptr) fail("a text stands here that belongs to no keyword");
      entry_.last->value() += unquoted(line);
      return;
    }
    const auto space = line.find_first_of(" \t\"");
    const auto keyword = line.substr(0, space);
    if (keyword == "msgid") {
      finish_entry();
      entry_.line = line_;
    }
    auto& field = field_of(keyword);
    if (field) fail("a second '" + std::string(keyword) + "' in one entry");
    if (space == std::string_view::npos) fail("a quoted text is expected after '" + std::string(keyword) + "'");
    field = unquoted(trimmed(line.substr(space)));
    entry_.last = &field;
  }

  std::optional<std::string>& field_of(std::string_view keyword) {
    if (keyword == "msgid") return entry_.id;
    if (!entry_.id) fail("an entry begins with msgid, here is '" + std::string(keyword) + "'");
    if (keyword == "msgid_plural") return entry_.plural_id;
    if (keyword == "msgstr") return entry_.text;
    if (keyword == "msgstr[0]") return entry_.one;
    if (keyword == "msgstr[1]") return entry_.many;
    fail("unknown keyword '" + std::string(keyword) + "'");
  }

  std::string unquoted(std::string_view quoted) const {
    if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') fail("a text stands in double quotes");
    quoted = quoted.substr(1, quoted.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
      if (quoted[i] == '"') fail("a quote inside a text is written \\\"");
      if (quoted[i] != '\\') {
        text += quoted[i];
        continue;
      }
      switch (++i < quoted.size() ? quoted[i] : '\0') {
        case 'n':
          text += '\n';
          break;
        case 't':
          text += '\t';
          break;
        case '"':
          text += '"';
          break;
        case '\\':
          text += '\\';
          break;
        default:
          fail("only the escapes \\n \\t \\\" \\\\ are known");
      }
    }
    return text;
  }

  void check_placeholders(const std::string& text) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '}') throw CatalogueError(file_, entry_.line, "a '}' without '{'");
      if (text[i] != '{') continue;
      const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", i + 1);
      if (end == std::string::npos || text[end] != '}' || end == i + 1) {
        throw CatalogueError(file_, entry_.line, "'{' begins no {placeholder} (small letters, digits and _)");
      }
      i = end;
    }
  }

  void finish_entry() {
    const auto entry = std::exchange(entry_, Entry{});
    if (!entry.id) return;
    if (entry.id->empty()) {
      has_header_ = true;
      return;
    }
    entry_.line = entry.line;
    const auto refuse = [&](const std::string& what) { throw CatalogueError(file_, entry.line, what); };
    if (entry.plural_id ? !entry.one || !entry.many || entry.text : !entry.text || entry.one || entry.many) {
      refuse("an entry has msgid and msgstr, or msgid, msgid_plural, msgstr[0] and msgstr[1]");
    }
    auto& message = table_[*entry.id][language_];
    if (message.line != 0) {
      refuse("the key '" + *entry.id + "' stands in " + message.file + ":" + std::to_string(message.line) + " already");
    }
    message = {entry.plural_id ? entry.one : entry.text, entry.many, file_, entry.line};
    check_placeholders(*message.one);
    if (message.many) check_placeholders(*message.many);
    if (message.one->empty()) message.one.reset();  // gettext's way of saying: not translated yet
    entry_ = {};
  }

  std::string file_;
  std::size_t language_;
  Table& table_;
  Entry entry_;
  int line_ = 0;
  bool has_header_ = false;
};

std::size_t language_of(const std::string& file) {
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (file.ends_with("." + std::string(languages[i]) + ".po")) return i;
  }
  throw CatalogueError(file, 0, "a catalogue is named ROOM.fr.po or ROOM.en.po");
}

std::string literal(const std::optional<std::string>& text) {
  if (!text) return "nullptr";
  std::string written = "\"";
  for (const char c : *text) {
    if (c == '\n') {
      written += "\\n";
    } else if (c == '\t') {
      written += "\\t";
    } else {
      if (c == '"' || c == '\\') written += '\\';
      written += c;
    }
  }
  return written + '"';
}

void write_table(const std::string& file, const Table& table) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << "// Made by compile_catalogues from src/language/catalogue; not to be edited.\n"
         "#include \"language/compiled_catalogues.hpp\"\n\nnamespace maillage {\n\n"
         "// key; singular and plural in French; singular and plural in English\n"
         "const CompiledMessage compiled_messages[] = {\n";
  for (const auto& [key, in] : table) {
    out << "    {" << literal(key);
    for (const auto& message : in) out << ", " << literal(message.one) << ", " << literal(message.many);
    out << "},\n";
  }
  out << "    {\"\", nullptr, nullptr, nullptr, nullptr}};\n"
         "const std::size_t compiled_message_count = "
      << table.size() << ";\n\n}  // namespace maillage\n";
  if (!out.flush()) throw std::runtime_error(file + " cannot be written");
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 2) {
    std::cerr << "usage: compile_catalogues OUTPUT.cpp ROOM.LANG.po...\n";
    return 2;
  }
  try {
    Table table;
    for (int i = 2; i < argument_count; ++i) {
      const std::string file = arguments[i];
      CatalogueReader(file, language_of(file), table).read();
    }
    write_table(arguments[1], table);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
