package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values in the order in which they were measured stay in it: pairs of iterations are found by their places. */
class InputsTest {

    private static final double[] UNSORTED = {0.7, 0.2, 0.9, 0.1, 0.8, 0.3, 0.6, 0.05, 0.4, 0.95, 0.5, 0.15};
    private static final double[] OTHERS = UNSORTED.clone();

    @TestFactory
    Stream<DynamicTest> no_statistic_changes_what_it_is_given() {
        return Map.<String, Consumer<double[]>>ofEntries(
                        Map.entry("BenjaminiHochberg", BenjaminiHochberg::adjusted),
                        Map.entry("CliffsDelta", values -> CliffsDelta.of(values, OTHERS)),
                        Map.entry("CohensD", values -> CohensD.of(values, OTHERS)),
                        Map.entry("CohensD of pairs", CohensD::ofPairs),
                        Map.entry("ForkModes", ForkModes::count),
                        Map.entry("Holm", Holm::adjusted),
                        Map.entry("LogLocations", LogLocations::of),
                        Map.entry("MannWhitney", values -> MannWhitney.of(values, OTHERS, 0.1)),
                        Map.entry("NestedMean", NestedMean::of),
                        Map.entry("OrderStatisticInterval", values -> OrderStatisticInterval.of(values, 0.5, 0.9)),
                        Map.entry("PairedT", PairedT::of),
                        Map.entry(
                                "PooledCorrelation",
                                values -> PooledCorrelation.of(List.of(values), List.of(OTHERS.clone()))),
                        Map.entry("RobustRate", values -> RobustRate.of(values, OTHERS)),
                        Map.entry("SampleMedian", SampleMedian::of),
                        Map.entry("SignedRank", values -> SignedRank.of(values, 0.1)),
                        Map.entry("SteadyTail", SteadyTail::of),
                        Map.entry("StudentTBounds", values -> StudentTBounds.ofGeometricMean(values, 0.9)),
                        Map.entry("TheilSenSlope", values -> TheilSenSlope.of(values, OTHERS)),
                        Map.entry("VarianceComponents", values -> VarianceComponents.of(List.of(List.of(values)))),
                        Map.entry("WelchT", values -> WelchT.difference(values, OTHERS)))
                .entrySet()
                .stream()
                .map(statistic -> DynamicTest.dynamicTest(statistic.getKey(), () -> {
                    var values = UNSORTED.clone();
                    statistic.getValue().accept(values);
                    assertThat(values).isEqualTo(UNSORTED);
                    assertThat(OTHERS).isEqualTo(UNSORTED);
                }));
    }
}
