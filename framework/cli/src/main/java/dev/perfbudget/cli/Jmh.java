package dev.perfbudget.cli;

import dev.perfbudget.runner.workload.ClassFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Which JMH a class path has: measuring is its work, and ours is made for some of its versions. */
final class Jmh {

    private static final String RUNNER = "org.openjdk.jmh.runner.Runner";
    private static final int OLDEST_MINOR = 34;

    private Jmh() {}

    /** What speaks against measuring these sides, if anything, is added to the problems. */
    static void check(ClassPath baseline, ClassPath candidate, List<String> problems) {
        var ofBaseline = version(baseline, problems);
        var ofCandidate = version(candidate, problems);
        if (ofBaseline.isPresent() && ofCandidate.isPresent() && !ofBaseline.equals(ofCandidate)) {
            problems.add("The baseline has JMH [" + ofBaseline.get() + "], the candidate [" + ofCandidate.get()
                    + "]: a difference could be JMH's own. Build both with the same version.");
        }
    }

    /** The same of one. */
    static void check(ClassPath only, List<String> problems) {
        version(only, problems);
    }

    private static Optional<String> version(ClassPath classPath, List<String> problems) {
        try (var files =
                new ClassFiles(classPath.elements().stream().map(Path::toString).toList())) {
            if (files.bytesOf(RUNNER).isEmpty()) {
                problems.add(classPath.option() + ": JMH is missing, there is no class [" + RUNNER
                        + "]. Name a benchmarks.jar that has it, or add the jars of jmh-core, jopt-simple and"
                        + " commons-math3.");
                return Optional.empty();
            }
            var version = files.resource("jmh.properties").flatMap(Jmh::version);
            version.filter(Jmh::isTooOld)
                    .ifPresent(old -> problems.add(classPath.option() + ": JMH [" + old
                            + "] is not supported. Build with [1." + OLDEST_MINOR + "] or later."));
            return version;
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    private static Optional<String> version(byte[] file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("jmh.version"));
    }

    private static boolean isTooOld(String version) {
        return version.matches("1\\.[0-9]{1,4}(\\..*)?")
                && Integer.parseInt(version.split("\\.", -1)[1]) < OLDEST_MINOR;
    }
}
