package dev.perfbudget.judge.acceptance;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often one of ten benchmarks that is slower is found beside stored sessions of five forks, which vary by 3 %. Sessions
 * shift all ten alike, and alpha speaks of all ten together.
 *
 * @param ratio how much slower
 * @param apart standard deviation between sessions, in per cent
 */
record FoundBySessions(double ratio, int apart) {

    /** Numbers of stored sessions. */
    static final List<Integer> STORED = List.of(1, 2, 3, 4, 5, 10);

    private static final int BENCHMARKS = 10;
    private static final int FORKS = 5;
    private static final double SPREAD = 0.03;
    private static final ComparisonRules RULES = ComparisonRules.DEFAULT.withSuite(SuiteControl.HOLM);

    /** Of so many suites the number in which it is found, for each number of sessions, beside the same candidates. */
    List<Integer> among(int suites) {
        var random = new Random(1000L * apart + Math.round(100 * ratio));
        var found = new int[STORED.size()];
        for (var suite = 0; suite < suites; suite++) {
            var sessions = IntStream.rangeClosed(0, 10)
                    .mapToObj(session -> session(session == 0 ? ratio : 1, random))
                    .toList();
            for (var i = 0; i < found.length; i++) {
                found[i] += isFound(sessions.get(0), sessions.subList(1, 1 + STORED.get(i))) ? 1 : 0;
            }
        }
        return IntStream.of(found).boxed().toList();
    }

    /** A row for each distance between sessions and each slowdown. */
    static String table(int suites) {
        return STORED.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(
                                " | ",
                                suites + " suites a cell.\n\n| sessions | slower by | ",
                                " |\n|---|---|---|---|---|---|---|---|\n"))
                + Stream.of(0, 1, 2, 3, 5)
                        .flatMap(apart -> Stream.of(1.1, 1.2, 1.3).map(ratio -> new FoundBySessions(ratio, apart)))
                        .map(situation -> situation.row(suites))
                        .collect(Collectors.joining());
    }

    private String row(int suites) {
        return among(suites).stream()
                .map(found -> String.format(Locale.ROOT, "%.0f %%", 100.0 * found / suites))
                .collect(Collectors.joining(
                        " | ", "| " + apart + " % apart | " + Math.round(100 * ratio - 100) + " % | ", " |\n"));
    }

    private static boolean isFound(List<double[][]> candidate, List<List<double[][]>> stored) {
        var suite = new Suite(RULES);
        for (var i = 0; i < BENCHMARKS; i++) {
            var benchmark = i;
            suite.with(
                    stored.stream().map(session -> session.get(benchmark)).toList(),
                    List.<double[][]>of(candidate.get(benchmark)));
        }
        return suite.verdicts().get(0).kind() == Kind.REGRESSED;
    }

    /** Forks of all benchmarks, of which the first is slower. */
    private List<double[][]> session(double first, Random random) {
        var level = Math.exp(0.01 * apart * random.nextGaussian());
        var benchmarks = new ArrayList<double[][]>();
        for (var i = 0; i < BENCHMARKS; i++) {
            var slower = i == 0 ? first : 1;
            benchmarks.add(Suite.times(IntStream.range(0, FORKS)
                    .mapToDouble(fork -> slower * level * Math.exp(SPREAD * random.nextGaussian()))
                    .toArray()));
        }
        return benchmarks;
    }
}
