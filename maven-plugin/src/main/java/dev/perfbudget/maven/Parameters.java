package dev.perfbudget.maven;

import dev.perfbudget.model.Declarations;
import dev.perfbudget.model.DeclaredValues;
import dev.perfbudget.model.WrongDeclarationsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What was set for a goal. What the command line says wins: Maven by itself lets the POM win where it has a literal.
 *
 * @param commandLine by property: {@code perfbudget.mode}, {@code skipTests}
 * @param pom the same, as far as the command line does not say otherwise
 */
record Parameters(Map<String, String> commandLine, Map<String, String> pom) {

    private static final String PREFIX = "perfbudget.";
    private static final String POM = "pom.xml";
    /** Handy in a POM; nothing that we read. */
    private static final String VERSION = "version";
    /** What is read here, and said to the test JVM by its request if at all. */
    private static final Set<String> OWN = Set.of(
            "skip",
            "mode",
            "runId",
            "output",
            "origin",
            "includes",
            "excludes",
            "groups",
            "excludedGroups",
            "failOn",
            "jvm",
            "run",
            "dirty",
            "audits",
            "templates",
            "singleFile",
            "baseline",
            VERSION);

    Parameters {
        commandLine = Map.copyOf(commandLine);
        pom = Map.copyOf(pom);
    }

    /**
     * Of one execution.
     *
     * @param pom by property, blank if there is nothing
     */
    static Parameters of(MavenSession session, Map<String, String> pom) {
        var user = session.getUserProperties();
        var commandLine = user.stringPropertyNames().stream()
                .collect(Collectors.toMap(property -> property, property -> user.getProperty(property)));
        var further = new LinkedHashMap<>(pom);
        further.keySet().removeAll(commandLine.keySet());
        further.values().removeIf(String::isBlank);
        return new Parameters(commandLine, further);
    }

    /**
     * Itself, if nothing that is read here is wrong.
     *
     * @throws MojoExecutionException with that, and with every other wrong setting
     */
    Parameters checked() throws MojoExecutionException {
        if (wrong(OWN::contains).isPresent()) {
            throw new MojoExecutionException(wrong(any -> true).orElseThrow());
        }
        return this;
    }

    /** What was said, or an empty text. */
    String text(String property) {
        var said = commandLine.containsKey(property) ? commandLine.get(property) : pom.get(property);
        return said == null ? "" : said.strip();
    }

    boolean flag(String property) {
        return Boolean.parseBoolean(text(property));
    }

    /** What was said, separated by commas. */
    List<String> list(String property) {
        return Stream.of(text(property).split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** Properties of the test JVM: they stay stronger than anything in the module. */
    Map<String, String> overrides() {
        return commandLine.entrySet().stream()
                .filter(said -> said.getKey().startsWith(PREFIX) && !OWN.contains(name(said.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Settings of the test JVM by name without prefix: they are weaker than anything in the module. */
    Map<String, String> defaults() {
        return ours(pom, name -> !OWN.contains(name));
    }

    private Optional<String> wrong(Predicate<String> looksAt) {
        try {
            new Declarations(
                            List.of(declared(DeclaredValues.SYSTEM_PROPERTIES, commandLine, looksAt)),
                            List.of(),
                            Optional.empty(),
                            List.of(declared(POM, pom, looksAt)))
                    .resolve();
            return Optional.empty();
        } catch (WrongDeclarationsException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private static DeclaredValues declared(String origin, Map<String, String> values, Predicate<String> looksAt) {
        return new DeclaredValues(origin, ours(values, name -> !name.equals(VERSION) && looksAt.test(name)), List.of());
    }

    private static Map<String, String> ours(Map<String, String> values, Predicate<String> wanted) {
        return values.entrySet().stream()
                .filter(said -> said.getKey().startsWith(PREFIX) && wanted.test(name(said.getKey())))
                .collect(Collectors.toMap(said -> name(said.getKey()), Map.Entry::getValue));
    }

    private static String name(String property) {
        return property.substring(PREFIX.length());
    }
}
