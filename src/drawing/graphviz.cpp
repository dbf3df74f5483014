// SPDX-License-Identifier: Apache-2.0
#include "drawing/graphviz.hpp"

#include <cstdlib>
#include <gvc.h>
#include <gvplugin.h>

#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}

namespace maillage {
namespace {

// Graphviz keeps its state in globals: one thread at a time.
std::mutex& graphviz_lock() {
  static std::mutex lock;
  return lock;
}

// One context for the whole process, never freed: a second one after freeing the first reads freed memory.
GVC_t* graphviz_context() {
  static lt_symlist_t symbols[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                   {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
                                   {nullptr, nullptr}};
  static GVC_t* const context = [] {
    agseterr(AGMAX);  // the library never prints
    return gvContextPlugins(symbols, 0);
  }();
  return context;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

// cgraph takes char* where it means const char*: these are the only casts.
char* text(const char* value) { return const_cast<char*>(value); }
char* text(const std::string& value) { return const_cast<char*>(value.c_str()); }

void set(void* object, const char* name, const std::string& value) { agsafeset(object, text(name), text(value), text("")); }

std::string number_text(double value) {
  std::array<char, 32> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), end);
}

GraphHandle open_graph(const std::string& name, bool is_directed) {
  GraphHandle graph(agopen(text(name), is_directed ? Agdirected : Agundirected, nullptr));
  if (!graph) throw std::runtime_error("cgraph: no graph");
  return graph;
}

void set_engine_options(Agraph_t* graph, LayoutEngine engine, int seed) {
  set(graph, "start", std::to_string(seed));
  set(graph, "splines", "false");
  set(graph, "pack", "false");
  if (engine == LayoutEngine::neato) {
    set(graph, "overlap", "true");
    set(graph, "mode", "major");
    set(graph, "model", "shortpath");
    set(graph, "epsilon", "0.0001");
  } else {
    set(graph, "overlap", engine == LayoutEngine::sfdp_prism ? "prism1000" : "true");
    set(graph, "rotation", "0");
  }
}

std::vector<Agnode_t*> add_nodes(Agraph_t* graph, const LayoutGraph& wanted) {
  std::vector<Agnode_t*> nodes(wanted.vertices);
  for (std::uint32_t v = 0; v < wanted.vertices; ++v) {
    nodes[v] = agnode(graph, text("n" + std::to_string(v)), 1);
    set(nodes[v], "label", "");
    set(nodes[v], "fixedsize", "true");
    set(nodes[v], "shape", "box");
    const auto [width, height] = wanted.extents.empty() ? std::pair(7.2, 7.2) : wanted.extents[v];
    set(nodes[v], "width", number_text(width / 72));
    set(nodes[v], "height", number_text(height / 72));
  }
  return nodes;
}

}  // namespace

std::vector<Point> graphviz_positions(const LayoutGraph& wanted, LayoutEngine engine, int seed) {
  std::vector<Point> positions(wanted.vertices);
  if (wanted.vertices < 2) return positions;
  const std::lock_guard hold(graphviz_lock());
  GVC_t* const context = graphviz_context();
  const GraphHandle graph = open_graph("layout", false);
  set_engine_options(graph.get(), engine, seed);
  const auto nodes = add_nodes(graph.get(), wanted);
  for (std::size_t i = 0; i < wanted.ties.size(); ++i) {
    const auto& tie = wanted.ties[i];
    Agedge_t* const edge = agedge(graph.get(), nodes[tie.source], nodes[tie.target], text("e" + std::to_string(i)), 1);
    set(edge, "weight", number_text(tie.weight));
    set(edge, "len", number_text(tie.length));
  }
  // sfdp and prism draw from rand(): the same start for every layout, whatever was laid out before.
  std::srand(1);
  srand48(1);
  if (gvLayout(context, graph.get(), engine == LayoutEngine::neato ? "neato" : "sfdp") != 0) {
    throw std::runtime_error("Graphviz: layout failed");
  }
  for (std::uint32_t v = 0; v < wanted.vertices; ++v) {
    positions[v] = {ND_coord(nodes[v]).x, -ND_coord(nodes[v]).y};
    if (!std::isfinite(positions[v].x) || !std::isfinite(positions[v].y)) positions[v] = {};
  }
  gvFreeLayout(context, graph.get());
  return positions;
}

namespace {

bool is_text_attribute(std::string_view name) {
  return name == "label" || name == "xlabel" || name == "tooltip" || name == "comment";
}

// Length of the well-formed UTF-8 sequence at `at`; 0 where there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead > 0xF4 || at + length > bytes.size()) return 0;
  for (std::size_t i = at + 1; i < at + length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if ((lead == 0xE0 && byte(at + 1) < 0xA0) || (lead == 0xED && byte(at + 1) > 0x9F) ||
      (lead == 0xF0 && byte(at + 1) < 0x90) || (lead == 0xF4 && byte(at + 1) > 0x8F)) {
    return 0;
  }
  return length;
}

std::string clean(std::string_view bytes) {
  std::string cleaned;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto length = sequence_length(bytes, i);
    const bool is_control = length == 1 && (static_cast<unsigned char>(bytes[i]) < 0x20 || bytes[i] == 0x7F);
    if (length == 0 || is_control) {
      cleaned += is_control && (bytes[i] == '\n' || bytes[i] == '\t') ? " " : "\xEF\xBF\xBD";
      ++i;
    } else {
      cleaned += bytes.substr(i, length);
      i += length;
    }
  }
  return cleaned;
}

std::string dot_value(std::string_view name, std::string_view value) {
  const std::string cleaned = clean(value);
  std::string safe;
  if (is_text_attribute(name)) {
    for (const char c : cleaned) safe += c == '\\' ? std::string("\\\\") : std::string(1, c);
    return safe;
  }
  safe = cleaned;
  const auto last = safe.find_last_not_of('\\');
  const auto trailing = safe.size() - (last == std::string::npos ? 0 : last + 1);
  if (trailing % 2 == 1) safe += '\\';
  return safe;
}

// agattr's default for all objects of a kind, then the values of each: cgraph writes nothing it was not told.
void set_all(Agraph_t* graph, int kind, void* object, const DotGraph::Attributes& attributes) {
  for (const auto& [name, value] : attributes) {
    Agsym_t* symbol = agattr(graph, kind, text(name), nullptr);
    if (symbol == nullptr) symbol = agattr(graph, kind, text(name), text(""));
    agxset(object, symbol, text(dot_value(name, value)));
  }
}

int append_to_string(void* channel, const char* bytes) {
  static_cast<std::string*>(channel)->append(bytes);
  return 0;
}
int nothing_to_flush(void*) { return 0; }

}  // namespace

