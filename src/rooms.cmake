# SPDX-License-Identifier: Apache-2.0
# The rooms of the house and the arrows between them (tested by tests/architecture).

# The catalogues of messages (.po, what translators edit) are compiled into the program.
add_executable(compile_catalogues src/language/build_tools/compile_catalogues.cpp)
target_link_libraries(compile_catalogues PRIVATE maillage_options)
file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/language/catalogue/*.po)
set(compiled_catalogues ${CMAKE_BINARY_DIR}/generated/compiled_catalogues.cpp)
add_custom_command(OUTPUT ${compiled_catalogues}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND compile_catalogues ${compiled_catalogues} ${catalogues}
  DEPENDS compile_catalogues ${catalogues} VERBATIM)

# Graphviz' own plugins are linked in: no search for plugins at run time, no fonts, the same bytes on every machine.
pkg_get_variable(graphviz_libdir libgvc libdir)
find_library(gvplugin_core NAMES libgvplugin_core.so.6 gvplugin_core PATHS ${graphviz_libdir}/graphviz REQUIRED)
find_library(gvplugin_neato NAMES libgvplugin_neato_layout.so.6 gvplugin_neato_layout PATHS ${graphviz_libdir}/graphviz REQUIRED)

maillage_room(files LIBRARIES ICU::uc ICU::i18n Threads::Threads PkgConfig::zip EXPAT::EXPAT)
maillage_room(model LIBRARIES Threads::Threads)
maillage_room(language ROOMS model LIBRARIES fmt::fmt ICU::uc ICU::i18n EXTRA_SOURCES ${compiled_catalogues})
maillage_room(tables ROOMS files LIBRARIES nlohmann_json::nlohmann_json fmt::fmt PkgConfig::xlsxwriter)
maillage_room(names ROOMS model LIBRARIES ICU::uc ICU::i18n)

# The reference registry (data/registry) in a compact form, laid into the program by the assembler: no parsing at run
# time, no file to find, and no array of millions of numbers for the compiler.
add_executable(compile_registry src/registry/build_tools/compile_registry.cpp src/registry/name_reading.cpp)
target_link_libraries(compile_registry PRIVATE maillage_names maillage_tables)
file(GLOB registry_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/registry/*.csv)
set(compact_registry ${CMAKE_BINARY_DIR}/generated/registry.bin)
set(embedded_registry ${CMAKE_BINARY_DIR}/generated/embedded_registry.cpp)
add_custom_command(OUTPUT ${compact_registry}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND compile_registry ${compact_registry} ${CMAKE_SOURCE_DIR}/data/registry
  DEPENDS compile_registry ${registry_tables} VERBATIM)
configure_file(src/registry/build_tools/embedded_registry.cpp.in ${embedded_registry} @ONLY)
set_source_files_properties(${embedded_registry} PROPERTIES OBJECT_DEPENDS ${compact_registry})
maillage_room(registry ROOMS names model EXTRA_SOURCES ${embedded_registry})

maillage_room(records ROOMS registry names tables files model LIBRARIES fmt::fmt nlohmann_json::nlohmann_json)

# What releases are read by (data/lexicon), laid into the program in the same way.
file(GLOB lexicon_tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/lexicon/*/*.csv)
set(lexicon_bytes "")
set(lexicon_rows "")
set(lexicon_symbols "")
foreach(table ${lexicon_tables})
  get_filename_component(name ${table} NAME_WE)
  get_filename_component(folder ${table} DIRECTORY)
  get_filename_component(language ${folder} NAME)
  set(symbol maillage_lexicon_${language}_${name})
  string(APPEND lexicon_bytes "BYTES_OF(${symbol}, \"${table}\")\n")
  string(APPEND lexicon_symbols "extern const char ${symbol}_begin, ${symbol}_end;\n")
  string(APPEND lexicon_rows "    {\"${language}\", \"${name}\", &${symbol}_begin, &${symbol}_end},\n")
endforeach()
set(embedded_tables ${CMAKE_BINARY_DIR}/generated/embedded_tables.cpp)
configure_file(src/documents/build_tools/embedded_tables.cpp.in ${embedded_tables} @ONLY)
set_source_files_properties(${embedded_tables} PROPERTIES OBJECT_DEPENDS "${lexicon_tables}")
maillage_room(documents ROOMS registry names tables files model LIBRARIES ICU::uc ICU::i18n LibXml2::LibXml2
  nlohmann_json::nlohmann_json fmt::fmt
  EXTRA_SOURCES ${embedded_tables})

maillage_room(network ROOMS model LIBRARIES Boost::headers)
maillage_room(results)
maillage_room(analysis ROOMS results network model LIBRARIES Boost::headers Eigen3::Eigen OpenMP::OpenMP_CXX)
maillage_room(drawing ROOMS results network model language LIBRARIES PkgConfig::graphviz ${gvplugin_core} ${gvplugin_neato}
  PkgConfig::rsvg fmt::fmt)
maillage_room(exchange ROOMS results network model files tables LIBRARIES nlohmann_json::nlohmann_json fmt::fmt)
maillage_room(report ROOMS results network model tables language LIBRARIES fmt::fmt)
maillage_room(cli UNITY ROOMS report exchange drawing analysis network results documents records registry names tables language files model
  LIBRARIES CLI11::CLI11 fmt::fmt nlohmann_json::nlohmann_json)
# What commands do themselves is small: nothing in them is hot, and CLI11 is costly to optimise.
target_compile_options(maillage_cli PRIVATE $<$<CONFIG:Release>:-O1>)

add_executable(maillage src/main.cpp)
target_link_libraries(maillage PRIVATE maillage_cli)
set_target_properties(maillage PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}
  BUILD_RPATH ${graphviz_libdir}/graphviz INSTALL_RPATH ${graphviz_libdir}/graphviz)
