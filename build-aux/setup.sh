# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# What run, check and check-bare share: the names of the Debian packages, how
# they are installed, and how a build folder is made. Sourced, never run; the
# caller has changed to the top of the tree and set -eu.

# To build and to open the window. Fonts and icons are among them because
# without them the window opens, but with boxes instead of Chinese.
# shellcheck disable=SC2034 # used by run and check
BUILD_PACKAGES="meson ninja-build gcc g++ libc6-dev pkg-config gettext
  libgtk-4-dev libadwaita-1-dev libjson-glib-dev libicu-dev libstemmer-dev
  libgumbo-dev libcld2-dev libuchardet-dev libseccomp-dev libxlsxwriter-dev libminizip-dev
  libarchive-dev libxml2-dev libpango1.0-dev libcairo2-dev libqpdf-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev
  libpoppler-cpp-dev poppler-data
  desktop-file-utils shared-mime-info
  adwaita-icon-theme librsvg2-common
  fonts-cantarell fonts-noto-core fonts-noto-cjk"

# Besides those, to test.
# shellcheck disable=SC2034 # used by check
TEST_PACKAGES="xvfb xauth xdotool dbus dbus-x11 x11-utils imagemagick
  at-spi2-core gir1.2-atspi-2.0 python3 python3-gi python3-jsonschema
  libgtk-4-bin libglib2.0-bin libxml2-utils appstream poppler-utils qpdf"

# What pkg-config must know where Debian's package manager is not there to ask.
BUILD_MODULES="gtk4>=4.8 libadwaita-1>=1.2 json-glib-1.0>=1.6 icu-uc icu-i18n
  gumbo uchardet libseccomp xlsxwriter minizip libarchive libxml-2.0
  pangocairo>=1.50 cairo-pdf libqpdf libcmark-gfm
  poppler-cpp"
BUILD_PROGRAMS="meson ninja cc c++ pkg-config msgfmt
  update-desktop-database update-mime-database"

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "${0##*/}: $*"
  exit 1
}

# One line, so that lists broken over lines above print well.
flat ()
{
  # shellcheck disable=SC2086 # the split is the purpose
  set -- $1
  printf '%s' "$*"
}

# missing_packages LIST: prints the packages of LIST that are not installed.
missing_packages ()
{
  # shellcheck disable=SC2086
  have=$(dpkg-query -W -f '${db:Status-Abbrev}|${Package}\n' $1 2>/dev/null || true)
  for package in $1; do
    printf '%s\n' "$have" | grep -q "^ii *|$package\$" || printf '%s\n' "$package"
  done
}

# What a build would lack, by the names that every distribution shares.
missing_modules ()
{
  for program in $BUILD_PROGRAMS; do
    command -v "$program" >/dev/null 2>&1 || printf '%s\n' "$program"
  done
  for module in $BUILD_MODULES; do
    pkg-config --exists "$(printf '%s' "$module" | sed 's/>=/ >= /')" 2>/dev/null ||
      printf '%s\n' "$module"
  done
}

as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    say "Neither root nor sudo is here. As root, run:"
    say "  $*"
    return 1
  fi
}

install_packages ()
{
  as_root apt-get update &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "$@"
}

# ensure_packages LIST: installs what is missing of LIST. Where that cannot be
# done it names the packages, and goes on if the libraries are there anyway.
ensure_packages ()
{
  if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    missing=$(missing_packages "$1")
    [ -n "$missing" ] || return 0
    say "Installing: $(flat "$missing")"
    # shellcheck disable=SC2086
    if install_packages $missing >&2; then
      return 0
    fi
    say "Not installed: $(flat "$missing")"
  else
    say "Packages needed, by their Debian names: $(flat "$1")"
  fi
  missing=$(missing_modules)
  [ -z "$missing" ] || die "still missing, by the names of pkg-config: $(flat "$missing")"
  say "The libraries are here; going on."
}

# is_configured FOLDER: it was set up here, or by somebody's own meson setup. One
# that was moved or copied here is not: it would build the other place.
is_configured ()
{
  [ -f "$1/build.ninja" ] || return 1
  [ -f "$1/.accord-setup" ] || return 0
  case $(cat "$1/.accord-setup") in
    "$PWD "*) return 0 ;;
    *) return 1 ;;
  esac
}

# configure FOLDER [OPTION…]: sets the build folder up. Does nothing when it was
# set up in this place with these options; ninja sees to changed build files.
configure ()
{
  folder=$1
  shift
  stamp="$folder/.accord-setup"
  if ! is_configured "$folder"; then
    [ ! -f "$stamp" ] || rm -rf "$folder"
    meson setup "$@" "$folder" >&2 || return 1
  elif [ "$(cat "$stamp" 2>/dev/null)" != "$PWD $*" ]; then
    meson setup --reconfigure "$@" "$folder" >&2 || return 1
  fi
  printf '%s\n' "$PWD $*" >"$stamp"
}
