package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountViewTest {

    @Test
    void a_limit_that_nothing_was_measured_for_is_among_what_fails() {
        assertThat(CountView.of(Suites.hostile().verdict())).contains(new CountView("1", "limit not measured", "bad"));
    }

    @Test
    void so_is_what_the_baseline_has_and_the_run_has_not() {
        assertThat(CountView.of(Beside.regressed()))
                .contains(new CountView("1", "gone", "bad"))
                .extracting(CountView::words)
                .doesNotContain("not comparable");
    }

    @Test
    void so_is_a_benchmark_of_which_one_of_several_forks_failed() {
        assertThat(CountView.of(withFailure(ForkFailure.Kind.THREW)))
                .contains(new CountView("1", "benchmark with failed forks", "bad"));
    }

    @Test
    void one_that_had_fewer_forks_for_want_of_time_is_not() {
        assertThat(CountView.of(withFailure(ForkFailure.Kind.NOT_REACHED)))
                .extracting(CountView::tone)
                .doesNotContain("bad");
    }

    private static SuiteVerdict withFailure(ForkFailure.Kind kind) {
        var held = Suites.mixed().verdict().benchmarks().get(0);
        var failed = new BenchmarkVerdict(
                held.id(),
                held.module(),
                held.outcome(),
                held.comparison(),
                held.score(),
                held.limits(),
                held.samples(),
                held.information(),
                held.plannedForks(),
                List.of(new ForkFailure(1, kind, "threw", "")));
        return new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(failed), List.of());
    }
}
