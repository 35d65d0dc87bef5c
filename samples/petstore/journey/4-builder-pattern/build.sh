#!/bin/sh
# build.sh <context> <image>: the builder pattern, for engines without multi-stage builds.
set -eu
here=$(dirname "$0")
context=$1 image=$2

docker build --no-cache --network=none --file "$here/Dockerfile.build" --tag "$image-build" "$context"
container=$(docker create "$image-build" true)
docker cp "$container:/build/petstore.jar" "$context/petstore.jar"
docker rm "$container"
docker build --no-cache --network=none --file "$here/Dockerfile" --tag "$image" "$context"
rm "$context/petstore.jar"
