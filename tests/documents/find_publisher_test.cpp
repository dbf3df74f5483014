// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "documents/read_text.hpp"

namespace maillage::documents {
namespace {

constexpr std::string_view kNews =
    "\n\nLa bibliothèque rouvre ses portes après dix mois de travaux. Les lecteurs y trouveront deux salles de plus, "
    "un jardin et un café.\n";

std::string publisher(std::string_view head, std::string_view foot = "") {
  return read_text(std::string(head) + std::string(kNews) + std::string(foot)).publisher.value;
}

TEST(Publisher, LetterheadAloneOrWithAService) {
  EXPECT_EQ(publisher("Ville de Kersaint\nCommuniqué de presse"), "Ville de Kersaint");
  EXPECT_EQ(publisher("Université de Montgrive – Direction de la communication"), "Université de Montgrive");
}

TEST(Publisher, BulletinAndMailName) {
  EXPECT_EQ(publisher("LE FIL\nLa lettre de l'Université de Montgrive – n° 12 – mai 2024"), "Université de Montgrive");
  EXPECT_EQ(publisher("De : Service communication, Université de Montgrive\nObjet : réouverture"),
            "Université de Montgrive");
}

TEST(Publisher, PressContactAtTheEnd) {
  EXPECT_EQ(publisher("La bibliothèque rouvre", "\nContact presse : Anne Tanguy, Université de Montgrive\n"),
            "Université de Montgrive");
}

TEST(Publisher, ATitleThatTellsSomethingIsNoLetterhead) {
  EXPECT_EQ(publisher("La Ville de Kersaint et la Fondation Orlande signent une convention"), "");
}

TEST(Publisher, AJointReleaseHasNone) {
  EXPECT_EQ(publisher("Communiqué de presse commun\nVille de Kersaint – Fondation Orlande").size(), 0U);
}

}  // namespace
}  // namespace maillage::documents
