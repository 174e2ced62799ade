package dev.perfbudget.junit.launcher;

import dev.perfbudget.junit.PerfBudgetTestEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the benchmarks and tests that a request file names; the contract is described with the package. */
public final class Main {

    private static final int RAN = 0;
    private static final int TEST_FAILED = 1;
    private static final int COULD_NOT_RUN = 2;

    private static final End WELL = new End(RAN, "");

    private final Request request;
    private final PrintStream out;
    private final Runs runs = new Runs();

    private Main(Request request, PrintStream out) {
        this.request = request;
        this.out = out;
    }

    /** Expects the path of the request file as its only argument. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("Expected the path of a request file, found " + List.of(arguments) + ".");
            return COULD_NOT_RUN;
        }
        try {
            var request = Request.read(Path.of(arguments[0]));
            if (request.endsWithInput()) {
                endWithInput();
            }
            var main = new Main(request, out);
            var end = main.runOrCrash();
            if (end.exitCode == COULD_NOT_RUN) {
                err.println(end.problems);
            }
            main.report(end);
            return end.exitCode;
        } catch (IOException unreadable) {
            err.println("Cannot read the request [" + arguments[0] + "] or write its answer: " + unreadable);
            return COULD_NOT_RUN;
        }
    }

    /** Whoever started this JVM holds the other end, and has ended if it closes. */
    private static void endWithInput() {
        var watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException broken) {
                        // The same as its end.
                    }
                    Runtime.getRuntime().halt(COULD_NOT_RUN);
                },
                "perfbudget-parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void report(End end) throws IOException {
        if (end.exitCode != RAN && request.problems().isPresent()) {
            Files.writeString(request.problems().get(), end.problems);
        }
        if (request.runs().isPresent()) {
            Files.write(request.runs().get(), runs.directories());
        }
    }

    private End runOrCrash() {
        try {
            return run();
        } catch (JUnitException crash) {
            return new End(
                    COULD_NOT_RUN,
                    "The benchmarks of these classes could not be run: " + request.classes() + ". "
                            + Stream.<Throwable>iterate(crash, cause -> cause != null, Throwable::getCause)
                                    .map(Throwable::toString)
                                    .collect(Collectors.joining("\n    because of ")));
        }
    }

    private End run() {
        if (request.classes().isEmpty()) {
            return new End(COULD_NOT_RUN, "The request names no class: at least [class.0] is needed.");
        }
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        var launcher = LauncherFactory.create(config);
        var requests = Stream.concat(Stream.of(benchmarks(true)), inPlaceTests(true).stream())
                .filter(found -> launcher.discover(found).containsTests())
                .toList();
        if (requests.isEmpty()) {
            return nothingToRun(launcher);
        }
        var problems = new Problems();
        requests.forEach(found -> launcher.execute(found, problems, runs));
        return problems.defects()
                .map(text -> new End(COULD_NOT_RUN, text))
                .or(() -> problems.failures().map(text -> new End(TEST_FAILED, text)))
                .orElse(WELL);
    }

    private End nothingToRun(Launcher launcher) {
        if (request.isSmoke() && !InPlaceTests.in(request.classes()).isEmpty()) {
            out.println("Nothing to call: tests that are measured in place are run by the build's own test run.");
            return WELL;
        }
        if (request.selectsByTag()
                && Stream.concat(Stream.of(benchmarks(false)), inPlaceTests(false).stream())
                        .anyMatch(found -> launcher.discover(found).containsTests())) {
            out.println("Nothing to measure: no benchmark has the tags that were asked for (include "
                    + request.includeTags() + ", exclude " + request.excludeTags() + ").");
            return WELL;
        }
        return new End(
                COULD_NOT_RUN,
                "No benchmark was found in any of these classes: " + request.classes()
                        + ". Annotate a method with JMH's @Benchmark, or leave these classes out.");
    }

    private LauncherDiscoveryRequest benchmarks(boolean byTag) {
        return discovery(byTag)
                .selectors(request.classes().stream().map(Main::selector).toList())
                .filters(EngineFilter.includeEngines(PerfBudgetTestEngine.ID))
                .build();
    }

    /** Not in a smoke run: the build's own test run calls them once. */
    private Optional<LauncherDiscoveryRequest> inPlaceTests(boolean byTag) {
        var classes = request.isSmoke() ? List.<String>of() : InPlaceTests.in(request.classes());
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        if (!InPlaceTests.canRun()) {
            throw new JUnitException("Tests with a budget in " + classes + " cannot be run: there is no Jupiter engine."
                    + " Add org.junit.jupiter:junit-jupiter to the module's test dependencies");
        }
        return Optional.of(discovery(byTag)
                .selectors(classes.stream().flatMap(InPlaceTests::selectors).toList())
                .filters(EngineFilter.includeEngines(InPlaceTests.ENGINE), new InPlaceTests())
                .build());
    }

    private LauncherDiscoveryRequestBuilder discovery(boolean byTag) {
        var builder = LauncherDiscoveryRequestBuilder.request().configurationParameters(request.parameters());
        if (byTag && !request.includeTags().isEmpty()) {
            builder.filters(TagFilter.includeTags(request.includeTags()));
        }
        if (byTag && !request.excludeTags().isEmpty()) {
            builder.filters(TagFilter.excludeTags(request.excludeTags()));
        }
        return builder;
    }

    private static DiscoverySelector selector(String name) {
        var method = name.indexOf('#');
        return method < 0
                ? DiscoverySelectors.selectClass(name)
                : DiscoverySelectors.selectMethod(name.substring(0, method), name.substring(method + 1));
    }

    private record End(int exitCode, String problems) {}
}
