// SPDX-License-Identifier: Apache-2.0
#include "records/identifiers.hpp"

#include <algorithm>
#include <cstdint>

namespace maillage {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

bool has_luhn_key(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, doubled = !doubled) {
    const int value = (*digit - '0') * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool is_siren(std::string_view text) { return text.size() == 9 && all_digits(text) && has_luhn_key(text); }

bool is_ror(std::string_view text) {
  static constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford: no i, l, o, u
  if (text.size() != 9 || text[0] != '0' || !all_digits(text.substr(7))) return false;
  std::uint64_t number = 0;
  for (const char c : text.substr(0, 7)) {
    const auto digit = alphabet.find(c);
    if (digit == std::string_view::npos) return false;
    number = number * 32 + digit;
  }
  const auto check = 98 - (number * 100) % 97;
  return check == static_cast<std::uint64_t>((text[7] - '0') * 10 + (text[8] - '0'));
}

bool is_orcid(std::string_view text) {
  if (text.size() != 19) return false;
  int total = 0;
  for (std::size_t i = 0; i < 18; ++i) {
    if (i % 5 == 4) {
      if (text[i] != '-') return false;
      continue;
    }
    if (!is_digit(text[i])) return false;
    total = (total + text[i] - '0') * 2;
  }
  const int check = (12 - total % 11) % 11;
  return text[18] == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

// 2A and 2B are the départements of Corsica.
bool is_departement(std::string_view text) {
  if (text == "2A" || text == "2B") return true;
  return all_digits(text) && (text.size() == 2 || (text.size() == 3 && (text.starts_with("97") || text.starts_with("98"))));
}

bool is_territory(std::string_view text) {
  if (text.size() >= 2 && is_capital(text[0]) && is_capital(text[1])) {
    return std::ranges::all_of(text, [](char c) { return is_capital(c) || is_digit(c) || c == '-'; });
  }
  if (text.size() == 9) return is_siren(text);
  if (text.size() == 5) {
    const auto rest = text.substr(text[0] == '2' && (text[1] == 'A' || text[1] == 'B') ? 2 : 0);
    return all_digits(rest);
  }
  return is_departement(text);
}

bool is_wikidata(std::string_view text) {
  return text.size() >= 2 && text[0] == 'Q' && text[1] != '0' && all_digits(text.substr(1));
}

bool is_finess(std::string_view text) {
  return text.size() == 9 && is_digit(text[0]) && (is_digit(text[1]) || text[1] == 'A' || text[1] == 'B') &&
         all_digits(text.substr(2));
}

}  // namespace

bool is_identifier(FieldType type, std::string_view text) {
  switch (type) {
    case FieldType::siren: return is_siren(text);
    case FieldType::ror: return is_ror(text);
    case FieldType::orcid: return is_orcid(text);
    case FieldType::finess: return is_finess(text);
    case FieldType::wikidata: return is_wikidata(text);
    case FieldType::territory_code: return is_territory(text);
    case FieldType::country: return text.size() == 2 && std::ranges::all_of(text, is_capital);
    case FieldType::language: return text.size() == 2 && std::ranges::all_of(text, is_small);
    case FieldType::sha256:
      return text.size() == 64 && std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
    default: return true;
  }
}

std::string_view standard_of(FieldType type) {
  switch (type) {
    case FieldType::siren: return "SIREN";
    case FieldType::ror: return "ROR";
    case FieldType::orcid: return "ORCID";
    case FieldType::finess: return "FINESS";
    case FieldType::wikidata: return "Wikidata";
    case FieldType::territory_code: return "INSEE";
    case FieldType::country: return "ISO 3166-1";
    case FieldType::language: return "ISO 639-1";
    case FieldType::sha256: return "SHA-256";
    default: return "";
  }
}

std::optional<std::string> with_lost_zeros(FieldType type, std::string_view text) {
  if (text.empty() || !all_digits(text) || text[0] == '0') return std::nullopt;
  std::size_t length = 0;
  if ((type == FieldType::siren || type == FieldType::finess) && text.size() >= 5 && text.size() < 9) length = 9;
  if (type == FieldType::territory_code && text.size() == 1) length = 2;
  if (type == FieldType::territory_code && text.size() == 4) length = 5;
  if (length == 0) return std::nullopt;
  auto padded = std::string(length - text.size(), '0').append(text);
  if (!is_identifier(type, padded)) return std::nullopt;
  return padded;
}

}  // namespace maillage
