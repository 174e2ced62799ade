package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** The pages before the Nu HTML checker. */
class ValidHtmlTest {

    private static final String ROLE_OF_TABLE =
            ".*error: The “role” attribute must not be used on a “t[rhd]” element which has a “table” ancestor.*";

    @TempDir
    Path folder;

    @Test
    void a_run_beside_its_baseline() throws Exception {
        new HtmlReport().write(folder, Measured.paired());

        assertThatAllPagesAreValid();
    }

    @Test
    void failures_of_every_kind() throws Exception {
        var suite = Suites.mixed();
        new HtmlReport().write(folder, suite.verdict(), suite.runs());

        assertThatAllPagesAreValid();
    }

    @Test
    void texts_that_try_to_break_out() throws Exception {
        var suite = Suites.hostile();
        new HtmlReport().write(folder, suite.verdict(), suite.runs());

        assertThatAllPagesAreValid();
    }

    @Test
    void all_in_one_file() throws Exception {
        new HtmlReport().asSingleFile().write(folder, Measured.paired());

        assertThatAllPagesAreValid();
    }

    private void assertThatAllPagesAreValid() throws IOException, SAXException {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.GNU);
        try (var files = Files.walk(folder)) {
            for (var page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertThat(validator.validate(page).lines().filter(ValidHtmlTest::isError))
                        .as(page.toString())
                        .isEmpty();
            }
        }
    }

    /**
     * The checker knows style sheets of some years ago. It also wants no role that an element has anyway; ours are for
     * tables whose rows become cards, with which they lose that.
     */
    private static boolean isError(String message) {
        return message.contains("error") && !message.contains("error: CSS:") && !message.matches(ROLE_OF_TABLE);
    }
}
