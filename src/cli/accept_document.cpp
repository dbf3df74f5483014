// SPDX-License-Identifier: Apache-2.0
#include "cli/accept_document.hpp"

#include <algorithm>

#include "documents/drafts/review_words.hpp"
#include "records/office/slug.hpp"

namespace maillage {

using documents::ReviewDecision;
using documents::ReviewSubject;

const AcceptedDocument::Row* AcceptedDocument::row(ReviewSubject subject, std::uint32_t number, Field field, std::uint32_t item) const {
  const auto* found = index_->find(subject, number, field, item);
  return found == nullptr || !found->holds() ? nullptr : found;
}

std::string AcceptedDocument::text(const Row* row) const {
  // A value that the reviewer is not sure of is not taken, even with --yes.
  return row == nullptr || row->decision == ReviewDecision::unsure ? std::string() : row->value;
}

std::string AcceptedDocument::value(const Row* row, std::string_view table, std::string_view field) {
  if (row != nullptr && row->decision == ReviewDecision::unsure) context_.doubt(*row);
  const auto words = text(row);
  if (words.empty()) return {};
  const auto& schema = *find_table(table);
  try {
    return values_.value(schema, schema.fields[schema.place_of(field)], words, words_of_row(*row, context_.form->review));
  } catch (const BadValue& bad) {
    context_.fault(*row, bad.what());
    return {};
  }
}

std::string AcceptedDocument::code(const Row* row, const char* group, const std::vector<std::string_view>& codes) {
  const auto words = text(row);
  if (words.empty()) return {};
  const auto& language = context_.session.language;
  auto found = language.code_of_label(group, words, codes);
  if (found.empty()) {
    std::vector<std::string> labels;
    for (const auto one : codes) labels.push_back(language.label(group, one));
    context_.fault(*row, language.say("accept.fault.code", {{"value", shown_word(words)}, {"allowed", language.list(labels)}}));
  }
  return found;
}

bool AcceptedDocument::is_taken(std::uint32_t agreement) const {
  const auto* existence = index_->find(ReviewSubject::agreement, agreement, Field::existence);
  if (existence == nullptr) return true;
  const auto says_no = documents::decision_of(existence->value) == ReviewDecision::no;
  return existence->decision != ReviewDecision::no && !says_no;
}

void AcceptedDocument::leave_out(const Row& said, const char* why) {
  context_.log(said, said.value, "left_out", {}, {}, {});
  context_.outcome.remarks.push_back(context_.session.language.say(why, {{"place", place_of_row(said, *context_.form, context_.session.language)}, {"value", shown_word(said.value)}}));
}

std::vector<std::string> AcceptedDocument::accept(const AcceptForm& form) {
  context_.form = &form;
  index_.emplace(form.review);
  of_form_.clear();
  std::vector<std::uint32_t> taken;
  for (const auto number : index_->numbers(ReviewSubject::agreement)) {
    if (is_taken(number)) taken.push_back(number);
  }
  if (taken.empty()) {
    context_.outcome.remarks.push_back(context_.session.language.say("accept.no_agreement", {{"file", shown_word(form.path.string())}}));
    return {};
  }
  accept_source();
  if (context_.source.empty()) return {};
  names_.turn_to(*index_);
  std::vector<std::string> ids;
  for (const auto number : taken) {
    number_ = number;
    accept_agreement();
    if (!agreement_.empty()) ids.push_back(agreement_);
  }
  claim_positions();
  return ids;
}

void AcceptedDocument::accept_source() {
  auto& tables = context_.tables;
  const auto field = [&](Field one) { return row(ReviewSubject::document, 0, one); };
  const auto& file_row = *index_->find(ReviewSubject::document, 0, Field::file);  // a form without it is refused
  const auto digest = index_->find(ReviewSubject::document, 0, Field::sha256)->value;
  const bool is_digest = digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
  context_.source.clear();
  if (!is_digest) return context_.fault(*index_->find(ReviewSubject::document, 0, Field::sha256), context_.session.language.say("accept.fault.digest"));
  context_.day = value(field(Field::reviewed_on), "sources", "retrieved");
  if (context_.day.empty()) context_.day = context_.options.day;
  const auto* sources = tables.table("sources");
  for (std::size_t r = 0; sources != nullptr && r < sources->rows.size(); ++r) {
    if (sources->at(r, "sha256") == digest) context_.source = sources->at(r, "id");
  }
  const auto name = text(field(Field::title)).empty() ? file_row.value : text(field(Field::title));
  if (context_.source.empty()) {
    auto base = slug(name);
    context_.source = tables.free_id("sources", base.empty() ? "document" : base);
    tables.add_row("sources", {{"id", context_.source}, {"sha256", digest}});
    context_.log(file_row, file_row.value, "added", {}, "sources", context_.source);
  }
  const auto at = *tables.find_row("sources", {{"id", context_.source}});
  const AcceptedTables::Cells cells{{"title", name}, {"publisher", text(field(Field::publisher))}, {"date", value(field(Field::date), "sources", "date")},
                                    {"kind", value(field(Field::kind), "sources", "kind")}, {"url", text(field(Field::url))}, {"file", file_row.value},
                                    {"retrieved", value(field(Field::read_on), "sources", "retrieved")}};
  for (const auto& [column, cell] : cells) {
    if (!cell.empty()) tables.fill("sources", at, column, cell);
  }
  for (const auto one : {Field::title, Field::publisher, Field::date, Field::kind}) {
    if (const auto* said = field(one); said != nullptr && said->is_open()) context_.doubt(*said);
  }
}

// Functions of people on the day of the document.
void AcceptedDocument::claim_positions() {
  auto& tables = context_.tables;
  const auto seen = value(row(ReviewSubject::document, 0, Field::date), "sources", "date");
  for (const auto number : index_->numbers(ReviewSubject::person)) {
    const auto* name_row = row(ReviewSubject::person, number, Field::name);
    if (name_row == nullptr || name_row->decision == ReviewDecision::unsure) continue;
    for (const auto* said : index_->items(ReviewSubject::person, number, Field::function)) {
      if (text(said->holds() ? said : nullptr).empty()) continue;
      if (names_.is_contact(name_row->value)) {
        leave_out(*said, "accept.contact");
        continue;
      }
      if (said->is_open()) context_.doubt(*said);
      const auto person = names_.person(*name_row);
      const auto* at_row = row(ReviewSubject::person, number, Field::function_institution, said->item);
      const auto institution = text(at_row).empty() ? std::string() : names_.institution(*at_row);
      if (person.empty()) continue;
      const auto* positions = tables.table("positions");
      AcceptedTables::Cells key{{"person", person}, {"institution", institution}, {"title", said->value}, {"seen_on", seen}};
      for (std::size_t r = 0; positions != nullptr && r < positions->rows.size(); ++r) {
        const bool is_it = positions->at(r, "person") == person && positions->at(r, "institution") == institution && folded(positions->at(r, "title")) == folded(said->value);
        if (is_it && (seen.empty() || positions->at(r, "seen_on").empty() || positions->at(r, "seen_on") == seen)) {
          key[2].second = positions->at(r, "title"), key[3].second = positions->at(r, "seen_on");
        }
      }
      const auto state = tables.claim_row("positions", key, context_.origin_of(*said));
      context_.log(*said, said->value, name_of(state), {}, "positions", person + "/" + institution);
    }
  }
}

}  // namespace maillage
