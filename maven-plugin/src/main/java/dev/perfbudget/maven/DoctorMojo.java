package dev.perfbudget.maven;

import dev.perfbudget.maven.doctor.ExaminedModule;
import dev.perfbudget.maven.doctor.ExaminedModule.OwnPlugin;
import dev.perfbudget.maven.doctor.KnownClass;
import dev.perfbudget.maven.doctor.ProjectRules;
import dev.perfbudget.report.Wrapped;
import dev.perfbudget.runner.doctor.Diagnosis;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.jvm.JvmProperties;
import dev.perfbudget.runner.doctor.jvm.JvmRules;
import dev.perfbudget.runner.doctor.machine.MachineRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Says whether this machine, the JDK and the module are fit to measure: what was found, which verdicts that spoils, and the
 * cure. Compiles the module first, and measures nothing. Fails only where nothing can be measured at all.
 */
@Mojo(name = "doctor", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class DoctorMojo extends AbstractMojo {

    private final ToolchainManager toolchains;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    PluginDescriptor plugin;

    /** Leaves out everything that this plugin does. */
    @Parameter(property = "perfbudget.skip", defaultValue = "false")
    boolean skip;

    /** The {@code java} executable that benchmarks run on. Stronger than any toolchain. */
    @Parameter(property = "perfbudget.jvm", defaultValue = "")
    String jvm = "";

    /**
     * The JDK toolchain that benchmarks run on, by requirements such as {@code version} and {@code vendor}. By default
     * the toolchain of the build, or else the JDK that Maven runs on.
     */
    @Parameter
    Map<String, String> jdkToolchain = Map.of();

    @Inject
    DoctorMojo(ToolchainManager toolchains) {
        this.toolchains = toolchains;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var parameters = Parameters.of(session, Map.of("perfbudget.skip", String.valueOf(skip), "perfbudget.jvm", jvm))
                .checked();
        if (parameters.flag("perfbudget.skip")) {
            getLog().info("Nothing is examined (perfbudget.skip).");
            return;
        }
        var module = new Module(project);
        var found = module.benchmarks();
        var examined = new ExaminedModules(session);
        if (found.isEmpty() && !examined.isLastWithoutAny(project)) {
            getLog().info("Nothing to examine in [" + project.getArtifactId() + "]: no benchmark and no budget.");
            return;
        }
        if (!found.isEmpty()) {
            examined.add(project);
        }
        report(diagnosis(module, found, parameters, examined));
    }

    private Diagnosis diagnosis(Module module, List<FoundClass> found, Parameters parameters, ExaminedModules examined)
            throws MojoExecutionException {
        var jdk = Jdk.choose(parameters.text("perfbudget.jvm"), jdkToolchain, toolchains, session);
        var properties = JvmProperties.of(jdk.java());
        var rules = new ArrayList<Rule>();
        if (examined.isMachineNew()) {
            rules.addAll(MachineRules.ofThisMachine());
        }
        rules.addAll(JvmRules.about(properties, System.getenv()));
        var own = examinedModule(found, module.jmhBenchmarks());
        rules.addAll(ProjectRules.about(
                own,
                () -> KnownClass.ofThisMachine(properties, own.jmhVersion()),
                LocalDate.ofInstant(session.getStartTime().toInstant(), ZoneOffset.UTC)));
        return Diagnosis.of(rules);
    }

    private ExaminedModule examinedModule(List<FoundClass> found, List<FoundClass> benchmarks) {
        var user = session.getUserProperties();
        return new ExaminedModule(
                project,
                new OwnPlugin(plugin.getPluginLookupKey(), plugin.getVersion()),
                Artifacts.versions(project),
                byName(found),
                byName(benchmarks),
                user.stringPropertyNames().stream()
                        .collect(Collectors.toMap(property -> property, property -> user.getProperty(property))),
                session.getRequest().getDegreeOfConcurrency());
    }

    private static Map<String, List<String>> byName(List<FoundClass> classes) {
        return classes.stream().collect(Collectors.toMap(FoundClass::name, FoundClass::benchmarks, (one, same) -> one));
    }

    private void report(Diagnosis diagnosis) throws MojoFailureException {
        var wrapped = Wrapped.on(MavenScreen.of(session));
        diagnosis.lines().stream()
                .flatMap(line -> wrapped.lines(line.text(), line.margin(), line.indent()).stream())
                .forEach(getLog()::info);
        if (!diagnosis.isMeasurable()) {
            throw new MojoFailureException(diagnosis.conclusion() + " The findings are printed above.");
        }
    }
}