std::string write_dot(const DotGraph& graph) {
  const std::lock_guard hold(graphviz_lock());
  graphviz_context();
  const GraphHandle handle = open_graph(graph.name, graph.is_directed);
  set_all(handle.get(), AGRAPH, handle.get(), graph.attributes);
  std::vector<Agnode_t*> nodes;
  for (const auto& node : graph.nodes) {
    nodes.push_back(agnode(handle.get(), text(dot_value("name", node.name)), 1));
    set_all(handle.get(), AGNODE, nodes.back(), node.attributes);
  }
  for (const auto& tie : graph.ties) {
    Agedge_t* const edge = agedge(handle.get(), nodes[tie.source], nodes[tie.target], text(dot_value("key", tie.key)), 1);
    set_all(handle.get(), AGEDGE, edge, tie.attributes);
  }
  std::string dot;
  Agiodisc_t to_string{AgIoDisc.afread, append_to_string, nothing_to_flush};
  handle->clos->disc.io = &to_string;
  const bool is_written = agwrite(handle.get(), &dot) == 0;
  handle->clos->disc.io = &AgIoDisc;
  if (!is_written) throw std::runtime_error("cgraph: the graph could not be written");
  return dot;
}

DotGraph read_own_dot(std::string_view dot) {
  const std::lock_guard hold(graphviz_lock());
  graphviz_context();
  agreseterrors();
  const std::string bytes(dot);
  const GraphHandle handle(agmemread(bytes.c_str()));
  if (!handle || agerrors() != 0) throw std::runtime_error("cgraph: the DOT could not be read");
  DotGraph graph;
  graph.name = agnameof(handle.get());
  graph.is_directed = agisdirected(handle.get()) != 0;
  const auto attributes_of = [&](int kind, void* object) {
    DotGraph::Attributes attributes;
    for (Agsym_t* s = agnxtattr(handle.get(), kind, nullptr); s != nullptr; s = agnxtattr(handle.get(), kind, s)) {
      const char* const value = agxget(object, s);
      if (value != nullptr && *value != '\0') attributes.emplace_back(s->name, value);
    }
    return attributes;
  };
  graph.attributes = attributes_of(AGRAPH, handle.get());
  std::map<Agnode_t*, std::uint32_t> number_of;
  for (Agnode_t* n = agfstnode(handle.get()); n != nullptr; n = agnxtnode(handle.get(), n)) {
    number_of[n] = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back({agnameof(n), attributes_of(AGNODE, n)});
  }
  for (Agnode_t* n = agfstnode(handle.get()); n != nullptr; n = agnxtnode(handle.get(), n)) {
    for (Agedge_t* e = agfstout(handle.get(), n); e != nullptr; e = agnxtout(handle.get(), e)) {
      const char* const key = agnameof(e);
      graph.ties.push_back({number_of[agtail(e)], number_of[aghead(e)], key == nullptr ? "" : key, attributes_of(AGEDGE, e)});
    }
  }
  return graph;
}

}  // namespace maillage
