package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    @TempDir
    Path templates;

    @TempDir
    Path output;

    @Test
    void a_single_one_is_replaced_and_the_others_stay() throws IOException {
        Files.writeString(
                templates.resolve("overview-page.ftlh"),
                "<#ftl output_format=\"HTML\"><!DOCTYPE html><title>ours</title><p>${page.outcome}: ${page.passed?size}");

        write();

        assertThat(output.resolve("index.html")).content().contains("<title>ours</title><p>Failed: 2");
        assertThat(output.resolve("benchmarks/001-JsonBench.parse.html"))
                .content()
                .contains("Limits and comparisons");
    }

    @Test
    void a_part_of_the_pages_is_replaced() throws IOException {
        Files.writeString(templates.resolve("report.css"), "body { color: teal }");

        write();

        assertThat(output.resolve("assets/report.css")).hasContent("body { color: teal }");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> new HtmlReport().withTemplates(templates.resolve("gone")))
                .isInstanceOf(WrongTemplateException.class)
                .hasMessageStartingWith("There is no folder [" + templates.resolve("gone") + "]")
                .hasMessageContaining("perfbudget.templates");
    }

    @Test
    void a_folder_without_any_template_is_a_mistake() throws IOException {
        Files.writeString(templates.resolve("overveiw.ftlh"), "typing error");

        assertThatThrownBy(this::write)
                .isInstanceOf(WrongTemplateException.class)
                .hasMessageContaining("[" + templates + "]")
                .hasMessageContaining("overview.ftlh");
    }

    @Test
    void an_error_in_a_template_is_told_with_file_and_line_and_nothing_is_written() throws IOException {
        assertThatTemplate("<#ftl output_format=\"HTML\">\n<p>\n<#if page.outcome>\n")
                .hasMessageContaining("[" + templates.resolve("overview-page.ftlh") + "]")
                .hasMessageContaining("line [")
                .hasMessageContaining("#if");
    }

    @Test
    void a_view_that_does_not_exist_is_told_with_file_and_line() throws IOException {
        assertThatTemplate("<#ftl output_format=\"HTML\">\n<p>\n${page.verdict}\n")
                .hasMessageContaining("[" + templates.resolve("overview-page.ftlh") + "]")
                .hasMessageContaining("line [3]")
                .hasMessageContaining("page.verdict");
    }

    @Test
    void a_template_that_another_one_needs_is_named() throws IOException {
        assertThatTemplate("<#ftl output_format=\"HTML\">\n<#import \"ours.ftlh\" as ours>\n")
                .hasMessageContaining("ours.ftlh");
    }

    @Test
    void templates_can_call_no_java() throws IOException {
        assertThatTemplate("<#ftl output_format=\"HTML\">\n${\"freemarker.template.utility.Execute\"?new()(\"id\")}\n")
                .hasMessageContaining("line [2]");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatTemplate(String template) throws IOException {
        Files.writeString(templates.resolve("overview-page.ftlh"), template);

        var thrown = assertThatThrownBy(this::write).isInstanceOf(WrongTemplateException.class);

        assertThat(output).isEmptyDirectory();
        return thrown;
    }

    private void write() throws IOException {
        var suite = Suites.mixed();
        new HtmlReport().withTemplates(templates).write(output, suite.verdict(), suite.runs());
    }
}
