package dev.perfbudget.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every field of a run and of a fork is described in docs/files.md. */
class FilesDocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "files.md");
    private static final Set<String> MAPS_BY_FREE_NAMES =
            Set.of("params", "jvm", "settings", "defining", "descriptive", "resources", "system");

    @Test
    void the_page_names_every_field() throws IOException {
        var page = Files.readString(PAGE);
        var fields = new TreeSet<String>();
        collect(Json.withSchema(Samples.pairedRun()), fields);
        collect(Json.withSchema(Samples.resources(0)), fields);
        assertThat(fields).hasSizeGreaterThan(40).allSatisfy(field -> assertThat(page)
                .contains("`" + field + "`"));
    }

    private static void collect(JsonNode node, Set<String> fields) {
        node.forEach(child -> collect(child, fields));
        node.properties().forEach(property -> {
            fields.add(property.getKey());
            if (MAPS_BY_FREE_NAMES.contains(property.getKey())) {
                property.getValue().properties().forEach(entry -> fields.remove(entry.getKey()));
            }
        });
    }
}
