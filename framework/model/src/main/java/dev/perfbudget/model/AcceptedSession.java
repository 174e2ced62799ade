package dev.perfbudget.model;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was accepted in one go as what the code costs on one kind of machine: the runs of one build.
 *
 * @param environment the facts that define the environment class
 * @param start of the first run: names the session within its class
 * @param commit what was measured, where that is known
 * @param samples no two of the same id and mode, each with one session
 */
public record AcceptedSession(
        Map<String, String> environment, Instant start, Optional<String> commit, List<Sample> samples) {

    public AcceptedSession {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        samples = List.copyOf(samples);
        var seen = new HashSet<SampleKey>();
        samples.stream().filter(sample -> !seen.add(sample.key())).findFirst().ifPresent(sample -> {
            throw new IllegalArgumentException("The session of " + start + " has [" + sample.id() + "] twice");
        });
    }

    /** The same with other samples. */
    public AcceptedSession withSamples(List<Sample> others) {
        return new AcceptedSession(environment, start, commit, others);
    }

    /** The sample of this id and mode, if it has one. */
    public Optional<Sample> sample(SampleKey key) {
        return samples.stream().filter(sample -> sample.key().equals(key)).findFirst();
    }

    /**
     * As one side of a comparison.
     *
     * @param source where it was read from, for messages
     */
    public Measurements measurements(String source) {
        return new Measurements(
                source,
                samples,
                Optional.of(new Environment(environment, Map.of())),
                Optional.of(start),
                commit,
                List.of());
    }
}
