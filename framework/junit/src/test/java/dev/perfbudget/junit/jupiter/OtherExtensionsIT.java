package dev.perfbudget.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.perfbudget.api.PerfBudget;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Other extensions of a measured test: they see one test, with many operations inside. */
class OtherExtensionsIT {

    @TempDir
    private Path output;

    @ExtendWith(MockitoExtension.class)
    static class WithMocks {

        @Mock
        private Supplier<String> supplier;

        private int calls;

        @BeforeEach
        void teach() {
            when(supplier.get()).thenReturn("taught");
        }

        @Test
        @PerfBudget(mean = "10 s")
        void uses_a_mock(@Mock Supplier<String> another) {
            calls++;
            assertThat(ask(supplier)).isEqualTo("taught");
            assertThat(ask(another)).isNull();
        }

        private static String ask(Supplier<String> any) {
            return any.get();
        }

        @AfterEach
        void check() {
            assertThat(calls).isGreaterThan(7);
            verify(supplier, atLeast(7)).get();
        }
    }

    @Test
    void mockito_makes_its_mocks_once_for_all_operations() {
        new InPlace(output).run(WithMocks.class).testEvents().assertStatistics(count -> count.succeeded(1));

        assertThat(output.resolve("runs/it/run.json")).isRegularFile();
    }

    @SpringJUnitConfig(WithSpring.Beans.class)
    static class WithSpring {

        @Configuration
        static class Beans {

            @Bean
            List<String> names() {
                return List.of("a bean");
            }
        }

        private final List<String> ofConstructor;

        @Autowired
        WithSpring(List<String> ofConstructor) {
            this.ofConstructor = ofConstructor;
        }

        @Test
        @PerfBudget(mean = "10 s")
        void uses_a_bean(@Autowired List<String> names) {
            assertThat(names).isSameAs(ofConstructor).containsExactly("a bean");
        }
    }

    @Test
    void spring_injects_once_for_all_operations() {
        new InPlace(output).run(WithSpring.class).testEvents().assertStatistics(count -> count.succeeded(1));

        assertThat(output.resolve("runs/it/run.json")).isRegularFile();
    }

    @ExtendWith(Intercepted.Counting.class)
    static class Intercepted {

        static final List<String> SEEN = new ArrayList<>();
        static int calls;

        static final class Counting implements InvocationInterceptor {

            @Override
            public void interceptTestMethod(
                    Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                    throws Throwable {
                SEEN.add("before");
                invocation.proceed();
                SEEN.add("after");
            }
        }

        @Test
        @PerfBudget(mean = "10 s")
        void is_intercepted() {
            calls++;
        }
    }

    @Test
    void another_interceptor_sees_one_invocation() {
        new InPlace(output).run(Intercepted.class).testEvents().assertStatistics(count -> count.succeeded(1));

        assertThat(Intercepted.SEEN).containsExactly("before", "after");
        assertThat(Intercepted.calls).isGreaterThan(7);
    }
}
