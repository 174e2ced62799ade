package dev.perfbudget.junit.client;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path that tests really run on, which launchers hide in different ways: behind a jar that has only a
 * manifest, in a class loader of their own, on the module path with the test classes patched into a module.
 */
public final class TestClassPath {

    private static final List<String> NEEDED = List.of("org.openjdk.jmh.runner.Runner", "dev.perfbudget.protocol.Plan");

    private final Properties properties;
    private final Path workingDirectory;

    /** Of a JVM with these system properties. */
    public TestClassPath(Properties properties) {
        this.properties = properties;
        this.workingDirectory = Path.of(properties.getProperty("user.dir", ""));
    }

    /**
     * Absolute paths, in the order in which the launcher has them.
     *
     * @throws CannotMeasureException if forks would not find the benchmarks, JMH or our agent on it
     */
    public List<String> seenBy(Collection<Class<?>> benchmarkClasses) {
        var needed = Stream.concat(benchmarkClasses.stream().map(Class::getName), NEEDED.stream())
                .toList();
        var all = new LinkedHashSet<Path>();
        var modules = entries("jdk.module.path");
        if (!modules.isEmpty()) {
            // Forks know no modules: what was patched into one comes before it, as it does there.
            benchmarkClasses.forEach(type -> rootOf(type).ifPresent(all::add));
            modules.forEach(entry -> all.addAll(ModulePathEntry.expanded(entry)));
        }
        all.addAll(declared());
        if (!missing(all, needed).isEmpty()) {
            benchmarkClasses.forEach(type -> rootOf(type).ifPresent(all::add));
            benchmarkClasses.forEach(type -> all.addAll(loadedFrom(type.getClassLoader())));
        }
        var missing = missing(all, needed);
        if (!missing.isEmpty()) {
            throw new CannotMeasureException(
                    "Forks would not find " + missing + ": none of it is on the class path of this JVM, of which "
                            + all.size() + " entries are known. Run the tests in a forked JVM with the default class"
                            + " loader (Surefire: forkCount of at least 1, useSystemClassLoader not false), with"
                            + " perfbudget-junit and jmh-core as dependencies.");
        }
        return texts(all);
    }

    /** Directory or jar that a class was loaded from; in a patched module, the patch. */
    public static Optional<Path> rootOf(Class<?> type) {
        var file = type.getName().replace('.', '/') + ".class";
        return Optional.ofNullable(type.getResource("/" + file))
                .or(() -> Optional.ofNullable(type.getResource(file.substring(file.lastIndexOf('/') + 1))))
                .flatMap(url -> root(url, file));
    }

    private Set<Path> declared() {
        // Surefire says it always, also where java.class.path is Maven's own or that of its isolated starter.
        var ofSurefire = entries("surefire.test.class.path");
        return (ofSurefire.isEmpty() ? entries("java.class.path") : ofSurefire)
                .stream()
                        .flatMap(entry -> ManifestJar.expanded(entry).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Path> entries(String property) {
        var text = properties.getProperty(property, "");
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(Pattern.quote(File.pathSeparator)))
                        .map(entry -> workingDirectory.resolve(entry).toAbsolutePath())
                        .toList();
    }

    private static List<Path> loadedFrom(@Nullable ClassLoader loader) {
        var found = new ArrayList<Path>();
        for (var walk = loader; walk != null; walk = walk.getParent()) {
            if (walk instanceof URLClassLoader withUrls) {
                Arrays.stream(withUrls.getURLs())
                        .flatMap(url -> path(url).stream())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> missing(Collection<Path> entries, List<String> classNames) {
        var urls = entries.stream().map(TestClassPath::url).toArray(URL[]::new);
        try (var forks = new URLClassLoader(urls, null)) {
            return classNames.stream()
                    .filter(name -> forks.findResource(name.replace('.', '/') + ".class") == null)
                    .distinct()
                    .toList();
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("[" + entry + "] on the class path is no file", impossible);
        }
    }

    private static Optional<Path> root(URL ofClass, String file) {
        var text = ofClass.toString();
        if (ofClass.getProtocol().equals("jar")) {
            return path(text.substring("jar:".length(), text.indexOf("!/")));
        }
        return text.endsWith(file) ? path(text.substring(0, text.length() - file.length())) : Optional.empty();
    }

    private static Optional<Path> path(URL url) {
        return path(url.toString());
    }

    private static Optional<Path> path(String uri) {
        try {
            return uri.startsWith("file:") ? Optional.of(Path.of(new URI(uri))) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    private static List<String> texts(Collection<Path> entries) {
        return entries.stream().map(Path::toString).toList();
    }
}
