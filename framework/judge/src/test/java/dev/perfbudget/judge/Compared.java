package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** One side of a comparison whose samples a test writes down or draws. */
final class Compared {

    static final ComparisonRules ONE_SESSION = ComparisonRules.DEFAULT.withSessionSd(0);

    private final String source;
    private final List<Sample> samples = new ArrayList<>();
    private Optional<Environment> environment = Optional.empty();

    private Compared(String source) {
        this.source = source;
    }

    static Compared side(String source) {
        return new Compared(source);
    }

    /** A side with a benchmark of times, one a fork. */
    static Compared times(double... forks) {
        return side("times").with("mean", Unit.NANOSECONDS, forks);
    }

    /** A side with a benchmark of allocated bytes, one a fork. */
    static Compared bytes(double... forks) {
        return side("bytes").with("allocation", Unit.BYTES, forks);
    }

    Compared with(String metric, Unit unit, double... forks) {
        return with("com.acme.JsonBench.parse", metric, unit, session(forks));
    }

    Compared with(String benchmark, String metric, Unit unit, Session... sessions) {
        return with(benchmark, metric, unit, Optional.of(BenchmarkMode.AVERAGE_TIME), Optional.empty(), sessions);
    }

    Compared with(
            String benchmark,
            String metric,
            Unit unit,
            Optional<BenchmarkMode> mode,
            Optional<String> workload,
            Session... sessions) {
        samples.add(new Sample(new SampleId(benchmark, Map.of(), metric), mode, unit, workload, List.of(sessions)));
        return this;
    }

    Compared on(Map<String, String> facts) {
        environment = Optional.of(new Environment(facts, Map.of()));
        return this;
    }

    Measurements measurements() {
        return new Measurements(source, samples, environment, List.of());
    }

    SuiteVerdict against(Compared baseline, ComparisonRules rules) {
        return new Comparer(rules).compare(List.of(baseline.measurements()), List.of(measurements()));
    }

    /** The verdict of the only sample. */
    SampleVerdict verdict(Compared baseline, ComparisonRules rules) {
        return only(against(baseline, rules));
    }

    static SampleVerdict only(SuiteVerdict suite) {
        var verdicts = suite.comparison().orElseThrow().verdicts();
        if (verdicts.size() != 1) {
            throw new IllegalStateException("There is not one sample but " + verdicts.size());
        }
        return verdicts.get(0);
    }

    /** A session of forks of one value each. */
    static Session session(double... forks) {
        return new Session(Arrays.stream(forks).mapToObj(Compared::fork).toList());
    }

    static ForkSample fork(double... values) {
        return new ForkSample(Arrays.stream(values).boxed().toList(), true);
    }

    /** A session of forks of twenty values each, with log-normal noise between forks and within. */
    static Session noisy(Random random, double level, int forks, double between, double within) {
        return new Session(IntStream.range(0, forks)
                .mapToObj(fork -> level * Math.exp(between * random.nextGaussian()))
                .map(location -> fork(IntStream.range(0, 20)
                        .mapToDouble(i -> location * Math.exp(within * random.nextGaussian()))
                        .toArray()))
                .toList());
    }

    /** A side with one benchmark of one such session. */
    static Compared noisySide(Random random, double level, int forks, double between) {
        return side("noisy")
                .with("com.acme.JsonBench.parse", "mean", Unit.NANOSECONDS, noisy(random, level, forks, between, 0.02));
    }
}
