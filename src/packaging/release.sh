#!/bin/bash
# Completes a folder of packages: manifests for winget, Homebrew and Flathub, and SHA256SUMS. The text of the release goes
# to target/release-notes.md.
#   src/packaging/release.sh VERSION FOLDER
set -euo pipefail
version=$1
folder=$2
sources=$(dirname "$0")
home=$(sed -n 's|.*HOME = "\(.*\)";|\1|p' "$sources/../main/java/org/ringback/words/ProgramText.java")
downloads=$home/releases/download/v$version

sum() { sha256sum "$folder/$1" | cut -d ' ' -f 1; }

msi=ringback-$version-windows-x64.msi
arm=ringback-$version-macos-arm64.dmg
intel=ringback-$version-macos-x64.dmg
tar=ringback-$version-linux-amd64.tar.gz

for file in "$msi" "$arm" "$intel" "$tar"; do
    if [ ! -f "$folder/$file" ]; then
        echo "Not in $folder, and named by a manifest: $file" >&2
        exit 1
    fi
done

fill() {
    sed -e "s|@VERSION@|$version|g" -e "s|@HOME@|$home|g" \
        -e "s|@MSI@|$downloads/$msi|g" -e "s|@MSI_SHA256@|$(sum "$msi" | tr a-f A-F)|g" \
        -e "s|@DMG_ARM_SHA256@|$(sum "$arm")|g" -e "s|@DMG_INTEL_SHA256@|$(sum "$intel")|g" \
        -e "s|@TAR@|$downloads/$tar|g" -e "s|@TAR_SHA256@|$(sum "$tar")|g" \
        "$1"
}

manifests=$(mktemp -d)
trap 'rm -rf "$manifests"' EXIT
for template in "$sources"/winget/*.yaml "$sources"/homebrew/*.rb "$sources"/flatpak/*.yaml; do
    fill "$template" >"$manifests/$(basename "$template")"
done
tar --sort=name --mtime='@0' --owner=0 --group=0 -C "$manifests" -czf "$folder/ringback-$version-manifests.tar.gz" .

# The part of the changelog that is about this version, else the newest.
mkdir -p target
changelog=$sources/../../.github/CHANGELOG.md
heading=$(awk -v version="$version" '$1 == "##" && $2 == version { print; exit }' "$changelog")
heading=${heading:-$(grep -m 1 '^## ' "$changelog")}
{
    awk -v heading="$heading" '/^## / { inside = ($0 == heading); next } inside' "$changelog"
    echo
    echo '### Sizes'
    echo
    (cd "$folder" && for file in *.deb *.rpm *linux*.tar.gz *.msi *.dmg; do
        [ ! -f "$file" ] || echo "- \`$file\`: $((($(stat -c %s "$file") + 500000) / 1000000)) MB"
    done)
    echo
    echo "How to install each of them: [README]($home#install)"
} >target/release-notes.md

(cd "$folder" && sha256sum -- * >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
