// SPDX-License-Identifier: Apache-2.0
#include "registry/registry.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "registry/record_fields.hpp"

// Laid into the program by the assembler from the file that compile_registry makes.
extern "C" {
extern const char maillage_registry_begin[];  // NOLINT(modernize-avoid-c-arrays): a symbol, not an array of ours
extern const char maillage_registry_end[];    // NOLINT(modernize-avoid-c-arrays)
}

namespace maillage {

using namespace registry_form;

namespace {

// Cuts the sections off the front of the bytes.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : rest_(bytes) {}

  std::string_view bytes(std::size_t count) {
    const auto padded = (count + 3) / 4 * 4;
    if (padded > rest_.size()) throw std::invalid_argument("the registry ends too early");
    const auto section = rest_.substr(0, count);
    rest_.remove_prefix(padded);
    return section;
  }
  std::span<const std::uint32_t> numbers(std::size_t count) {
    const auto section = bytes(count * sizeof(std::uint32_t));
    return {reinterpret_cast<const std::uint32_t*>(section.data()), count};  // aligned: see registry_form.hpp
  }

 private:
  std::string_view rest_;
};

std::string_view take_until(std::string_view& text, char end) {
  const auto length = std::min(text.find(end), text.size());
  const auto part = text.substr(0, length);
  text.remove_prefix(std::min(length + 1, text.size()));
  return part;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Without blanks, in lower case, without the address or scheme before it.
std::string bare_identifier(std::string_view text) {
  std::string bare;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '-') continue;
    bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const std::string_view begin : {"https://", "http://", "www.", "ror.org/", "wikidata.org/wiki/", "wikidata.org/entity/",
                                       "isni.org/isni/"}) {
    if (bare.starts_with(begin)) bare.erase(0, begin.size());
  }
  return bare;
}

// The keys under which an identifier may stand, the likeliest first.
std::vector<std::string> identifier_keys(std::string_view text) {
  auto bare = bare_identifier(text);
  std::string scheme;
  for (const std::string_view said : {"siren", "siret", "insee", "isni", "ror", "pic", "uai", "wikidata"}) {  // « SIREN 200 072 460 »
    if (bare.starts_with(said) && bare.size() > said.size() && bare[said.size()] != ':') bare.insert(said.size(), ":");
  }
  if (const auto colon = bare.find(':'); colon != std::string::npos) {
    scheme = bare.substr(0, colon);
    bare.erase(0, colon + 1);
  }
  std::vector<std::string> keys;
  const auto add = [&](std::string_view of, const std::string& value) {
    if (scheme.empty() || scheme == of || (scheme == "siret" && of == "siren")) keys.push_back(std::string(of) + ":" + value);
  };
  if (scheme == "departement" || scheme == "region") {
    std::ranges::transform(bare, bare.begin(), [](char c) { return c == 'a' ? 'A' : c == 'b' ? 'B' : c; });
    return {scheme + ":" + bare};
  }
  if (bare.size() == 9 && bare[0] == '0' && !all_digits(bare.substr(0, 7))) add("ror", bare);
  if (bare.size() > 1 && bare[0] == 'q' && all_digits(bare.substr(1))) add("wikidata", "Q" + bare.substr(1));
  if (bare.size() == 16 && all_digits(bare.substr(0, 15))) {
    if (bare.back() == 'x') bare.back() = 'X';
    add("isni", bare);
  }
  if (bare.size() == 14 && all_digits(bare)) {
    add("siret", bare);
    add("siren", bare.substr(0, 9));
  }
  if (all_digits(bare) && bare.size() == 5) add("insee", bare);
  if (all_digits(bare) && bare.size() >= 6 && bare.size() <= 9) {
    add("siren", std::string(9 - bare.size(), '0') + bare);
    add("pic", bare);
    if (bare.size() == 9) add("ror", bare);
  }
  if (bare.size() == 5 && bare[0] == '2' && (bare[1] == 'a' || bare[1] == 'b')) {
    bare[1] = static_cast<char>(bare[1] - 'a' + 'A');
    add("insee", bare);
  }
  if (bare.size() == 8 && all_digits(bare.substr(0, 7)) && bare[7] >= 'a' && bare[7] <= 'z') {
    bare[7] = static_cast<char>(bare[7] - 'a' + 'A');
    add("uai", bare);
    add("former_uai", bare);
  }
  return keys;
}

}  // namespace

bool looks_like_identifier(std::string_view text) { return !identifier_keys(text).empty(); }

