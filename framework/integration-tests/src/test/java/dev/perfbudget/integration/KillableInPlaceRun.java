package dev.perfbudget.integration;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test JVM of its own that measures {@link OrdersInPlace} and can be killed. */
final class KillableInPlaceRun {

    private KillableInPlaceRun() {}

    /** Starts it; {@code sign} appears once the second test is in the midst of being measured. */
    static Process start(Path output, Path sign, Path log) throws IOException {
        return KillableRun.start(
                List.of("-D" + OrdersInPlace.SIGN + "=" + sign, KillableInPlaceRun.class.getName(), output.toString()),
                output,
                log);
    }

    public static void main(String[] arguments) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .filters(includeEngines("junit-jupiter"))
                .configurationParameter("perfbudget.mode", "measure")
                .configurationParameter("perfbudget.output", arguments[0])
                .configurationParameter("perfbudget.warmupIterations", "2")
                .configurationParameter("perfbudget.iterations", "6")
                .configurationParameter("perfbudget.iterationTime", "5 ms")
                .selectors(selectClass(OrdersInPlace.class))
                .build();
        LauncherFactory.create().execute(request);
    }
}
