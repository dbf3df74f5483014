// SPDX-License-Identifier: Apache-2.0
#include "drawing/raster.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <stdexcept>

namespace maillage {
namespace {

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;
using Context = std::unique_ptr<cairo_t, Unref>;
using Surface = std::unique_ptr<cairo_surface_t, Unref>;

[[noreturn]] void fail(GError* error) {
  const std::string message = error ? error->message : "the drawing cannot be rendered";
  g_clear_error(&error);
  throw std::runtime_error(message);
}

// Without a base address librsvg refuses every reference to another file.
Handle read(std::string_view svg) {
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (!handle) fail(error);
  rsvg_handle_set_dpi(handle.get(), 96);
  return handle;
}

struct Size {
  double width = 0, height = 0;
};
Size size_of(RsvgHandle* handle) {
  Size size;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) || !(size.width > 0) ||
      !(size.height > 0)) {
    throw std::runtime_error("the drawing has no size");
  }
  return size;
}

void render(RsvgHandle* handle, cairo_t* context, Size size) {
  const RsvgRectangle all{0, 0, size.width, size.height};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(handle, context, &all, &error)) fail(error);
}

cairo_status_t append(void* text, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

}  // namespace

std::string png_of(std::string_view svg, double scale) {
  const auto handle = read(svg);
  const auto size = size_of(handle.get());
  const double width = std::ceil(size.width * scale), height = std::ceil(size.height * scale);
  if (!(width >= 1 && height >= 1 && width <= 30'000 && height <= 30'000)) {
    throw std::runtime_error("the picture is too large for PNG");
  }
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
  require(cairo_surface_status(surface.get()));
  const Context context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  render(handle.get(), context.get(), size);
  std::string png;
  require(cairo_surface_write_to_png_stream(surface.get(), append, &png));
  return png;
}

std::string pdf_of(std::string_view svg) {
  constexpr double kPointsPerPx = 0.75;
  const auto handle = read(svg);
  const auto size = size_of(handle.get());
  std::string pdf;
  const Surface surface(
      cairo_pdf_surface_create_for_stream(append, &pdf, size.width * kPointsPerPx, size.height * kPointsPerPx));
  require(cairo_surface_status(surface.get()));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  const Context context(cairo_create(surface.get()));
  cairo_scale(context.get(), kPointsPerPx, kPointsPerPx);
  render(handle.get(), context.get(), size);
  cairo_show_page(context.get());
  cairo_surface_finish(surface.get());
  require(cairo_surface_status(surface.get()));
  return pdf;
}

}  // namespace maillage
