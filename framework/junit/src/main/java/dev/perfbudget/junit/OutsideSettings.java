package dev.perfbudget.junit;

import dev.perfbudget.api.PerfBudget;
import dev.perfbudget.protocol.Declaration;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Everything named {@code perfbudget.…} that was set from outside.
 *
 * @param declarations strongest first: system properties, then JUnit configuration parameters
 */
public record OutsideSettings(List<Declaration> declarations) {

    private static final String PREFIX = "perfbudget.";
    private static final String ORIGIN = "origin";

    /** What can be set beside the attributes of a budget. */
    private static final List<String> KNOWN = List.of(
            "mode",
            "effort",
            "forks",
            "iterations",
            "warmupIterations",
            "iterationTime",
            "cap",
            "timeout",
            "policy",
            "noBaseline",
            "sampling",
            "debug",
            "contended",
            "output",
            "runId",
            "baseline",
            "baselineFile",
            "time",
            "seed",
            ORIGIN);

    public OutsideSettings {
        declarations = List.copyOf(declarations);
    }

    static OutsideSettings read(Properties systemProperties, ConfigurationParameters parameters) {
        return read(systemProperties, parameters.keySet(), parameters::get);
    }

    /**
     * Where configuration parameters can only be asked for one by one: of those, all that have a meaning here. The
     * platform takes system properties for configuration parameters as well; here they are not.
     *
     * @param parameter the value of a configuration parameter
     */
    public static OutsideSettings readKnown(Properties systemProperties, Function<String, Optional<String>> parameter) {
        var known = Stream.concat(
                        KNOWN.stream(),
                        Arrays.stream(PerfBudget.class.getDeclaredMethods()).map(Method::getName))
                .map(name -> PREFIX + name)
                .filter(name -> systemProperties.getProperty(name) == null)
                .collect(Collectors.toUnmodifiableSet());
        return read(systemProperties, known, parameter);
    }

    private static OutsideSettings read(
            Properties systemProperties, Set<String> names, Function<String, Optional<String>> parameter) {
        var system = new LinkedHashMap<String, String>();
        for (var name : new TreeSet<>(systemProperties.stringPropertyNames())) {
            if (name.startsWith(PREFIX)) {
                system.put(name.substring(PREFIX.length()), systemProperties.getProperty(name));
            }
        }
        var configured = new LinkedHashMap<String, String>();
        for (var name : new TreeSet<>(names)) {
            if (name.startsWith(PREFIX)) {
                parameter.apply(name).ifPresent(value -> configured.put(name.substring(PREFIX.length()), value));
            }
        }
        var origin = Optional.ofNullable(configured.remove(ORIGIN)).orElse("JUnit configuration parameters");
        return new OutsideSettings(List.of(declaration("-D", system), declaration(origin, configured)));
    }

    /** The strongest value of a setting, by its name without prefix. */
    public Optional<String> value(String name) {
        return declaring(name).map(declaration -> declaration.values().get(name));
    }

    /** Where the strongest value of a setting stands, for people. */
    public String originOf(String name) {
        return declaring(name).map(Declaration::origin).orElse("default");
    }

    private Optional<Declaration> declaring(String name) {
        return declarations.stream()
                .filter(declaration -> declaration.values().containsKey(name))
                .findFirst();
    }

    private static Declaration declaration(String origin, Map<String, String> values) {
        return new Declaration(origin, values, List.of());
    }
}
