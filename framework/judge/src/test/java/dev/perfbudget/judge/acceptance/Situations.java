package dev.perfbudget.judge.acceptance;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All situations of which docs/error-rates.md says how often a verdict is wrong. */
final class Situations {

    private static final int[] FORKS = {3, 5, 10, 30};
    private static final int USUAL_FORKS = 5;
    private static final double SPREAD = 0.03;

    private Situations() {}

    /** In the order of the document. */
    static List<Situation> all() {
        return Stream.of(unpaired(), paired(), unlike(), suites(), sessions())
                .flatMap(situations -> situations)
                .toList();
    }

    private static Stream<Situation> unpaired() {
        return shapes("Unpaired", ComparisonRules.DEFAULT.withSessionSd(0));
    }

    private static Stream<Situation> paired() {
        return shapes("Paired", ComparisonRules.DEFAULT.withDesign(Design.PAIRED));
    }

    private static Stream<Situation> shapes(String design, ComparisonRules rules) {
        return Arrays.stream(ForkShape.values()).flatMap(shape -> Arrays.stream(FORKS)
                .mapToObj(forks -> new Situation(
                        design, shape.label(), String.valueOf(forks), 1, (ratio, random) -> new Suite(rules)
                                .with(shape.forks(forks, 1, random), shape.forks(forks, ratio, random)))));
    }

    private static Stream<Situation> unlike() {
        var counts = Stream.of(
                        new int[] {1, 5}, new int[] {3, 10}, new int[] {10, 3}, new int[] {5, 10}, new int[] {10, 30})
                .map(sides -> unlike("as noisy on both sides", sides[0], sides[1], 1));
        var spreads = Arrays.stream(FORKS).mapToObj(forks -> unlike("candidate 4 times as noisy", forks, forks, 4));
        return Stream.concat(counts, spreads);
    }

    private static Situation unlike(String shape, int before, int after, double times) {
        return new Situation(
                "Unlike sides",
                shape,
                before == after ? String.valueOf(before) : before + " v " + after,
                1,
                (ratio, random) -> Suite.withoutSessions()
                        .with(
                                ForkShape.normal(before, 1, SPREAD, random),
                                ForkShape.normal(after, ratio, SPREAD * times, random)));
    }

    private static Stream<Situation> suites() {
        var withOneNoisy = Stream.of(1, 2, 3, 10)
                .map(times -> new Situation(
                        "In a suite of 20",
                        times == 1 ? "all alike" : "the others " + times + " times less noisy",
                        String.valueOf(USUAL_FORKS),
                        8,
                        (ratio, random) -> suite(ratio, times, random)));
        var spread = new Situation(
                "In a suite of 20",
                "spread of each log-normal around 3 %",
                String.valueOf(USUAL_FORKS),
                8,
                Situations::suiteOfSpreads);
        return Stream.concat(withOneNoisy, Stream.of(spread));
    }

    private static Suite suite(double ratio, int times, Random random) {
        var suite = Suite.withoutSessions();
        for (var benchmark = 0; benchmark < 20; benchmark++) {
            add(suite, ratio, benchmark == 0 ? SPREAD : SPREAD / times, random);
        }
        return suite;
    }

    private static Suite suiteOfSpreads(double ratio, Random random) {
        var suite = Suite.withoutSessions();
        for (var benchmark = 0; benchmark < 20; benchmark++) {
            add(suite, ratio, SPREAD * Math.exp(random.nextGaussian()), random);
        }
        return suite;
    }

    private static void add(Suite suite, double ratio, double spread, Random random) {
        suite.with(
                ForkShape.normal(USUAL_FORKS, 1, spread, random), ForkShape.normal(USUAL_FORKS, ratio, spread, random));
    }

    private static Stream<Situation> sessions() {
        return Stream.of(1, 2, 3, 5, 10)
                .flatMap(stored -> Stream.of(0, 1, 3, 5).map(perCent -> sessions(stored, perCent)));
    }

    private static Situation sessions(int stored, int perCent) {
        return new Situation(
                "Sessions",
                "sessions " + perCent + " % apart",
                USUAL_FORKS + " in each of " + stored + " v 1",
                1,
                (ratio, random) -> new Suite(ComparisonRules.DEFAULT)
                        .with(sessions(stored, 1, perCent, random), sessions(1, ratio, perCent, random)));
    }

    private static List<double[][]> sessions(int count, double ratio, int perCent, Random random) {
        return IntStream.range(0, count)
                .mapToObj(session -> ratio * Math.exp(0.01 * perCent * random.nextGaussian()))
                .map(level -> ForkShape.normal(USUAL_FORKS, level, SPREAD, random))
                .toList();
    }
}
