package dev.perfbudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.perfbudget.junit.client.TestClassPath;
import dev.perfbudget.junit.fixtures.Misplaced;
import dev.perfbudget.junit.fixtures.ModesBench;
import dev.perfbudget.junit.fixtures.NoBench;
import dev.perfbudget.junit.fixtures.SortBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class DiscoveryTest {

    private static final String FIXTURES = SortBench.class.getPackageName();

    @Test
    void a_class_gives_a_container_with_a_test_for_each_benchmark_and_parameter_combination() {
        assertThat(outline(discover(List.of(selectClass(SortBench.class)))))
                .containsExactly(
                        "SortBench",
                        "  hash",
                        "  sort",
                        "    order=up, size=10",
                        "    order=up, size=1000",
                        "    order=down, size=10",
                        "    order=down, size=1000");
    }

    @Test
    void a_group_is_known_by_its_name_and_has_a_test_for_each_mode() {
        assertThat(outline(discover(List.of(selectClass(ModesBench.class)))))
                .containsExactly("ModesBench", "  counter", "    thrpt", "    sample");
    }

    @Test
    void a_method_selects_its_own_benchmarks_only() {
        assertThat(outline(discover(List.of(selectMethod(SortBench.class, "hash")))))
                .containsExactly("SortBench", "  hash");
    }

    @Test
    void a_method_of_a_group_selects_the_group() {
        assertThat(outline(discover(List.of(selectMethod(ModesBench.class, "increment")))))
                .contains("  counter");
    }

    @Test
    void the_unique_id_of_every_descriptor_selects_just_what_it_stands_for() {
        var all = discover(List.of(selectClass(SortBench.class), selectClass(ModesBench.class)));
        descriptors(all).forEach(descriptor -> assertThat(
                        outline(discover(List.of(selectUniqueId(descriptor.getUniqueIdObject())))))
                .as(descriptor.getUniqueId())
                .filteredOn(line -> line.strip().equals(descriptor.getDisplayName()))
                .hasSize(1));
        var variant = descriptors(all).stream()
                .filter(descriptor -> descriptor.getDisplayName().equals("order=down, size=10"))
                .findFirst()
                .orElseThrow();
        assertThat(outline(discover(List.of(selectUniqueId(variant.getUniqueIdObject())))))
                .containsExactly("SortBench", "  sort", "    order=down, size=10");
    }

    @Test
    void a_package_and_a_class_path_root_give_every_class_with_benchmarks() {
        var root = TestClassPath.rootOf(SortBench.class).orElseThrow();
        for (var selectors : List.of(
                List.<DiscoverySelector>of(selectPackage(FIXTURES)),
                List.<DiscoverySelector>copyOf(selectClasspathRoots(Set.of(root))))) {
            assertThat(outline(discover(selectors)))
                    .contains("SortBench", "ModesBench", "RejectedBench", "Misplaced", "Budgeted$Derived")
                    .doesNotContain("NoBench", "DiscoveryTest", "Budgeted$Base");
        }
    }

    @Test
    void class_name_filters_hold_where_classes_are_looked_for() {
        assertThat(outline(discover(
                        List.of(selectPackage(FIXTURES)), ClassNameFilter.includeClassNamePatterns(".*ModesBench"))))
                .startsWith("ModesBench")
                .doesNotContain("SortBench");
    }

    @Test
    void tags_of_class_and_method_select() {
        var fixtures = List.<DiscoverySelector>of(selectPackage(FIXTURES));
        assertThat(tests(discover(fixtures, TagFilter.includeTags("sorting")))).hasSize(5);
        assertThat(tests(discover(fixtures, TagFilter.includeTags("hashing")))).hasSize(1);
        assertThat(outline(discover(fixtures, TagFilter.excludeTags("hashing"))))
                .doesNotContain("  hash");
    }

    @Test
    void classes_without_benchmarks_or_budgets_are_left_alone() {
        assertThat(outline(discover(List.of(
                        selectClass(NoBench.class),
                        selectClass(DiscoveryTest.class),
                        selectMethod(SortBench.class, "noBenchmark")))))
                .isEmpty();
    }

    @Test
    void every_benchmark_of_a_class_that_jmh_rejects_is_a_test_that_can_fail() {
        assertThat(outline(discover(List.of(selectClass(FIXTURES + ".RejectedBench")))))
                .containsExactly("RejectedBench", "  first", "  second");
    }

    @Test
    void budgets_on_what_is_not_a_benchmark_are_tests_that_can_fail() {
        assertThat(outline(discover(List.of(selectClass(Misplaced.class), selectClass(Misplaced.OnClass.class)))))
                .containsExactly("Misplaced", "  measured", "  notMeasured", "Misplaced$OnClass", "  budget");
    }

    @Test
    void every_test_of_a_method_has_its_source_so_that_build_tools_can_select_it() {
        assertThat(tests(discover(List.of(selectMethod(SortBench.class, "sort")))))
                .allSatisfy(test -> assertThat(test.getSource().orElseThrow())
                        .isInstanceOfSatisfying(MethodSource.class, source -> {
                            assertThat(source.getClassName()).isEqualTo(SortBench.class.getName());
                            assertThat(source.getMethodName()).isEqualTo("sort");
                        }));
    }

    @Test
    void reports_tell_variants_apart_by_a_name_that_ends_with_their_index() {
        assertThat(tests(discover(List.of(selectMethod(SortBench.class, "sort")))))
                .extracting(TestIdentifier::getLegacyReportingName)
                .contains("sort{order=up, size=10}[1]", "sort{order=down, size=1000}[4]");
    }

    private static TestPlan discover(List<? extends DiscoverySelector> selectors, Filter<?>... filters) {
        return LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .filters(EngineFilter.includeEngines(PerfBudgetTestEngine.ID))
                        .filters(filters)
                        .build());
    }

    private static List<String> outline(TestPlan plan) {
        var lines = new ArrayList<String>();
        plan.getRoots().forEach(root -> addChildren(plan, root, "", lines));
        return lines;
    }

    private static void addChildren(TestPlan plan, TestIdentifier parent, String indent, List<String> lines) {
        plan.getChildren(parent).forEach(child -> {
            lines.add(indent + child.getDisplayName());
            addChildren(plan, child, indent + "  ", lines);
        });
    }

    private static List<TestIdentifier> descriptors(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .toList();
    }

    private static List<TestIdentifier> tests(TestPlan plan) {
        return descriptors(plan).stream().filter(TestIdentifier::isTest).toList();
    }
}
