// SPDX-License-Identifier: Apache-2.0
#include "drawing/text_metrics.hpp"

#include <span>

namespace maillage {
namespace {

struct Range {
  char32_t first, last;
  std::size_t offset;
};
// Advance widths of DejaVu Sans 2.37 in 1/2048 of the size.
constexpr Range kRanges[] = {{0x20, 0x7e, 0}, {0xa0, 0x17f, 95}, {0x218, 0x21b, 319}, {0x370, 0x3ff, 323}, {0x400, 0x45f, 467}, {0x1e80, 0x1e85, 563}, {0x2000, 0x203f, 569}, {0x20ac, 0x20ac, 633}, {0x2116, 0x2122, 634}, {0x2190, 0x2195, 647}, {0x2212, 0x2212, 653}, {0x2248, 0x2265, 654}};
constexpr std::uint16_t kRegular[] = {
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690, 1303, 1303, 1303, 1303, 1303,
    1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577, 1294, 1178, 1587,
    1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403,
    799, 690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995, 1298,
    1253, 1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716, 651, 821, 1303, 1303,
    1303, 1303, 690, 1024, 1024, 2048, 965, 1253, 1716, 739, 2048, 1024, 1024, 1716, 821, 821, 1024, 1303, 1303, 651,
    1024, 821, 965, 1253, 1985, 1985, 1985, 1087, 1401, 1401, 1401, 1401, 1401, 1401, 1995, 1430, 1294, 1294, 1294,
    1294, 604, 604, 604, 604, 1587, 1532, 1612, 1612, 1612, 1612, 1612, 1716, 1612, 1499, 1499, 1499, 1499, 1251, 1239,
    1290, 1255, 1255, 1255, 1255, 1255, 1255, 2011, 1126, 1260, 1260, 1260, 1260, 569, 569, 569, 569, 1253, 1298, 1253,
    1253, 1253, 1253, 1253, 1716, 1253, 1298, 1298, 1298, 1298, 1212, 1300, 1212, 1401, 1255, 1401, 1255, 1401, 1255,
    1430, 1126, 1430, 1126, 1430, 1126, 1430, 1126, 1577, 1300, 1587, 1300, 1294, 1260, 1294, 1260, 1294, 1260, 1294,
    1260, 1294, 1260, 1587, 1300, 1587, 1300, 1587, 1300, 1587, 1300, 1540, 1298, 1876, 1423, 604, 569, 604, 569, 604,
    569, 604, 569, 604, 569, 1208, 1138, 604, 569, 1343, 1186, 1186, 1141, 569, 1141, 569, 1141, 768, 1141, 700, 1151,
    582, 1532, 1298, 1532, 1298, 1532, 1298, 1666, 1532, 1298, 1612, 1253, 1612, 1253, 1612, 1253, 2191, 2095, 1423,
    842, 1423, 842, 1423, 842, 1300, 1067, 1300, 1067, 1300, 1067, 1300, 1067, 1251, 803, 1251, 803, 1251, 803, 1499,
    1298, 1499, 1298, 1499, 1298, 1499, 1298, 1499, 1298, 1499, 1298, 2025, 1675, 1251, 1212, 1251, 1403, 1075, 1403,
    1075, 1403, 1075, 721, 1300, 1067, 1251, 803, 1340, 1163, 1765, 1326, 570, 570, 1532, 1331, 1300, 1300, 1024, 1125,
    1126, 1125, 690, 604, 1300, 1300, 1300, 1300, 1024, 1024, 1418, 651, 1528, 1784, 836, 1300, 1664, 1300, 1689, 1691,
    693, 1401, 1405, 1141, 1401, 1294, 1403, 1540, 1612, 604, 1343, 1401, 1767, 1532, 1294, 1612, 1540, 1235, 1300,
    1294, 1251, 1251, 1612, 1403, 1612, 1565, 604, 1251, 1350, 1107, 1298, 693, 1185, 1350, 1307, 1212, 1253, 1107,
    1114, 1298, 1253, 693, 1207, 1212, 1303, 1144, 1142, 1253, 1233, 1300, 1202, 1298, 1233, 1185, 1351, 1183, 1351,
    1715, 693, 1185, 1253, 1185, 1715, 1343, 1258, 1268, 1431, 1725, 1431, 1351, 1715, 1359, 1612, 1253, 1328, 1202,
    1178, 939, 1351, 1351, 1772, 1285, 1912, 1715, 1553, 1350, 1621, 1259, 1406, 1243, 1572, 1280, 1432, 1253, 1251,
    1098, 1359, 1300, 1126, 569, 1612, 1260, 1260, 1239, 1300, 1430, 1767, 1333, 1300, 1440, 1430, 1440, 1294, 1294,
    1610, 1249, 1430, 1300, 604, 604, 604, 2240, 2140, 1610, 1454, 1532, 1248, 1540, 1401, 1405, 1405, 1249, 1600,
    1294, 2206, 1313, 1532, 1532, 1454, 1540, 1767, 1540, 1612, 1540, 1235, 1430, 1251, 1248, 1763, 1403, 1590, 1404,
    2190, 2240, 1705, 1807, 1405, 1430, 2211, 1423, 1255, 1263, 1207, 1076, 1416, 1260, 1845, 1089, 1331, 1331, 1237,
    1309, 1545, 1339, 1253, 1339, 1300, 1126, 1193, 1212, 1751, 1212, 1394, 1210, 1874, 1929, 1447, 1617, 1207, 1124,
    1724, 1232, 1260, 1260, 1280, 1076, 1124, 1067, 569, 569, 569, 1848, 1840, 1335, 1237, 1331, 1212, 1339, 2025,
    1675, 2025, 1675, 2025, 1675, 1024, 2048, 1024, 2048, 675, 512, 342, 1303, 651, 409, 204, 0, 0, 0, 0, 0, 739, 739,
    1303, 1024, 2048, 2048, 1024, 1024, 651, 651, 651, 651, 1061, 1061, 1061, 1061, 1024, 1024, 1208, 1208, 685, 1367,
    2048, 651, 0, 0, 0, 0, 0, 0, 0, 409, 2748, 3554, 465, 765, 1065, 465, 765, 1065, 694, 819, 819, 1716, 994, 1087,
    1024, 1646, 1303, 2130, 2048, 1428, 1436, 1612, 1634, 1667, 1622, 1836, 1401, 2088, 2200, 2048, 1716, 1716, 1716,
    1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1718, 1718, 2048, 2048, 1716,
    1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716};
constexpr std::uint16_t kBold[] = {
    713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748, 1425, 1425, 1425, 1425,
    1425, 1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188, 2048, 1585, 1561, 1503, 1700, 1399, 1399,
    1681, 1714, 762, 762, 1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259, 1579, 1483,
    1485, 936, 748, 936, 1716, 1024, 1024, 1382, 1466, 1214, 1466, 1389, 891, 1466, 1458, 702, 702, 1362, 702, 2134,
    1458, 1407, 1466, 1466, 1010, 1219, 979, 1458, 1335, 1892, 1321, 1335, 1192, 1458, 748, 1458, 1716, 713, 934, 1425,
    1425, 1303, 1425, 748, 1024, 1024, 2048, 1155, 1323, 1716, 850, 2048, 1024, 1024, 1716, 897, 897, 1024, 1507, 1303,
    778, 1024, 897, 1155, 1323, 2120, 2120, 2120, 1188, 1585, 1585, 1585, 1585, 1585, 1585, 2222, 1503, 1399, 1399,
    1399, 1399, 762, 762, 762, 762, 1716, 1714, 1741, 1741, 1741, 1741, 1741, 1716, 1741, 1663, 1663, 1663, 1663, 1483,
    1511, 1473, 1382, 1382, 1382, 1382, 1382, 1382, 2146, 1214, 1389, 1389, 1389, 1389, 702, 702, 702, 702, 1407, 1458,
    1407, 1407, 1407, 1407, 1407, 1716, 1407, 1458, 1458, 1458, 1458, 1335, 1466, 1335, 1585, 1382, 1585, 1382, 1585,
    1382, 1503, 1214, 1503, 1214, 1503, 1214, 1503, 1214, 1700, 1466, 1716, 1466, 1399, 1389, 1399, 1389, 1399, 1389,
    1399, 1389, 1399, 1389, 1681, 1466, 1681, 1466, 1681, 1466, 1681, 1466, 1714, 1458, 1994, 1618, 762, 702, 762, 702,
    762, 702, 762, 702, 762, 702, 1524, 1404, 762, 702, 1587, 1362, 1362, 1305, 702, 1305, 702, 1305, 982, 1305, 1140,
    1315, 760, 1714, 1458, 1714, 1458, 1714, 1458, 2013, 1714, 1458, 1741, 1407, 1741, 1407, 1741, 1407, 2390, 2241,
    1577, 1010, 1577, 1010, 1577, 1010, 1475, 1219, 1475, 1219, 1475, 1219, 1475, 1219, 1397, 979, 1397, 979, 1397,
    979, 1663, 1458, 1663, 1458, 1663, 1458, 1663, 1458, 1663, 1458, 1663, 1458, 2259, 1892, 1483, 1335, 1483, 1485,
    1192, 1485, 1192, 1485, 1192, 891, 1475, 1219, 1397, 979, 1429, 1157, 2093, 1712, 618, 618, 1714, 1435, 1300, 1300,
    1024, 1214, 1126, 1125, 819, 762, 1300, 1300, 1300, 1300, 904, 1024, 1633, 778, 1732, 2066, 1154, 1300, 1824, 1300,
    2007, 1831, 798, 1585, 1561, 1305, 1585, 1399, 1485, 1714, 1741, 762, 1587, 1585, 2038, 1714, 1294, 1741, 1714,
    1501, 1300, 1399, 1397, 1483, 1741, 1579, 1740, 1741, 762, 1483, 1407, 1140, 1458, 798, 1383, 1407, 1466, 1395,
    1407, 1140, 1210, 1458, 1407, 798, 1455, 1296, 1507, 1395, 1210, 1407, 1620, 1466, 1214, 1595, 1307, 1383, 1602,
    1321, 1626, 1780, 798, 1383, 1407, 1383, 1780, 1587, 1333, 1353, 1528, 2010, 1528, 1631, 1780, 1523, 1741, 1407,
    1503, 1214, 1399, 1011, 1438, 1351, 1882, 1284, 2238, 1715, 1704, 1466, 1900, 1523, 1502, 1332, 1615, 1374, 1540,
    1466, 1397, 1208, 1523, 1466, 1214, 702, 1741, 1320, 1319, 1511, 1466, 1503, 2038, 1499, 1466, 1430, 1503, 1430,
    1399, 1399, 1799, 1305, 1503, 1475, 762, 762, 762, 2364, 2314, 1799, 1674, 1714, 1579, 1714, 1585, 1561, 1561,
    1305, 1824, 1399, 2507, 1455, 1714, 1714, 1674, 1701, 2038, 1714, 1741, 1714, 1501, 1503, 1397, 1579, 2031, 1579,
    1900, 1655, 2530, 2715, 1924, 2122, 1561, 1503, 2404, 1577, 1382, 1430, 1296, 1070, 1654, 1389, 2038, 1190, 1435,
    1435, 1390, 1500, 1674, 1415, 1407, 1415, 1466, 1214, 1187, 1335, 2032, 1321, 1518, 1406, 2175, 2264, 1539, 1852,
    1295, 1214, 1991, 1315, 1389, 1389, 1462, 1070, 1214, 1219, 702, 702, 702, 2030, 1958, 1504, 1390, 1435, 1335,
    1415, 2259, 1892, 2259, 1892, 2259, 1892, 1024, 2048, 1024, 2048, 675, 512, 342, 1425, 778, 409, 204, 0, 0, 0, 0,
    0, 850, 850, 1425, 1024, 2048, 2048, 1024, 1024, 778, 778, 778, 778, 1346, 1346, 1346, 1346, 1024, 1024, 1309,
    1309, 682, 1366, 2048, 713, 0, 0, 0, 0, 0, 0, 0, 409, 2949, 3864, 540, 915, 1290, 540, 915, 1290, 1501, 844, 844,
    1991, 1284, 1188, 1024, 1696, 1425, 2464, 2048, 1428, 1536, 1741, 1922, 1667, 1641, 1836, 1454, 2088, 2623, 2048,
    1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716,
    2176, 2176, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716, 1716};

constexpr int kAverage = 1303, kSquare = 2048, kPictogram = 2800;

bool is_combining(char32_t letter) {
  return (letter >= 0x300 && letter < 0x370) || (letter >= 0x200b && letter <= 0x200f) || letter == 0xfeff ||
         (letter >= 0xfe00 && letter <= 0xfe0f) || (letter >= 0x20d0 && letter <= 0x20ff);
}
bool is_square(char32_t letter) {
  return (letter >= 0x1100 && letter <= 0x115f) || (letter >= 0x2e80 && letter <= 0xa4cf) ||
         (letter >= 0xac00 && letter <= 0xd7a3) || (letter >= 0xf900 && letter <= 0xfaff) ||
         (letter >= 0xfe30 && letter <= 0xfe4f) || (letter >= 0xff00 && letter <= 0xff60);
}

int advance(char32_t letter, std::span<const std::uint16_t> widths) {
  if (is_combining(letter)) return 0;
  for (const auto& range : kRanges) {
    if (letter < range.first) break;
    if (letter <= range.last) return widths[range.offset + (letter - range.first)];
  }
  if (is_square(letter)) return kSquare;
  return letter >= 0x10000 || (letter >= 0x2300 && letter < 0x2e80) ? kPictogram : kAverage;
}

bool is_space(char32_t letter) { return letter == U' ' || letter == U'\n' || letter == U'\t' || letter == U'\r'; }

bool is_no_break_space(char32_t letter) { return letter == 0xa0 || letter == 0x202f; }

bool may_end_part(char32_t letter) {
  return letter == U',' || letter == U'-' || letter == U'/' || letter == U'_' || letter == 0x2013 || letter == 0x2014;
}

/// Cuts a text after each letter for which `ends` holds.
template <class Ends>
std::vector<std::string_view> cut_after(std::string_view text, Ends ends) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.size();) {
    if (!ends(next_letter(text, position)) && position < text.size()) continue;
    pieces.push_back(text.substr(begin, position - begin));
    begin = position;
  }
  return pieces;
}

