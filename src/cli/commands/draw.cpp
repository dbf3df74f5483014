// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "cli/network_command.hpp"
#include "cli/picture.hpp"
#include "files/files.hpp"
#include "tables/csv_reader.hpp"

namespace maillage {
namespace {

class DrawCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  OutputOptions::Kind output_kind() const override { return OutputOptions::Kind::file_only; }
  void define_own(CLI::App& app, const Language& language) override;
  MapOptions options(Session& session, const NetworkView& view) const;
  MapPlaces places_at_every_date(Session& session, const NetworkView& view, const MapOptions& options) const;

  std::string size_by_ = "hyperdegree", colour_by_ = "kind", around_, labels_ = "auto", hulls_ = "auto", title_,
              positions_from_, positions_to_, palette_ = "light";
  int within_ = 1;
  double width_ = 1280, height_ = 0, dots_per_inch_ = 192;
};

void DrawCommand::define_own(CLI::App& app, const Language& language) {
  const auto group = language.say("cli.group.picture");
  const auto add = [&](const char* name, auto& target, const char* key, const std::string& type) {
    return app.add_option(name, target, language.say(key))->group(group)->type_name(type);
  };
  add("--size-by", size_by_, "cli.option.size_by", language.say("cli.type.code"));
  add("--color-by", colour_by_, "cli.option.color_by", "kind|community");
  add("--around", around_, "cli.option.around", language.say("cli.type.name"));
  allow_whole_numbers(add("--within", within_, "cli.option.radius", "N"), language, 1, 100);
  add("--labels", labels_, "cli.option.labels", "auto|all|hubs|none");
  add("--hulls", hulls_, "cli.option.hulls", "auto|communities|agreements|all|none")->expected(0, 1);  // alone: all
  add("--title", title_, "cli.option.title", language.say("cli.type.text"));
  allow_numbers(add("--width", width_, "cli.option.width", "PX"), language, {280, 20000});
  allow_numbers(add("--height", height_, "cli.option.height", "PX"), language, {0, 20000});
  allow_numbers(add("--dpi", dots_per_inch_, "cli.option.dpi", "N"), language, {20, 2400});
  add("--palette", palette_, "cli.option.palette", "light|dark");
  add("--positions-from", positions_from_, "cli.option.positions_from", language.say("cli.type.file"));
  add("--positions-to", positions_to_, "cli.option.positions_to", language.say("cli.type.file"));
}

template <class E>
E choice(const char* option, const std::string& word, const Language& language) {
  if (const auto found = parse_code<E>(word)) return *found;
  std::string codes;
  for (const auto code : code_names<E>) codes += (codes.empty() ? "" : ", ") + std::string(code);
  throw Failure(ExitCode::usage,
                language.say("cli.error.unknown_code", {{"option", option}, {"value", shown_word(word)}, {"codes", codes}}));
}

// Places from a CSV with the columns id, x, y.
MapPlaces read_places(const std::string& file) {
  MapPlaces places;
  const auto table = read_csv(decode(read_file(file)).text);
  for (std::size_t row = 0; row < table.records.size(); ++row) {
    const auto x = std::strtod(table.at(row, "x").c_str(), nullptr);
    const auto y = std::strtod(table.at(row, "y").c_str(), nullptr);
    if (std::isfinite(x) && std::isfinite(y)) places.nodes[table.at(row, "id")] = {x, y};
  }
  return places;
}

std::string places_csv(const MapPlaces& places) {
  std::string text = "id,x,y\n";
  for (const auto& [id, point] : places.nodes) {
    text += csv_field(id) + "," + number_text(point.x) + "," + number_text(point.y) + "\n";
  }
  return text;
}

MapOptions DrawCommand::options(Session& session, const NetworkView& view) const {
  const auto& language = session.language;
  MapOptions options;
  options.colour_by = choice<MapColours>("--color-by", colour_by_, language);
  options.labels = choice<MapLabels>("--labels", labels_, language);
  options.hulls = choice<MapHulls>("--hulls", hulls_.empty() ? "all" : hulls_, language);
  options.palette = palette_ == "dark" ? Palette::dark : Palette::light;
  if (palette_ != "light" && palette_ != "dark") {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--palette"},
                                                                           {"value", shown_word(palette_)},
                                                                           {"codes", "light, dark"}}));
  }
  options.title = title_;
  options.width = width_;
  options.height = height_;
  options.is_narrow = width_ < 600;
  options.within = within_;
  if (!around_.empty()) {
    const auto match = session.resolve(around_, {EntityKind::institution, EntityKind::person});
    const auto v = match.kind == EntityKind::institution ? view.vertex_of_institution(match.row)
                                                         : view.vertex_of_person(match.row);
    if (v >= view.network.vertex_count()) {
      throw Failure(ExitCode::usage, language.say("cli.error.not_a_node", {{"name", around_}}));
    }
    options.around = std::string(view.id(v));
  }
  return options;
}

// A view at a date is drawn in the places of the cumulated network, so that maps of two dates can be compared.
MapPlaces DrawCommand::places_at_every_date(Session& session, const NetworkView& view,
                                            const MapOptions& options) const {
  if (!view.options.as_of && !view.options.from && !view.options.to) return {};
  auto all = view.options;
  all.as_of = all.from = all.to = std::nullopt;
  all.unknown = UnknownDates::include;
  const auto material = MapMaterial::of(session, build(session, all), output_.seed, false);
  auto whole = options;
  whole.around.reset();
  auto places = draw_map(material.input(session), whole, session.language).places;
  // Of thousands of institutions a map draws some: where others are meant, places of their own are better than none.
  for (Vertex v = 0; v < view.network.vertex_count(); ++v) {
    if (!places.nodes.contains(std::string(view.id(v)))) return {};
  }
  return places;
}

ExitCode DrawCommand::run(Session& session) {
  const auto& language = session.language;
  const auto kind = picture_kind(output_, {"svg", "png", "pdf", "dot"}, language);
  const auto size_by = known_measure(size_by_, language, "--size-by");
  auto view = load_and_build(session);
  const auto map_options = options(session, view);
  auto places = positions_from_.empty() ? places_at_every_date(session, view, map_options)
                                        : read_places(positions_from_);
  const bool by_community = map_options.colour_by == MapColours::community ||
                            map_options.hulls == MapHulls::communities || map_options.hulls == MapHulls::all;
  const auto material = MapMaterial::of(session, std::move(view), output_.seed, by_community);
  auto input = material.input(session);
  input.measure = size_by;
  if (size_by != "hyperdegree") input.sizes = measure(material.view, size_by, {}).values;
  if (!places.nodes.empty()) input.places = &places;
  const auto picture = session.timings.phase("layout", [&] { return draw_map(input, map_options, language); });
  session.timings.phase("write", [&] {
    if (!positions_to_.empty()) {
      write_file(positions_to_, places_csv(picture.places), output_.force ? Overwrite::allowed : Overwrite::never);
    }
    give_picture(session, output_, kind, kind == "dot" ? picture.dot : picture.svg, dots_per_inch_);
  });
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_draw() { return std::make_unique<DrawCommand>(); }

}  // namespace maillage
