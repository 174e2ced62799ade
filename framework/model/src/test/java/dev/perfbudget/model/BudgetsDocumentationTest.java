package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perfbudget.model.Declarations.BudgetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example in docs/budgets.md is true. */
class BudgetsDocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "budgets.md");
    private static final BenchmarkId SAMPLED =
            new BenchmarkId("com.acme.json.JsonBench.parse", BenchmarkMode.SAMPLE_TIME, Map.of("size", "1000"));
    private static final BenchmarkId SMALL =
            new BenchmarkId("com.acme.json.JsonBench.parse", BenchmarkMode.SAMPLE_TIME, Map.of("size", "10"));

    @ParameterizedTest(name = "{0} means {1}")
    @MethodSource("values")
    void a_value_means_what_the_page_says(String written, String means) {
        assertThat(QuantityText.parse(written).orElseThrow().print()).isEqualTo(means);
    }

    static Stream<String[]> values() throws IOException {
        return rows("written", "means");
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @MethodSource("limits")
    void a_limit_is_what_the_page_says(String attribute, String written, String limit) {
        var budget = resolve(attribute, written).budgetOf(SAMPLED);
        assertThat(budget.limits().stream().map(Limit::toString).collect(Collectors.joining(" and ")))
                .isEqualTo(limit.replace("`", ""));
    }

    static Stream<String[]> limits() throws IOException {
        return rows("attribute", "written", "limit");
    }

    @ParameterizedTest(name = "{0} = {1} is refused")
    @MethodSource("refusals")
    void what_is_wrong_is_answered_as_the_page_says(String attribute, String written, String answer) {
        var refused = catchThrowableOfType(WrongDeclarationsException.class, () -> resolve(attribute, written));
        assertThat(refused.problems()).extracting(Problem::what).containsExactly(answer);
    }

    static Stream<String[]> refusals() throws IOException {
        return rows("attribute", "written", "answer");
    }

    @Test
    void the_budget_file_of_the_page_gives_what_it_promises() throws IOException {
        var block = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        var file = new BudgetFile("perfbudget/budgets.properties", block.group(1));
        var configuration = new Declarations(
                        List.of(), List.of(declared(SAMPLED), declared(SMALL)), Optional.of(file), List.of())
                .resolve();
        assertThat(configuration.budgetOf(SAMPLED).limits())
                .extracting(Limit::toString)
                .containsExactly("mean <= 900 us", "allocation <= 64 KB", "gc.count <= 3", "gc.time <= 5 ms");
        assertThat(configuration.budgetOf(SMALL).limits())
                .extracting(Limit::toString)
                .contains("mean <= 120 us");
        assertThat(configuration.budgetOf(SMALL).slowdown())
                .map(Slowdown::share)
                .contains(0.05);
        assertThat(configuration.notes()).isEmpty();
    }

    private static Configuration resolve(String attribute, String written) {
        var annotation = attribute.equals("metrics")
                ? new DeclaredValues("@PerfBudget on x", Map.of(), List.of(written.split("; ")))
                : new DeclaredValues("@PerfBudget on x", Map.of(attribute, written), List.of());
        return new Declarations(
                        List.of(),
                        List.of(new Declarations.DeclaredBenchmark(SAMPLED, List.of(annotation))),
                        Optional.empty(),
                        List.of())
                .resolve();
    }

    private static Declarations.DeclaredBenchmark declared(BenchmarkId id) {
        return new Declarations.DeclaredBenchmark(id, List.of());
    }

    /** The rows of the table with this head, cells without their back ticks. */
    private static Stream<String[]> rows(String... head) throws IOException {
        var title = "| " + String.join(" | ", head) + " |";
        var rows = new ArrayList<String[]>();
        var inTable = false;
        for (var line : Files.readAllLines(PAGE)) {
            inTable = inTable ? line.startsWith("|") : line.equals(title);
            if (inTable && !line.equals(title) && !line.startsWith("|---")) {
                rows.add(Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                        .map(cell -> cell.strip())
                        .map(cell -> cell.matches("`[^`]*`") ? cell.substring(1, cell.length() - 1) : cell)
                        .toArray(String[]::new));
            }
        }
        assertThat(rows).as("rows below [%s]", title).isNotEmpty();
        return rows.stream();
    }
}