std::string_view without_space(std::string_view word) {
  return !word.empty() && is_space(static_cast<unsigned char>(word.back())) ? word.substr(0, word.size() - 1) : word;
}

/// Fills lines word by word; what does not fit in a line of its own is taken apart.
class LineFiller {
 public:
  LineFiller(double size, double max_width, FontWeight weight) : size_(size), max_width_(max_width), weight_(weight) {}

  void add_word(std::string_view word, bool space_before) {
    if (word.empty()) return;
    if (space_before && !line_.empty()) {
      if (fits(line_ + ' ' + std::string(word))) {
        line_ += ' ';
      } else {
        end_line();
      }
    }
    if (fits(word)) return add_part(word);
    for (const auto phrase : cut_after(word, is_no_break_space)) {
      if (fits(phrase)) {
        add_part(phrase);
        continue;
      }
      for (const auto part : cut_after(phrase, may_end_part)) {
        if (fits(part)) {
          add_part(part);
          continue;
        }
        for (const auto letter : cut_after(part, [](char32_t) { return true; })) add_part(letter);
      }
    }
  }
  std::vector<std::string> finish() {
    end_line();
    if (lines_.empty()) lines_.emplace_back();
    return std::move(lines_);
  }

 private:
  bool fits(std::string_view text) const { return text_width(text, size_, weight_) <= max_width_; }
  void add_part(std::string_view part) {
    if (!line_.empty() && !fits(line_ + std::string(part))) end_line();
    line_ += part;
  }
  void end_line() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
  }

  double size_, max_width_;
  FontWeight weight_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

