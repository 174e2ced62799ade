package dev.perfbudget.junit;

import dev.perfbudget.junit.client.RunnerClient;
import java.util.Optional;
import java.util.Properties;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** The JUnit Platform engine {@code perfbudget}: every JMH benchmark is a test, judged by its budget if it has one. */
public final class PerfBudgetTestEngine implements TestEngine {

    /** The id by which launchers include or exclude this engine. */
    public static final String ID = "perfbudget";

    /** Key of the report entries of the engine itself that say where the files of a finished run are. */
    public static final String RUN_ENTRY = "perfbudget.run";

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(Claim::holds)
                    .addSelectorResolver(context -> new BenchmarkSelectorResolver(
                            context.getEngineDescriptor().getUniqueId()))
                    .build();

    private final EarlierFailures earlierFailures = new EarlierFailures();
    private final RunnerLauncher runner;
    private final Properties system;

    /** Made by the platform through {@link java.util.ServiceLoader}. */
    public PerfBudgetTestEngine() {
        this(RunnerClient::run, System.getProperties());
    }

    PerfBudgetTestEngine(RunnerLauncher runner, Properties system) {
        this.runner = runner;
        this.system = system;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.perfbudget");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("perfbudget-junit");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        var engine = new EngineDescriptor(uniqueId, "PerfBudget");
        RESOLVER.resolve(request, engine);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        var engine = request.getRootTestDescriptor();
        var listener = request.getEngineExecutionListener();
        listener.executionStarted(engine);
        var result = new SuiteExecution(request, runner, system, earlierFailures).run();
        listener.executionFinished(engine, result);
    }
}
