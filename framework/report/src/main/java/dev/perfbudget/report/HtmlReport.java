package dev.perfbudget.report;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report for people: one HTML page and its style sheet, readable offline, without scripts, and where a server
 * allows neither inline style nor scripts.
 */
public final class HtmlReport {

    private static final String TEMPLATES = "dev/perfbudget/templates";
    private static final String TEMPLATE = "report.ftlh";
    private static final String STYLE_SHEET = "report.css";
    private static final String PAGE = "index.html";

    private final ClassLoader templates;

    /** With the templates that come with PerfBudget. */
    public HtmlReport() {
        this(HtmlReport.class.getClassLoader());
    }

    /** With templates and style sheet of the same names from elsewhere. */
    HtmlReport(ClassLoader templates) {
        this.templates = templates;
    }

    /**
     * Writes the page of a suite.
     *
     * @param directory made if need be; files of the same names are replaced
     * @param runs those that the verdict was made from
     * @return the page
     */
    public Path write(Path directory, SuiteVerdict suite, List<Run> runs) throws IOException {
        Files.createDirectories(directory);
        writeStyleSheet(directory.resolve(STYLE_SHEET));
        var page = directory.resolve(PAGE);
        try (var out = Files.newBufferedWriter(page, StandardCharsets.UTF_8)) {
            configuration().getTemplate(TEMPLATE).process(Map.of("page", Page.of(suite, runs)), out);
        } catch (TemplateException e) {
            throw new IOException(
                    "The template [" + TEMPLATES + "/" + TEMPLATE + "] does not fit this version of PerfBudget: "
                            + e.getMessageWithoutStackTop(),
                    e);
        }
        return page;
    }

    private void writeStyleSheet(Path file) throws IOException {
        try (var in = templates.getResourceAsStream(TEMPLATES + "/" + STYLE_SHEET)) {
            if (in == null) {
                throw new FileNotFoundException("No style sheet [" + TEMPLATES + "/" + STYLE_SHEET
                        + "] on the class path. Add the artifact perfbudget-report-templates.");
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The name's ending makes FreeMarker escape everything for HTML; templates can call no Java but the views. */
    private Configuration configuration() {
        var configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTemplateLoader(new ClassTemplateLoader(templates, TEMPLATES));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return configuration;
    }
}
