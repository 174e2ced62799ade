package dev.perfbudget.judge.acceptance;

import dev.perfbudget.model.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Recorded forks of real benchmarks, ten of each, and how they are split into two sides of which nothing or a known thing
 * changed.
 *
 * <p>Read from a gzipped CSV file: {@code benchmark,fork} and then values named by their window, {@code early0} to
 * {@code early9} and {@code late0} to {@code late9}.
 */
final class RecordedForks {

    /** All ways to take five of ten forks for the baseline, as bits. */
    static final List<Integer> SPLITS = IntStream.range(0, 1 << 10)
            .filter(bits -> Integer.bitCount(bits) == 5)
            .boxed()
            .toList();

    private final Map<String, List<double[]>> benchmarks;

    private RecordedForks(Map<String, List<double[]>> benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** What is done to a candidate's forks. */
    enum Change {
        NOTHING("nothing"),
        FIVE_PER_CENT("5 % slower: the threshold"),
        TEN_PER_CENT("10 % slower"),
        BURST("one slice of ten takes twice the time");

        private final String label;

        Change(String label) {
            this.label = label;
        }

        /** As docs/error-rates.md names it. */
        String label() {
            return label;
        }

        private double[] of(double[] fork, Random random) {
            var slow = this == BURST ? random.nextInt(fork.length) : -1;
            var changed = fork.clone();
            for (var i = 0; i < fork.length; i++) {
                changed[i] *= factor(i == slow);
            }
            return changed;
        }

        private double factor(boolean isSlowSlice) {
            return switch (this) {
                case NOTHING -> 1;
                case TEN_PER_CENT -> 1.1;
                case FIVE_PER_CENT -> 1.05;
                case BURST -> isSlowSlice ? 2 : 1;
            };
        }
    }

    /** Both sides of one benchmark. */
    record Split(Sample before, Sample after, boolean isChanged) {}

    /** The forks of one window of a file. */
    static RecordedForks read(Path file, String window) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var head = cells(lines.readLine());
            var columns = IntStream.range(0, head.length)
                    .filter(column -> head[column].startsWith(window))
                    .toArray();
            var forks = new LinkedHashMap<String, List<double[]>>();
            lines.lines().map(RecordedForks::cells).forEach(cells -> forks.computeIfAbsent(
                            cells[0], name -> new ArrayList<>())
                    .add(Arrays.stream(columns)
                            .mapToDouble(column -> Double.parseDouble(cells[column]))
                            .toArray()));
            return new RecordedForks(forks);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many benchmarks there are. */
    int count() {
        return benchmarks.size();
    }

    /**
     * All benchmarks, each split in the same way.
     *
     * @param baseline which forks are the baseline's, as bits
     * @param share of benchmarks whose candidate is changed, drawn by lot
     */
    List<Split> split(int baseline, Change change, double share, Random random) {
        return benchmarks.entrySet().stream()
                .map(benchmark -> split(
                        benchmark.getKey(),
                        benchmark.getValue(),
                        baseline,
                        random.nextDouble() < share,
                        change,
                        random))
                .toList();
    }

    private static Split split(
            String name, List<double[]> forks, int baseline, boolean isChanged, Change change, Random random) {
        var before = chosen(forks, fork -> (baseline >> fork & 1) == 1);
        var after = chosen(forks, fork -> (baseline >> fork & 1) == 0).stream()
                .map(fork -> isChanged ? change.of(fork, random) : fork)
                .toList();
        return new Split(sample(name, before), sample(name, after), isChanged);
    }

    private static List<double[]> chosen(List<double[]> forks, IntPredicate isChosen) {
        return IntStream.range(0, forks.size())
                .filter(isChosen)
                .mapToObj(forks::get)
                .toList();
    }

    private static Sample sample(String name, List<double[]> forks) {
        return Suite.sample(name, List.<double[][]>of(forks.toArray(double[][]::new)));
    }

    private static String[] cells(String line) {
        return line.split(",", -1);
    }
}