char32_t next_letter(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto lead = byte(position++);
  if (lead < 0x80) return lead;
  const std::size_t more = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  if (more == 0 || position + more > text.size()) return 0xfffd;
  char32_t letter = lead & (0x3fu >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(position + i) & 0xc0) != 0x80) return 0xfffd;
    letter = (letter << 6) | (byte(position + i) & 0x3f);
  }
  constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
  if (letter < kLeast[more] || letter > 0x10ffff || (letter >= 0xd800 && letter < 0xe000)) return 0xfffd;
  position += more;
  return letter;
}

double text_width(std::string_view text, double size, FontWeight weight) {
  const std::span<const std::uint16_t> widths =
      weight == FontWeight::bold ? std::span(kBold) : std::span(kRegular);
  long long units = 0;
  for (std::size_t position = 0; position < text.size();) units += advance(next_letter(text, position), widths);
  return static_cast<double>(units) * size / 2048;
}

std::vector<std::string> wrap_text(std::string_view text, double size, double max_width, FontWeight weight) {
  LineFiller filler(size, max_width, weight);
  bool first = true;
  for (const auto word : cut_after(text, [](char32_t letter) { return is_space(letter); })) {
    filler.add_word(without_space(word), !first);
    first = false;
  }
  return filler.finish();
}

double longest_word(std::string_view text, double size, FontWeight weight) {
  double longest = 0;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find(' ', from), text.size());
    longest = std::max(longest, text_width(text.substr(from, to - from), size, weight));
    from = to + 1;
  }
  return longest;
}

}  // namespace maillage
