package dev.perfbudget.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.annotation.Testable;

/**
 * The budget of a benchmark or an ordinary Jupiter test, or of all of them of a class.
 *
 * <pre>{@code
 * @Benchmark
 * @PerfBudget(mean = "120 us", allocation = "64 KB", slowdown = "5%")
 * public Object parse(Input in) { ... }
 * }</pre>
 *
 * <p>A JMH benchmark is measured in forks. A test ({@code @Test}, {@code @ParameterizedTest}, {@code @RepeatedTest}) is
 * measured in place: its body is called again and again in its own JVM, on the same instance with the same arguments;
 * {@code docs/ordinary-tests.md} says what that means for it.
 *
 * <pre>{@code
 * @Test
 * @PerfBudget(p99 = "50 ms")
 * void places_an_order() { ... }
 * }</pre>
 *
 * <p>Each attribute is text with a unit. An attribute that is not written (an empty array) says nothing, so that a
 * weaker place may: the class, {@code perfbudget/budgets.properties}, the POM. The text {@code none} lifts what a
 * weaker place says. An attribute may hold a smallest and a largest value: {@code mean = {"120 us", ">= 1 us"}}.
 * Which way a bare value bounds comes from its unit: at most for times, bytes and shares, at least for rates.
 *
 * <p>May be put on an annotation of your own, which then is a budget. A class's budget is inherited by its
 * subclasses.
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Testable
@ExtendWith(InPlaceExtension.class)
public @interface PerfBudget {

    /** Limit of the mean time per operation: {@code "120 us"}. */
    String[] mean() default {};

    /** Limit of the median time of single operations: {@code "100 us"}. */
    String[] median() default {};

    /** Limit of the time that 90 % of single operations stay within: {@code "10 ms"}. */
    String[] p90() default {};

    /** Limit of the time that 95 % of single operations stay within: {@code "20 ms"}. */
    String[] p95() default {};

    /** Limit of the time that 99 % of single operations stay within: {@code "50 ms"}. */
    String[] p99() default {};

    /** Limit of the time that 99.9 % of single operations stay within: {@code "80 ms"}. */
    String[] p999() default {};

    /** Limit of the slowest single operation: {@code "1 s"}. */
    String[] max() default {};

    /** Smallest rate of operations, of all threads together: {@code "200/s"}. */
    String[] throughput() default {};

    /** Limit of the bytes allocated per operation: {@code "64 KB"}, where 1 KB = 1024 B. */
    String[] allocation() default {};

    /** Limit of the share of time that garbage collection takes: {@code "2%"}. */
    String[] gcTime() default {};

    /** Limit of the processor time per operation, of a fork's whole JVM, in place of the test's thread: {@code "150 us"}. */
    String[] cpu() default {};

    /** Limit of the peak of the JVM's resident memory: {@code "512 MB"}. */
    String[] rss() default {};

    /** Limit of the share of operations that fail: {@code "1%"}. */
    String[] errors() default {};

    /** Threshold: the largest slowdown against the baseline that is accepted, {@code "5%"}; one value. */
    String[] slowdown() default {};

    /** Limits of any recorded metric, one expression each: {@code "gc.count <= 3"}, {@code "hits >= 1000/s"}. */
    String[] metrics() default {};
}
