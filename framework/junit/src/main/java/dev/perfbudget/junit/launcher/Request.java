package dev.perfbudget.junit.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the Maven plugin asks for; the file's format is described with the package.
 *
 * @param classes binary names of classes to look into, or of class and benchmark with {@code #} between
 * @param parameters JUnit configuration parameters
 * @param problems where to write problems
 * @param runs where to write the directories of finished runs
 * @param endsWithInput whether this JVM ends when its standard input does
 */
record Request(
        List<String> classes,
        List<String> includeTags,
        List<String> excludeTags,
        Map<String, String> parameters,
        Optional<Path> problems,
        Optional<Path> runs,
        boolean endsWithInput) {

    private static final String SETTING = "setting.";
    private static final String MODE = "perfbudget.mode";

    Request {
        classes = List.copyOf(classes);
        includeTags = List.copyOf(includeTags);
        excludeTags = List.copyOf(excludeTags);
        parameters = Map.copyOf(parameters);
    }

    static Request read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new Request(
                classes(properties),
                list(properties, "includeTags"),
                list(properties, "excludeTags"),
                parameters(properties),
                Optional.ofNullable(properties.getProperty("problems")).map(Path::of),
                Optional.ofNullable(properties.getProperty("runs")).map(Path::of),
                Boolean.parseBoolean(properties.getProperty("endWithInput")));
    }

    /** Whether everything is only to be called once. */
    boolean isSmoke() {
        return "smoke".equals(System.getProperty(MODE, parameters.getOrDefault(MODE, "")));
    }

    boolean selectsByTag() {
        return !includeTags.isEmpty() || !excludeTags.isEmpty();
    }

    private static List<String> classes(Properties properties) {
        var classes = new ArrayList<String>();
        for (var name = properties.getProperty("class.0");
                name != null;
                name = properties.getProperty("class." + classes.size())) {
            classes.add(name);
        }
        return classes;
    }

    private static List<String> list(Properties properties, String name) {
        return Stream.of(properties.getProperty(name, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Map<String, String> parameters(Properties properties) {
        var parameters = new LinkedHashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(SETTING)) {
                parameters.put("perfbudget." + name.substring(SETTING.length()), properties.getProperty(name));
            }
        }
        parameters.put("perfbudget.origin", properties.getProperty("origin", "pom.xml"));
        return parameters;
    }
}
