package dev.perfbudget.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.api.PerfBudget;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a measured test shares with an ordinary one: instance, arguments, life cycle, directories. */
class LifeCycleIT {

    @TempDir
    private Path output;

    static class Injected implements Witness {

        static final Set<Object> INSTANCES = new HashSet<>();
        static final Set<Object> ARGUMENTS = new HashSet<>();
        static final AtomicInteger BEFORE = new AtomicInteger();
        static final AtomicInteger AFTER = new AtomicInteger();
        static final AtomicInteger CALLS = new AtomicInteger();

        private final TestInfo ofConstructor;

        @TempDir
        private Path directory;

        Injected(TestInfo ofConstructor) {
            this.ofConstructor = ofConstructor;
        }

        @BeforeEach
        void begin() {
            BEFORE.incrementAndGet();
        }

        @Test
        @PerfBudget(mean = "10 s")
        @ExtendWith(Ticket.Resolver.class)
        void a_test(TestInfo info, Ticket ticket, @TempDir Path another) throws IOException {
            INSTANCES.add(this);
            ARGUMENTS.add(info);
            ARGUMENTS.add(ticket);
            ARGUMENTS.add(another);
            assertThat(info.getDisplayName()).isEqualTo("a_test(TestInfo, Ticket, Path)");
            assertThat(ofConstructor.getTestClass()).contains(Injected.class);
            Files.writeString(directory.resolve("call"), String.valueOf(CALLS.incrementAndGet()));
        }

        @AfterEach
        void end() {
            AFTER.incrementAndGet();
        }
    }

    /** Something that only an extension can make. */
    record Ticket(int number) {

        static final class Resolver implements ParameterResolver {

            private static final AtomicInteger NUMBERS = new AtomicInteger();

            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return parameter.getParameter().getType() == Ticket.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                return new Ticket(NUMBERS.incrementAndGet());
            }
        }
    }

    /** Tests may be inherited from interfaces. */
    interface Witness {

        @Test
        @PerfBudget(mean = "10 s")
        default void an_inherited_test() {}
    }

    @Test
    void one_instance_with_one_set_of_arguments_serves_all_operations() throws IOException {
        new InPlace(output).run(Injected.class).testEvents().assertStatistics(count -> count.succeeded(2));

        assertThat(Injected.INSTANCES).hasSize(1);
        assertThat(Injected.ARGUMENTS).hasSize(3);
        assertThat(Injected.BEFORE).hasValue(2);
        assertThat(Injected.AFTER).hasValue(2);
        assertThat(Injected.CALLS.get()).isGreaterThan(7);
        assertThat(names()).containsExactlyInAnyOrder("Injected.a_test", "Injected.an_inherited_test");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @PerfBudget(mean = "10 s")
    @interface Quick {}

    @Quick
    static class Templates {

        static final List<String> SEEN = new ArrayList<>();

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String value) {
            SEEN.add(value);
        }

        @RepeatedTest(2)
        void repeated() {}

        @Nested
        class Inside {

            @Test
            void nested() {}
        }

        @TestFactory
        List<DynamicTest> made() {
            return List.of(DynamicTest.dynamicTest("dynamic", () -> {}));
        }
    }

    @Test
    void every_invocation_of_a_template_is_measured_by_itself_and_a_class_speaks_for_all_its_tests()
            throws IOException {
        new InPlace(output).run(Templates.class).testEvents().assertStatistics(count -> count.succeeded(6));

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "Templates.parameterized{invocation=1}",
                        "Templates.parameterized{invocation=2}",
                        "Templates.repeated{invocation=1}",
                        "Templates.repeated{invocation=2}",
                        "Inside.nested");
        assertThat(Templates.SEEN).contains("a", "b").isSorted();
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClass {

        private final Set<Object> seen = new HashSet<>();

        @Test
        @PerfBudget(mean = "10 s")
        void one() {
            seen.add(this);
            assertThat(seen).hasSize(1);
        }

        @Test
        @PerfBudget(mean = "10 s")
        void overloaded() {
            one();
        }

        @Test
        @PerfBudget(mean = "10 s")
        void overloaded(TestInfo info) {
            assertThat(info.getTestMethod()).isPresent();
            one();
        }
    }

    @Test
    void tests_may_share_their_instance_and_overloaded_ones_are_told_apart() throws IOException {
        new InPlace(output).run(PerClass.class).testEvents().assertStatistics(count -> count.succeeded(3));

        assertThat(names())
                .containsExactlyInAnyOrder("PerClass.one", "PerClass.overloaded()", "PerClass.overloaded(TestInfo)");
    }

    static class Factory {

        @TestFactory
        @PerfBudget(mean = "1 s")
        List<DynamicTest> made() {
            return List.of(DynamicTest.dynamicTest("dynamic", () -> {}));
        }
    }

    @Test
    void a_budget_on_what_makes_tests_is_an_error() {
        assertThat(InPlace.failures(new InPlace(output).run(Factory.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("Factory.made] has nothing to measure")
                        .hasMessageContaining("Use @ParameterizedTest"));
    }

    private List<String> names() throws IOException {
        return new InPlace(output).measuredTests();
    }
}
