package dev.perfbudget.agent.host;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH as its manual shows it, to compare with. */
public final class PlainJmh {

    private PlainJmh() {}

    /** Runs the benchmarks that the first argument matches, once and shortly. */
    public static void main(String[] arguments) throws Exception {
        // Not as an argument of the JVM, which the fork would inherit.
        System.setProperty("jmh.ignoreLock", "true");
        var shortly = new TimeValue(20, TimeUnit.MILLISECONDS);
        new Runner(new OptionsBuilder()
                        .include(arguments[0])
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(shortly)
                        .measurementIterations(1)
                        .measurementTime(shortly)
                        .build())
                .run();
    }
}
