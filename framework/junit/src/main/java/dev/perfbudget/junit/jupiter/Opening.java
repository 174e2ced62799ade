package dev.perfbudget.junit.jupiter;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.junit.client.DroppedJvmArguments;
import dev.perfbudget.junit.client.ModuleLayout;
import dev.perfbudget.junit.client.RunId;
import dev.perfbudget.junit.client.TestClassPath;
import dev.perfbudget.protocol.InPlace;
import dev.perfbudget.protocol.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the measurements of a module's tests belong, found out by the first of them. */
final class Opening {

    private final ExtensionContext context;
    private final Properties system;
    private final ModuleLayout module;

    Opening(ExtensionContext context, Properties system) {
        this.context = context;
        this.system = system;
        this.module = ModuleLayout.of(context.getRequiredTestClass(), system);
    }

    /** An IDE may run the tests of several modules in one JVM; their budget files and output stay apart. */
    Path module() {
        return module.directory();
    }

    InPlace.Open message() {
        var settings = Parameters.of(context, system);
        var layout = settings.value("output").map(module::writingTo).orElse(module);
        return new InPlace.Open(
                settings.value("runId").orElseGet(RunId::fresh),
                side(),
                layout.directory().toString(),
                layout.output().toString(),
                settings.declarations(),
                DroppedJvmArguments.ofThisJvm());
    }

    private Side side() {
        return new Side(
                system.getProperty("java.home"),
                classPath(),
                Path.of(system.getProperty("user.dir", "")).toAbsolutePath().toString());
    }

    /** Only for the workload's fingerprint: tests are measured whether or not their class files are found. */
    private List<String> classPath() {
        try {
            return new TestClassPath(system).seenBy(Set.of(context.getRequiredTestClass()));
        } catch (CannotMeasureException unknown) {
            return List.of();
        }
    }
}
