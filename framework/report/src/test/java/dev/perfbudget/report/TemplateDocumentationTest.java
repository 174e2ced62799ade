package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/templates.md says that templates are given is what they are given. */
class TemplateDocumentationTest {

    private static final Path DOCUMENT = Path.of("../../docs/templates.md");
    private static final List<Class<?>> GIVEN = List.of(SiteView.class, Page.class, BenchmarkView.class);
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (.+?) \\| (.+) \\|$", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> every_view_is_described_with_all_its_parts() throws IOException {
        var document = Files.readString(DOCUMENT).replace("\r\n", "\n");
        return views().stream()
                .filter(Class::isRecord)
                .map(view -> DynamicTest.dynamicTest(view.getSimpleName(), () -> {
                    var rows = ROW.matcher(section(document, view)).results().toList();

                    assertThat(rows.stream().map(row -> row.group(1) + ": " + row.group(2)))
                            .containsExactlyElementsOf(Arrays.stream(view.getRecordComponents())
                                    .map(part -> part.getName() + ": " + type(part.getGenericType()))
                                    .toList());
                    assertThat(rows)
                            .extracting(TemplateDocumentationTest::meaning)
                            .noneMatch(String::isBlank);
                }));
    }

    @Test
    void every_file_that_can_be_replaced_is_named() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(TemplateFiles.NAMES);
    }

    private static String meaning(MatchResult row) {
        return row.group(3);
    }

    private static String section(String document, Class<?> view) {
        var heading = "### " + view.getSimpleName() + "\n";
        var start = document.indexOf(heading);
        assertThat(start)
                .as("section [%s] of docs/templates.md", view.getSimpleName())
                .isNotNegative();
        var end = document.indexOf("\n### ", start);
        return document.substring(start, end < 0 ? document.length() : end);
    }

    private static Set<Class<?>> views() {
        var found = new LinkedHashSet<Class<?>>();
        var next = new ArrayDeque<Class<?>>(GIVEN);
        while (!next.isEmpty()) {
            var view = next.remove();
            if (found.add(view)) {
                parts(view).flatMap(TemplateDocumentationTest::mentioned).forEach(next::add);
            }
        }
        return found;
    }

    private static Stream<Type> parts(Class<?> view) {
        return view.isRecord()
                ? Arrays.stream(view.getRecordComponents()).map(part -> part.getGenericType())
                : Arrays.stream(view.getPermittedSubclasses());
    }

    private static Stream<Class<?>> mentioned(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(TemplateDocumentationTest::mentioned);
        }
        return type instanceof Class<?> view && view.getName().startsWith("dev.perfbudget.")
                ? Stream.of(view)
                : Stream.of();
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            var inside = type(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? inside + ", or nothing" : "list of " + inside;
        }
        if (type == String.class) {
            return "text";
        }
        var name = ((Class<?>) type).getSimpleName();
        return type == boolean.class ? "yes or no" : "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }
}
