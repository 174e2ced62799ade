package dev.perfbudget.model;

import java.util.Optional;

/**
 * Where a run's code came from. Everything is absent outside Git and CI.
 *
 * @param commit full hash; absent also where git could not say whether the code was that of the commit
 * @param dirty whether tracked files differed from the commit; without a commit, that git could not say
 * @param ciSystem by name: {@code GitHub Actions}
 * @param buildUrl of the CI build
 */
public record Provenance(
        Optional<String> commit,
        Optional<String> branch,
        boolean dirty,
        Optional<String> ciSystem,
        Optional<String> buildUrl) {}
