package dev.perfbudget.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine and the forks on it at one time: one line of a run's {@code resources.jsonl}.
 *
 * @param time by the wall clock, which may jump
 * @param elapsed since sampling started, by the monotonic clock
 * @param system by the labels of {@link Resource}; increases and shares are since the line before
 * @param forks those that were alive
 */
public record ResourceSample(Instant time, Duration elapsed, Map<String, Double> system, List<OfFork> forks) {

    public ResourceSample {
        system = Collections.unmodifiableMap(new TreeMap<>(system));
        forks = List.copyOf(forks);
    }

    /**
     * One fork.
     *
     * @param pid of its process, which is a fact of its JVM in the fork's record
     */
    public record OfFork(long pid, Map<String, Double> resources) {

        public OfFork {
            resources = Collections.unmodifiableMap(new TreeMap<>(resources));
        }
    }
}
