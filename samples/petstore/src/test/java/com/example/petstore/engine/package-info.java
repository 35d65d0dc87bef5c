/**
 * Judges of the built image that were written by others: skopeo, umoci, podman, buildah and Docker,
 * each with stores of its own that are new for every test, since a warm store forgives a damaged
 * image. A store runs on the host's network with {@code PORT=0} and says which port it was given,
 * so that any number of tests can run beside each other.
 */
package com.example.petstore.engine;
