package dev.perfbudget.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** What {@code smoke} and {@code measure} have in common: they look for benchmarks and start a test JVM. */
abstract class LaunchMojo extends AbstractMojo {

    final RepositorySystem repositorySystem;
    private final ToolchainManager toolchains;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Leaves out everything that this plugin does. */
    @Parameter(property = "perfbudget.skip", defaultValue = "false")
    boolean skip;

    /** Maven's usual way of leaving out tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    boolean skipTests;

    /** Maven's usual way of leaving out tests and their compilation. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    boolean mavenTestSkip;

    /** {@code measure} leaves out the goal {@code smoke}, {@code smoke} all others, {@code off} everything. */
    @Parameter(property = "perfbudget.mode", defaultValue = "")
    String mode = "";

    /**
     * Patterns of the benchmarks wanted; all if empty. {@code *} stands for any text. A pattern is held against the
     * class ({@code com.acme.JsonBench}, {@code JsonBench}) and the benchmark ({@code com.acme.JsonBench.parse}, {@code
     * JsonBench#parse}).
     */
    @Parameter(property = "perfbudget.includes")
    List<String> includes = List.of();

    /** Patterns of benchmarks not wanted, written as in {@code includes} and stronger. */
    @Parameter(property = "perfbudget.excludes")
    List<String> excludes = List.of();

    /** JUnit tags, or tag expressions such as {@code fast & !db}, of the benchmarks wanted; separated by commas. */
    @Parameter(property = "perfbudget.groups", defaultValue = "")
    String groups = "";

    /** JUnit tags, or tag expressions, of benchmarks not wanted; separated by commas. */
    @Parameter(property = "perfbudget.excludedGroups", defaultValue = "")
    String excludedGroups = "";

    /** The {@code java} executable that benchmarks run on. Stronger than any toolchain. */
    @Parameter(property = "perfbudget.jvm", defaultValue = "")
    String jvm = "";

    /**
     * The JDK toolchain that benchmarks run on, by requirements such as {@code version} and {@code vendor}. By default
     * the toolchain of the build, or else the JDK that Maven runs on.
     */
    @Parameter
    Map<String, String> jdkToolchain = Map.of();

    /** Where runs and the report are written. */
    @Parameter(property = "perfbudget.output", defaultValue = "${project.build.directory}/perfbudget")
    File output = new File("");

    /** How the names of this build's runs begin. By default the time and the process of the build. */
    @Parameter(property = "perfbudget.runId", defaultValue = "")
    String runId = "";

    /**
     * Further settings and general budgets by name without prefix, for example {@code
     * <allocation>64 KB</allocation>}. A general budget never loosens a benchmark's own.
     */
    @Parameter
    Map<String, String> settings = Map.of();

    LaunchMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        this.repositorySystem = repositorySystem;
        this.toolchains = toolchains;
    }

    /**
     * What was set for this goal.
     *
     * @param ofGoal what only this goal has, by property
     * @throws MojoExecutionException with all that is wrong
     */
    final Parameters parameters(Map<String, String> ofGoal) throws MojoExecutionException {
        var pom = new LinkedHashMap<String, String>();
        settings.forEach((name, value) -> pom.put("perfbudget." + name, String.valueOf(value)));
        pom.putAll(ofGoal);
        pom.put("perfbudget.skip", String.valueOf(skip));
        pom.put("skipTests", String.valueOf(skipTests));
        pom.put("maven.test.skip", String.valueOf(mavenTestSkip));
        pom.put("perfbudget.mode", mode);
        pom.put("perfbudget.includes", String.join(",", includes));
        pom.put("perfbudget.excludes", String.join(",", excludes));
        pom.put("perfbudget.groups", groups);
        pom.put("perfbudget.excludedGroups", excludedGroups);
        pom.put("perfbudget.jvm", jvm);
        pom.put("perfbudget.output", output.getPath());
        pom.put("perfbudget.runId", runId);
        return Parameters.of(session, pom).checked();
    }

    /** Where runs and the report are written. */
    final Path output(Parameters parameters) {
        return project.getBasedir().toPath().resolve(parameters.text("perfbudget.output"));
    }

    /** The benchmarks that are wanted, of those found. */
    final List<String> select(List<FoundClass> found, Parameters parameters) {
        return selection(parameters).of(found);
    }

    static Selection selection(Parameters parameters) {
        return new Selection(parameters.list("perfbudget.includes"), parameters.list("perfbudget.excludes"));
    }

    /**
     * Runs benchmarks in a test JVM of their own.
     *
     * @param selected names of classes or benchmarks
     * @param given settings by name without prefix, stronger than all others
     */
    final TestJvm.End launch(List<String> selected, Parameters parameters, Map<String, String> given)
            throws MojoExecutionException {
        MissingJars.otherVersion(project, plugin)
                .ifPresent(other -> getLog().warn("The module depends on perfbudget-junit [" + other
                        + "], but this plugin is [" + plugin.getVersion() + "]: use one version for both."));
        var jdk = Jdk.choose(parameters.text("perfbudget.jvm"), jdkToolchain, toolchains, session);
        var testJvm = new TestJvm(jdk, classPath(), project.getBasedir().toPath(), parameters.overrides());
        var workDirectory = workDirectory(parameters);
        getLog().debug("Running " + selected + " on " + jdk + " in " + workDirectory);
        try {
            return testJvm.run(workDirectory, request(selected, parameters, given), getLog()::info);
        } catch (IOException cannotStart) {
            throw new MojoExecutionException(
                    "Cannot run benchmarks on [" + jdk.java() + "] with files in [" + workDirectory + "]: "
                            + cannotStart
                            + ". The directory must be writable (parameter [output]) and the JDK complete.",
                    cannotStart);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted: the test JVM was ended, nothing was decided.", interrupted);
        }
    }

    /** All that the test JVM needs, in order. */
    final List<Path> classPath() throws MojoExecutionException {
        var classPath = new ArrayList<>(new Module(project).classPath());
        classPath.addAll(new MissingJars(repositorySystem, session, plugin).of(project));
        return classPath;
    }

    /** Where what is said to the test JVM is written, and its answer. */
    final Path workDirectory(Parameters parameters) {
        return output(parameters).resolve("test-jvm").resolve(id(parameters) + "-" + execution.getGoal());
    }

    /** How the names of this execution's runs begin. */
    final String id(Parameters parameters) {
        return RunId.of(parameters.text("perfbudget.runId"), session, project, execution);
    }

    private Properties request(List<String> selected, Parameters parameters, Map<String, String> given) {
        var request = new Properties();
        for (var name : selected) {
            request.setProperty("class." + request.size(), name);
        }
        request.setProperty("includeTags", parameters.text("perfbudget.groups"));
        request.setProperty("excludeTags", parameters.text("perfbudget.excludedGroups"));
        request.setProperty("origin", "pom.xml");
        var all = new LinkedHashMap<>(parameters.defaults());
        all.put("runId", id(parameters));
        all.put("output", output(parameters).toString());
        all.putAll(given);
        all.forEach((name, value) -> request.setProperty("setting." + name, value));
        return request;
    }
}
