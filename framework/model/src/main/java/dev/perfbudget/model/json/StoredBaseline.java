package dev.perfbudget.model.json;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The content of {@code baseline.json}. */
record StoredBaseline(int schema, List<EnvironmentClass> classes) {

    private static final int DIGITS = 5;

    StoredBaseline {
        classes = List.copyOf(required(classes, "classes"));
    }

    /** As it is written: in an order that does not depend on that of measuring. */
    static StoredBaseline of(AcceptedSessions accepted) {
        return new StoredBaseline(
                Json.SCHEMA,
                accepted.byClass().entrySet().stream()
                        .map(ofClass -> new EnvironmentClass(
                                ofClass.getKey(),
                                ofClass.getValue().stream()
                                        .map(StoredSession::of)
                                        .toList()))
                        .toList());
    }

    private static <T> T required(T value, String name) {
        return Objects.requireNonNull(value, "[" + name + "] is missing");
    }

    /** The sessions of one environment class, named by its defining facts. */
    record EnvironmentClass(Map<String, String> environment, List<StoredSession> sessions) {

        EnvironmentClass {
            environment = Collections.unmodifiableMap(new TreeMap<>(required(environment, "environment")));
            sessions = List.copyOf(required(sessions, "sessions"));
        }
    }

    /** An accepted run. */
    record StoredSession(Instant start, Optional<String> commit, List<StoredSample> samples) {

        StoredSession {
            required(start, "start");
            samples = List.copyOf(required(samples, "samples"));
        }

        static StoredSession of(AcceptedSession session) {
            return new StoredSession(
                    session.start(),
                    session.commit(),
                    session.samples().stream()
                            .sorted(Comparator.comparing(sample -> sample.key().toString()))
                            .map(StoredSample::of)
                            .toList());
        }
    }

    /**
     * What it measured of one metric of one benchmark.
     *
     * @param forks values of the iterations that count, fork by fork
     * @param unsteady which forks were not steady, from 0; absent if all were
     * @param harness how much of each fork's values may be the harness's own; absent if nothing is
     */
    record StoredSample(
            String benchmark,
            BenchmarkMode mode,
            Map<String, String> params,
            String metric,
            Unit unit,
            Optional<String> workload,
            List<List<Double>> forks,
            Optional<List<Integer>> unsteady,
            Optional<List<Double>> harness) {

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

        /** Of a session that is kept. */
        static StoredSample of(Sample sample) {
            var forks = sample.sessions().stream()
                    .flatMap(session -> session.forks().stream())
                    .toList();
            var notSteady = IntStream.range(0, forks.size())
                    .filter(index -> !forks.get(index).steady())
                    .boxed()
                    .toList();
            return new StoredSample(
                    sample.id().benchmark(),
                    sample.mode().orElseThrow(),
                    sample.id().params(),
                    sample.id().metric(),
                    sample.unit(),
                    sample.workload(),
                    forks.stream()
                            .map(fork -> fork.values().stream()
                                    .map(value -> rounded(value, sample.unit()))
                                    .toList())
                            .toList(),
                    Optional.of(notSteady).filter(found -> !found.isEmpty()),
                    Optional.of(harness(forks, sample.unit()))
                            .filter(found -> found.stream().anyMatch(share -> share > 0)));
        }

        private static List<Double> harness(List<ForkSample> forks, Unit unit) {
            return forks.stream().map(fork -> rounded(fork.harness(), unit)).toList();
        }

        /** Memory at least to the byte, for allocation is exact. */
        private static double rounded(double value, Unit unit) {
            if (!Double.isFinite(value)) {
                return value;
            }
            var exact = new BigDecimal(value);
            var rounded = exact.round(new MathContext(DIGITS));
            return unit.dimension() == Dimension.MEMORY && rounded.scale() < 0
                    ? exact.setScale(0, RoundingMode.HALF_UP).doubleValue()
                    : rounded.doubleValue();
        }

        /** What cannot be about it, in words. */
        Optional<String> wrong() {
            if (forks.isEmpty() || forks.stream().anyMatch(List::isEmpty)) {
                return Optional.of("has a fork without values. Accept a run again.");
            }
            if (unsteady.orElse(List.of()).stream().anyMatch(index -> index < 0 || index >= forks.size())) {
                return Optional.of("has [unsteady] forks that it does not have. Is the file changed by hand?");
            }
            if (harness.filter(shares -> !isOfForks(shares)).isPresent()) {
                return Optional.of("has [harness] " + harness.get()
                        + ", which is not a number of at least zero for each fork. Is the file changed by hand?");
            }
            return forks.stream()
                    .flatMap(List::stream)
                    .filter(value -> value < 0 || Double.isInfinite(value))
                    .findFirst()
                    .map(value ->
                            "has the value [" + value + "], which no measurement is. Is the file changed by hand?");
        }

        private boolean isOfForks(List<Double> shares) {
            return shares.size() == forks.size()
                    && shares.stream().allMatch(share -> share >= 0 && Double.isFinite(share));
        }

        Sample toSample() {
            var notSteady = unsteady.orElse(List.of());
            var samples = IntStream.range(0, forks.size())
                    .mapToObj(index -> new ForkSample(
                            forks.get(index),
                            !notSteady.contains(index),
                            harness.map(shares -> shares.get(index)).orElse(0.0)))
                    .toList();
            return new Sample(id(), Optional.of(mode), unit, workload, List.of(new Session(samples)));
        }
    }
}