std::string_view RegistryEntry::identifier(std::string_view scheme) const {
  const auto found = std::ranges::find(identifiers, scheme, &std::pair<std::string, std::string>::first);
  return found == identifiers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view RegistryEntry::territory() const {
  switch (body) {
    case RegistryBody::commune: return identifier("insee");
    case RegistryBody::departement: return departement;
    case RegistryBody::region: return region;
    case RegistryBody::community_of_communes:
    case RegistryBody::agglomeration_community:
    case RegistryBody::urban_community:
    case RegistryBody::metropolis:
    case RegistryBody::territorial_establishment: return identifier("siren");
    default: return commune;
  }
}

std::span<const std::uint32_t> Registry::Keys::with(std::uint32_t hash) const {
  const auto same = std::ranges::equal_range(hashes, hash);
  return entries.subspan(static_cast<std::size_t>(same.begin() - hashes.begin()), same.size());
}

const Registry& Registry::carried() {
  static const Registry registry({maillage_registry_begin, static_cast<std::size_t>(maillage_registry_end - maillage_registry_begin)});
  return registry;
}

Registry::Registry(std::string_view bytes) {
  if (bytes.size() < sizeof header_) throw std::invalid_argument("this is no registry");
  std::memcpy(&header_, bytes.data(), sizeof header_);
  if (header_.magic != kMagic || header_.version != kVersion) throw std::invalid_argument("this is no registry of this version");
  Sections sections(bytes.substr(sizeof header_));
  starts_ = sections.numbers(header_.entries + std::size_t{1});
  records_ = sections.bytes(header_.record_bytes);
  names_.hashes = sections.numbers(header_.name_keys);
  names_.entries = sections.numbers(header_.name_keys);
  ids_.hashes = sections.numbers(header_.id_keys);
  ids_.entries = sections.numbers(header_.id_keys);
  const auto runs = sections.numbers(header_.runs);
  const auto run_starts = sections.numbers(header_.runs + std::size_t{1});
  const auto postings = sections.bytes(header_.posting_bytes);
  trigrams_ = TrigramIndex(runs, run_starts, {reinterpret_cast<const std::uint8_t*>(postings.data()), postings.size()});
  read_places(sections.bytes(header_.place_bytes));
}

void Registry::read_places(std::string_view text) {
  auto* places = &departements_;
  while (!text.empty()) {
    auto line = take_until(text, '\n');
    if (line.empty()) {
      places = &regions_;
      continue;
    }
    const auto code = take_until(line, '\t');
    const auto name = take_until(line, '\t');
    places->push_back({code, name, line});
  }
}

const Registry::Place* Registry::place(const std::vector<Place>& places, std::string_view code) const {
  const auto found = std::ranges::lower_bound(places, code, {}, &Place::code);
  return found == places.end() || found->code != code ? nullptr : &*found;
}

std::string_view Registry::record(std::uint32_t number) const {
  return records_.substr(starts_[number], starts_[number + 1] - starts_[number]);
}

RegistryEntry Registry::entry(std::uint32_t number) const {
  RegistryEntry entry;
  entry.number = number;
  const auto bytes = record(number);
  entry.kind = static_cast<InstitutionKind>(bytes[0]);
  entry.body = static_cast<RegistryBody>(bytes[1]);
  entry.status = static_cast<RegistryStatus>(bytes[2]);
  const auto sources = static_cast<unsigned>(bytes[3]);
  entry.from_ror = (sources & static_cast<unsigned>(Origin::ror)) != 0;
  entry.from_esr = (sources & static_cast<unsigned>(Origin::esr)) != 0;
  entry.from_cog = (sources & static_cast<unsigned>(Origin::cog)) != 0;
  for_each_field(bytes, [&](Tag tag, std::string_view field) {
    const std::string text(field);
    const auto value = [&] { return take_number(field); };
    switch (tag) {
      case Tag::id: entry.id = text; break;
      case Tag::name: entry.name = text; break;
      case Tag::short_name: entry.short_name = text; break;
      case Tag::acronym: entry.acronyms.push_back(text); break;
      case Tag::alias: entry.aliases.push_back(text); break;
      case Tag::label: entry.labels.emplace_back(text.substr(0, text.find(':')), text.substr(text.find(':') + 1)); break;
      case Tag::country: entry.country = text; break;
      case Tag::founded: entry.founded = text; break;
      case Tag::city: entry.city = text; break;
      case Tag::commune: entry.commune = text; break;
      case Tag::departement: entry.departement = text; break;
      case Tag::region: entry.region = text; break;
      case Tag::parent: entry.parents.push_back(value()); break;
      case Tag::parent_outside: entry.parents_outside.push_back(text); break;
      case Tag::successor: entry.successors.push_back(value()); break;
      case Tag::successor_outside: entry.successors_outside.push_back(text); break;
      case Tag::group: entry.groups.push_back(value()); break;
      case Tag::population: entry.population = value(); break;
      case Tag::member_count: entry.member_count = value(); break;
      case Tag::child_count: entry.child_count = value(); break;
      default: entry.identifiers.emplace_back(scheme_of(tag), text); break;
    }
  });
  if (entry.body == RegistryBody::commune) {  // what follows from the code is not written down for each
    const auto code = entry.identifier("insee");
    entry.commune = code;
    entry.city = entry.name;
    entry.country = "FR";
    entry.id = "insee:" + entry.commune;
  }
  if (entry.departement.empty() && !entry.commune.empty()) {
    const bool is_overseas = entry.commune.starts_with("97") || entry.commune.starts_with("98");
    entry.departement = entry.commune.substr(0, is_overseas ? 3 : 2);
  }
  if (const auto* departement = place(departements_, entry.departement)) {
    entry.departement_name = departement->name;
    if (entry.region.empty()) entry.region = departement->region;
  }
  if (const auto* region = place(regions_, entry.region)) entry.region_name = region->name;
  return entry;
}

std::optional<std::uint32_t> Registry::by_identifier(std::string_view text) const {
  for (const auto& key : identifier_keys(text)) {
    for (const auto number : ids_.with(hash_of(key))) {
      bool is_it = false;
      for_each_field(record(number), [&](Tag tag, std::string_view field) {
        const auto scheme = scheme_of(tag);
        is_it = is_it || (tag == Tag::id && field == key) ||
                (!scheme.empty() && key.size() == scheme.size() + 1 + field.size() && key.starts_with(scheme) && key.ends_with(field));
      });
      if (is_it) return number;
    }
  }
  return std::nullopt;
}

}  // namespace maillage
