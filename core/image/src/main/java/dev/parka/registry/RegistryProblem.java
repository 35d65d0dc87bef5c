package dev.parka.registry;

import dev.parka.runtime.ProblemId;

/** What can go wrong between this machine and a registry. */
public enum RegistryProblem implements ProblemId {
  /** No answer, or none but errors that pass, however often it was asked. */
  REGISTRY_UNREACHABLE,
  /** The registry does not let this user do that. */
  REGISTRY_REFUSED,
  /** The registry has no such repository, tag or blob. */
  NOT_IN_REGISTRY,
  /** An answer that no registry should give. */
  BAD_REGISTRY_ANSWER,
  /** Bytes that are not those that their digest names. */
  DAMAGED_DOWNLOAD,
  /** Something that no registry may be asked for, and that the cache lacks. */
  NOT_IN_CACHE,
  /** Plain HTTP where nobody allowed it. */
  INSECURE_REGISTRY,
  /** Credentials are configured and cannot be had. */
  NO_CREDENTIALS
}
