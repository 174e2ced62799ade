package dev.perfbudget.maven.doctor;

import dev.perfbudget.maven.doctor.ExaminedModule.OwnPlugin;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** A module as Maven has it in memory, with one JMH benchmark, and everything that the plugin needs bound. */
final class LittleModule {

    static final String VERSION = "1.0.0";

    private static final String OURS = "dev.perfbudget:perfbudget-maven-plugin";

    private final Path directory;
    private final Model model = new Model();
    private final Map<String, String> versions = new HashMap<>(Map.of(
            "dev.perfbudget:perfbudget-junit", VERSION,
            "org.openjdk.jmh:jmh-core", "1.37",
            "org.openjdk.jmh:jmh-generator-annprocess", "1.37"));
    private final Map<String, List<String>> benchmarks = new HashMap<>();
    private final Map<String, String> user = new HashMap<>();
    private String version = VERSION;
    private int threads = 1;

    private LittleModule(Path directory) {
        this.directory = directory;
        model.setGroupId("com.acme");
        model.setArtifactId("little");
        model.setVersion("1");
        var build = new Build();
        build.setOutputDirectory(directory.resolve("target/classes").toString());
        build.setTestOutputDirectory(directory.resolve("target/test-classes").toString());
        model.setBuild(build);
    }

    static LittleModule in(Path directory) {
        return new LittleModule(directory)
                .benchmark("com.acme.JsonBenchTest", "parse")
                .goals("smoke", "measure", "verify");
    }

    LittleModule benchmark(String className, String... methods) {
        benchmarks.put(className, List.of(methods));
        return this;
    }

    LittleModule withoutBenchmarks() {
        benchmarks.clear();
        return this;
    }

    /** Bound goals of ours, instead of others. */
    LittleModule goals(String... goals) {
        model.getBuild().getPlugins().removeIf(plugin -> plugin.getKey().equals(OURS));
        return plugin(OURS, "", goals);
    }

    LittleModule plugin(String key, String configuration, String... goals) {
        var plugin = new Plugin();
        plugin.setGroupId(key.split(":", -1)[0]);
        plugin.setArtifactId(key.split(":", -1)[1]);
        var execution = new PluginExecution();
        execution.setGoals(List.of(goals));
        plugin.addExecution(execution);
        try {
            plugin.setConfiguration(
                    Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        } catch (XmlPullParserException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        model.getBuild().addPlugin(plugin);
        model.getBuild().flushPluginMap();
        return this;
    }

    LittleModule surefire(String configuration) {
        return plugin("org.apache.maven.plugins:maven-surefire-plugin", configuration);
    }

    LittleModule compiler(String configuration) {
        return plugin("org.apache.maven.plugins:maven-compiler-plugin", configuration);
    }

    LittleModule dependency(String key, String ofVersion) {
        versions.put(key, ofVersion);
        return this;
    }

    LittleModule withoutDependency(String key) {
        versions.remove(key);
        return this;
    }

    LittleModule user(String property, String value) {
        user.put(property, value);
        return this;
    }

    LittleModule pluginVersion(String ours) {
        version = ours;
        return dependency("dev.perfbudget:perfbudget-junit", ours);
    }

    LittleModule threads(int count) {
        threads = count;
        return this;
    }

    LittleModule file(String name, String text) {
        try {
            var file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    ExaminedModule examined() {
        var project = new MavenProject(model);
        project.setFile(directory.resolve("pom.xml").toFile());
        return new ExaminedModule(
                project, new OwnPlugin(OURS, version), versions, benchmarks, benchmarks, user, threads);
    }
}
