package dev.perfbudget.model;

import java.util.Optional;

/**
 * Where a run's code came from. Everything is absent outside Git and CI.
 *
 * @param commit full hash
 * @param dirty whether tracked files differed from the commit
 * @param ciSystem by name: {@code GitHub Actions}
 * @param buildUrl of the CI build
 */
public record Provenance(
        Optional<String> commit,
        Optional<String> branch,
        boolean dirty,
        Optional<String> ciSystem,
        Optional<String> buildUrl) {}
