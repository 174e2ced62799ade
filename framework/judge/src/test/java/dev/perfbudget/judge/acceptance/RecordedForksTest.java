package dev.perfbudget.judge.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.acceptance.RecordedForks.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the judge finds in recorded forks of real benchmarks, five forks a side, threshold 5 %, alpha 1 %, without a session
 * component. The recordings are not ours to pass on: skipped without {@code -DrecordedForks=FILE}, see {@link
 * RecordedForks}. Profile {@code error-rates} writes the figures into docs/error-rates.md.
 */
@EnabledIfSystemProperty(named = RecordedForksTest.FILE, matches = ".+")
class RecordedForksTest {

    static final String FILE = "recordedForks";

    private static final boolean IS_WRITTEN = Boolean.getBoolean("errorRates.write");
    /** Of the 252 ways to split ten forks every twelfth will do for a check, and every fourth for the document. */
    private static final int EVERY = Integer.getInteger("recordedForks.every", IS_WRITTEN ? 4 : 12);

    private static final List<Integer> SPLITS = IntStream.range(0, RecordedForks.SPLITS.size())
            .filter(split -> split % EVERY == 0)
            .mapToObj(RecordedForks.SPLITS::get)
            .toList();

    private static final StringBuilder ROWS = new StringBuilder(
            """
            | candidate | window | each by itself: regressed | unchanged | in their suite: regressed | unchanged |
            |---|---|---|---|---|---|
            """);
    private static final StringBuilder FEW_SLOWED = new StringBuilder(
            """
            | candidate of one in a hundred | window | of these regressed | of the others regressed |
            |---|---|---|---|
            """);

    @ParameterizedTest
    @CsvSource({
        "NOTHING, early, 0, 1",
        "NOTHING, late, 0, 1",
        "FIVE_PER_CENT, early, 0, 1.5",
        "FIVE_PER_CENT, late, 0, 1.5",
        "TEN_PER_CENT, early, 58, 100",
        "TEN_PER_CENT, late, 62, 100",
        "BURST, early, 38, 100",
        "BURST, late, 42, 100"
    })
    void enough_is_found_and_nothing_that_is_not_there(Change change, String window, double least, double most) {
        var forks = recorded(window);
        var each = RecordedRates.ofEach(forks, change, SPLITS);
        var suite = RecordedRates.ofSuites(forks, change, 1, SPLITS);
        ROWS.append("| %s | %s | %s | %s |\n".formatted(change.label(), window, cells(each), cells(suite)));
        for (var rates : List.of(each, suite)) {
            assertThat(rates.percentRegressed()).isBetween(least, most);
            if (change != Change.NOTHING) {
                assertThat(rates.percentUnchanged()).isLessThanOrEqualTo(1);
            }
        }
    }

    /** So few are slowed in each split that chance takes a share of what is found. */
    @ParameterizedTest
    @CsvSource({"TEN_PER_CENT, early, 58", "TEN_PER_CENT, late, 62", "BURST, early, 38", "BURST, late, 42"})
    void as_much_is_found_where_one_benchmark_in_a_hundred_is_slowed(Change change, String window, double target) {
        var rates = RecordedRates.ofSuites(recorded(window), change, 0.01, SPLITS);
        FEW_SLOWED.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f %% | %.2f %% |\n",
                change.label(),
                window,
                rates.percentRegressed(),
                rates.percentOthersRegressed()));
        assertThat(rates.percentRegressed()).isGreaterThan(IS_WRITTEN ? target - 4 : target - 15);
        assertThat(rates.percentOthersRegressed()).isLessThan(1);
    }

    @AfterAll
    static void publish() {
        System.out.println(ROWS + "\n" + FEW_SLOWED);
        if (IS_WRITTEN) {
            new GeneratedPart("recorded forks")
                    .replaceBy("In %d of the 252 ways.\n\n".formatted(SPLITS.size()) + ROWS + "\n" + FEW_SLOWED + "\n");
        }
    }

    private static RecordedForks recorded(String window) {
        return RecordedForks.read(Path.of(System.getProperty(FILE)), window);
    }

    private static String cells(RecordedRates rates) {
        return String.format(
                Locale.ROOT,
                "%.2f %% ± %.1f | %.2f %%",
                rates.percentRegressed(),
                rates.percentByChanceOfBenchmarks(),
                rates.percentUnchanged());
    }
}
