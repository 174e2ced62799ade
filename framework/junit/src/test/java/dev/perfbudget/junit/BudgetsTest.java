package dev.perfbudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.perfbudget.junit.fixtures.Budgeted;
import dev.perfbudget.junit.fixtures.SortBench;
import dev.perfbudget.protocol.Declaration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    @Test
    void the_methods_budget_comes_before_that_of_its_class() throws NoSuchMethodException {
        var sort = SortBench.class.getMethod("sort", SortBench.Input.class);

        assertThat(Budgets.of(List.of(sort), SortBench.class))
                .containsExactly(
                        new Declaration(
                                "@PerfBudget on " + SortBench.class.getName() + ".sort",
                                Map.of("mean", "1 ms; >= 1 ns"),
                                List.of("gc.count <= 3")),
                        new Declaration(
                                "@PerfBudget on " + SortBench.class.getName(),
                                Map.of("allocation", "64 KB"),
                                List.of()));
    }

    @Test
    void budgets_are_inherited_and_found_on_annotations_and_interfaces() throws NoSuchMethodException {
        var inherited = Budgeted.Base.class.getMethod("inherited");
        var outer = Budgeted.class.getCanonicalName();

        assertThat(Budgets.of(List.of(inherited), Budgeted.Derived.class))
                .extracting(Declaration::origin, Declaration::values)
                .containsExactly(
                        tuple("@PerfBudget on @Interactive on " + outer + ".Base.inherited", Map.of("p99", "5 ms")),
                        tuple("@PerfBudget on " + outer + ".Derived", Map.of("mean", "2 ms")),
                        tuple("@PerfBudget on " + outer + ".Base", Map.of("mean", "1 ms")),
                        tuple("@PerfBudget on " + outer + ".Frugal", Map.of("allocation", "1 KB")));
    }
}
