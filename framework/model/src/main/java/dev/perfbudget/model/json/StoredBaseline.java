package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The content of {@code baseline.json}. */
record StoredBaseline(int schema, List<EnvironmentClass> classes) {

    StoredBaseline {
        classes = List.copyOf(required(classes, "classes"));
    }

    private static <T> T required(T value, String name) {
        return Objects.requireNonNull(value, "[" + name + "] is missing");
    }

    /** The sessions of one environment class, named by its defining facts. */
    record EnvironmentClass(Map<String, String> environment, List<StoredSession> sessions) {

        EnvironmentClass {
            environment = Map.copyOf(required(environment, "environment"));
            sessions = List.copyOf(required(sessions, "sessions"));
        }
    }

    /** An accepted run. */
    record StoredSession(Instant start, Optional<String> commit, List<StoredSample> samples) {

        StoredSession {
            required(start, "start");
            samples = List.copyOf(required(samples, "samples"));
        }
    }

    /**
     * What it measured of one metric of one benchmark.
     *
     * @param forks values of the iterations that count, fork by fork
     * @param unsteady which forks were not steady, from 0; absent if all were
     */
    record StoredSample(
            String benchmark,
            BenchmarkMode mode,
            Map<String, String> params,
            String metric,
            Unit unit,
            Optional<String> workload,
            List<List<Double>> forks,
            Optional<List<Integer>> unsteady) {

        StoredSample {
            required(benchmark, "benchmark");
            required(mode, "mode");
            required(params, "params");
            required(metric, "metric");
            required(unit, "unit");
            forks = required(forks, "forks").stream().map(List::copyOf).toList();
        }

        SampleId id() {
            return new SampleId(benchmark, params, metric);
        }

        /** What cannot be about it, in words. */
        Optional<String> wrong() {
            if (forks.isEmpty() || forks.stream().anyMatch(List::isEmpty)) {
                return Optional.of("has a fork without values. Accept a run again.");
            }
            if (unsteady.orElse(List.of()).stream().anyMatch(index -> index < 0 || index >= forks.size())) {
                return Optional.of("has [unsteady] forks that it does not have. Is the file changed by hand?");
            }
            return forks.stream()
                    .flatMap(List::stream)
                    .filter(value -> value < 0 || Double.isInfinite(value))
                    .findFirst()
                    .map(value ->
                            "has the value [" + value + "], which no measurement is. Is the file changed by hand?");
        }

        Sample toSample() {
            var notSteady = unsteady.orElse(List.of());
            var samples = IntStream.range(0, forks.size())
                    .mapToObj(index -> new ForkSample(forks.get(index), !notSteady.contains(index)))
                    .toList();
            return new Sample(id(), Optional.of(mode), unit, workload, List.of(new Session(samples)));
        }
    }
}
