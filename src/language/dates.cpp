// SPDX-License-Identifier: Apache-2.0
#include "language/language.hpp"
#include "language/message_text.hpp"

namespace maillage {
namespace {

// Writes dates in French or English; the made-up language wraps what comes out.
class DateWriter {
 public:
  DateWriter(bool in_french, bool is_short) : in_french_(in_french), is_short_(is_short) {}

  std::string write(const PartialDate& date) const {
    switch (date.kind()) {
      case DateKind::unknown:
        return text("date.unknown");
      case DateKind::open:
        return text("date.open");
      case DateKind::span:
        return span(date);
      default:
        return doubted(date, bounded(date));
    }
  }

 private:
  std::string text(std::string_view key, const Arguments& arguments = {}) const {
    return filled(message_text(key, in_french_), arguments);
  }

  std::string pattern(const std::string& name, const Arguments& arguments) const {
    return text("date." + name, arguments);
  }

  static std::string_view precision_name(DatePrecision precision) {
    switch (precision) {
      case DatePrecision::day:
        return "day";
      case DatePrecision::month:
        return "month";
      case DatePrecision::year:
        return "year";
      case DatePrecision::decade:
        return "decade";
      case DatePrecision::century:
        return "century";
    }
    return "day";
  }

  std::string plain(Day day, DatePrecision precision) const {
    const auto date = civil_of(day);
    const auto month = text((is_short_ ? "month_short." : "month.") + std::to_string(date.month));
    auto name = std::string(precision_name(precision));
    if (precision == DatePrecision::day && date.day == 1) name = "first_day";
    if (precision == DatePrecision::century) {
      return pattern(name, {{"from", std::to_string(date.year)}, {"to", std::to_string(date.year + 99)}});
    }
    return pattern(name, {{"day", std::to_string(date.day)}, {"month", month}, {"year", std::to_string(date.year)}});
  }

  static bool is_approximate(const PartialDate& date) {
    return date.qualifier() == DateQualifier::approximate ||
           date.qualifier() == DateQualifier::approximate_and_doubtful;
  }

  std::string doubted(const PartialDate& date, const std::string& written) const {
    const bool is_doubtful =
        date.qualifier() == DateQualifier::doubtful || date.qualifier() == DateQualifier::approximate_and_doubtful;
    return is_doubtful ? text("date.doubtful", {{"date", written}}) : written;
  }

  std::string bounded(const PartialDate& date) const {
    auto written = plain(date.first_written(), date.precision());
    // French says "vers le 19 décembre" and "vers décembre": each relation has a message for each precision.
    const auto precision = std::string(precision_name(date.precision()));
    if (is_approximate(date)) written = pattern("about." + precision, {{"date", written}});
    if (date.kind() == DateKind::single) return written;
    const auto relation = std::string(date.kind() == DateKind::by_then ? "by_then." : "from_then.");
    return pattern(relation + (is_approximate(date) ? "about" : precision), {{"date", written}});
  }

  std::string span(const PartialDate& date) const {
    const auto from = plain(date.first_written(), date.precision());
    const auto to = plain(date.last_written(), date.end_precision());
    const bool in_days = date.precision() == DatePrecision::day && date.end_precision() == DatePrecision::day;
    return pattern(in_days ? "span.day" : "span.other", {{"from", from}, {"to", to}});
  }

  bool in_french_;
  bool is_short_;
};

}  // namespace

std::string Language::date(const PartialDate& date) const {
  const auto text = DateWriter(is_french(), false).write(date);
  return code_ == Code::made_up ? made_up(text) : text;
}

std::string Language::short_date(const PartialDate& date) const {
  const auto text = DateWriter(is_french(), true).write(date);
  return code_ == Code::made_up ? made_up(text) : text;
}

}  // namespace maillage
