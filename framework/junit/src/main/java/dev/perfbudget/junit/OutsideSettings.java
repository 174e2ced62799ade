package dev.perfbudget.junit;

import dev.perfbudget.protocol.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Everything named {@code perfbudget.…} that was set from outside.
 *
 * @param declarations strongest first: system properties, then JUnit configuration parameters
 */
record OutsideSettings(List<Declaration> declarations) {

    private static final String PREFIX = "perfbudget.";
    private static final String ORIGIN = "origin";

    OutsideSettings {
        declarations = List.copyOf(declarations);
    }

    static OutsideSettings read(Properties systemProperties, ConfigurationParameters parameters) {
        var system = new LinkedHashMap<String, String>();
        for (var name : new TreeSet<>(systemProperties.stringPropertyNames())) {
            if (name.startsWith(PREFIX)) {
                system.put(name.substring(PREFIX.length()), systemProperties.getProperty(name));
            }
        }
        var configured = new LinkedHashMap<String, String>();
        for (var name : new TreeSet<>(parameters.keySet())) {
            if (name.startsWith(PREFIX)) {
                parameters.get(name).ifPresent(value -> configured.put(name.substring(PREFIX.length()), value));
            }
        }
        var origin = Optional.ofNullable(configured.remove(ORIGIN)).orElse("JUnit configuration parameters");
        return new OutsideSettings(List.of(declaration("-D", system), declaration(origin, configured)));
    }

    /** The strongest value of a setting, by its name without prefix. */
    Optional<String> value(String name) {
        return declaring(name).map(declaration -> declaration.values().get(name));
    }

    /** Where the strongest value of a setting stands, for people. */
    String originOf(String name) {
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
