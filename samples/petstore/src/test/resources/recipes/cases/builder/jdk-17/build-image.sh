#!/bin/sh
# Written by Parka: builds shop:latest without multi-stage builds, in two images.
#   sh build-image.sh [image]
# ENGINE is the engine, docker by default, with options; BUILD_OPTIONS are those of its builds;
# CONTEXT is the build context, by default the directory of this file.
set -eu
engine=${ENGINE:-docker}
image=${1:-shop:latest}
here=$(dirname "$0")
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
$engine build ${BUILD_OPTIONS:-} --tag "$image-builder" --file "$here/Dockerfile.builder" "${CONTEXT:-$here}"
container=$($engine create "$image-builder" none)
for directory in app empty linked rootfs; do
  $engine cp "$container:/$directory" "$made/$directory"
done
$engine rm "$container" > /dev/null
$engine build ${BUILD_OPTIONS:-} --tag "$image" --file "$here/Dockerfile" "$made"
