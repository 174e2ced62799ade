package dev.perfbudget.maven.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What a module's POM says to another plugin, for all of its executions or for one.
 *
 * @param key of the plugin: {@code group:artifact}
 * @param userProperties what the command line says
 */
record Configuration(MavenProject project, String key, Map<String, String> userProperties) {

    boolean isThere() {
        return plugin().isPresent();
    }

    /** The goals that are bound to the lifecycle. */
    List<String> goals() {
        return plugin().stream()
                .flatMap(plugin -> plugin.getExecutions().stream())
                .flatMap(execution -> execution.getGoals().stream())
                .toList();
    }

    /** What a parameter is set to, anywhere: in the POM, or else by its property. */
    Optional<String> text(String parameter, String property) {
        return elements(parameter)
                .flatMap(element -> Stream.ofNullable(element.getValue()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> Optional.ofNullable(userProperties.get(property)))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(property)))
                .filter(text -> !text.isBlank());
    }

    boolean has(String parameter) {
        return elements(parameter).findAny().isPresent();
    }

    /** All texts within a parameter, however deep. */
    List<String> texts(String parameter) {
        return elements(parameter).flatMap(Configuration::texts).toList();
    }

    private static Stream<String> texts(Xpp3Dom element) {
        return Stream.concat(
                Stream.ofNullable(element.getValue()).map(String::strip).filter(text -> !text.isEmpty()),
                Stream.of(element.getChildren()).flatMap(Configuration::texts));
    }

    private Stream<Xpp3Dom> elements(String parameter) {
        return configurations().flatMap(all -> Stream.of(all.getChildren(parameter)));
    }

    private Stream<Xpp3Dom> configurations() {
        return plugin().stream()
                .flatMap(plugin -> Stream.concat(
                        Stream.ofNullable(plugin.getConfiguration()),
                        plugin.getExecutions().stream()
                                .flatMap(execution -> Stream.ofNullable(execution.getConfiguration()))))
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private Optional<Plugin> plugin() {
        return Optional.ofNullable(project.getPlugin(key));
    }
}
