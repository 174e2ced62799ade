package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** docs/goals.md is written from the plugin's own descriptor, so that it names every goal and parameter there is. */
class GoalReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "goals.md");
    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");
    private static final String HEAD =
            """
            # Goals and parameters

            Written from the plugin's own descriptor; [maven.md](maven.md) explains how they work together, and
            [settings.md](settings.md) has the settings. A property is given as `-Dname=value`; a parameter
            without one stands in the POM.
            """;

    @Test
    void the_page_is_what_the_descriptor_says() throws Exception {
        var reference = reference();
        if (Boolean.getBoolean("goals.write")) {
            Files.writeString(PAGE, reference);
        }

        assertThat(PAGE)
                .as("Write it anew: mvn -pl maven-plugin -am test -Dtest=GoalReferenceTest -Dgoals.write=true")
                .content()
                .isEqualTo(reference);
    }

    private static String reference() throws Exception {
        var plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
        return HEAD + elements(plugin, "mojo").map(GoalReferenceTest::goal).collect(Collectors.joining());
    }

    private static String goal(Element mojo) {
        var phase = text(mojo, "phase");
        var executed = text(mojo, "executePhase");
        var rows = elements(mojo, "parameter")
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .map(parameter -> row(mojo, parameter))
                .collect(Collectors.joining());
        return "\n## perfbudget:" + text(mojo, "goal") + "\n\n" + text(mojo, "description")
                + (phase.isEmpty() ? "" : " Bound to the phase `" + phase + "` unless told otherwise.")
                + (executed.isEmpty() ? "" : " Runs the phase `" + executed + "` first.")
                + (rows.isEmpty() ? "\n" : "\n\n| parameter | property | default | |\n|---|---|---|---|\n" + rows);
    }

    private static String row(Element mojo, Element parameter) {
        var name = text(parameter, "name");
        var configured = elements(mojo, "configuration")
                .flatMap(configuration -> elements(configuration, name))
                .findFirst();
        var property = configured
                .map(element -> element.getTextContent().strip().replaceAll("^\\$\\{(.*)}$", "$1"))
                .orElse("");
        var byDefault =
                configured.map(element -> element.getAttribute("default-value")).orElse("");
        return "| `" + name + "` | " + code(property) + " | " + code(byDefault) + " | "
                + text(parameter, "description").replace("|", "\\|").replace("<", "&lt;") + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String text(Element parent, String name) {
        return elements(parent, name)
                .findFirst()
                .map(element -> element.getTextContent().strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    private static Stream<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }
}
