package dev.perfbudget.report;

import dev.perfbudget.report.text.VisibleText;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The template engine. The ending of a template's name makes it escape everything for HTML; templates can call no Java
 * but the views, and nothing in a text that reaches them is hidden.
 */
final class Templates {

    private static final int PAGE_SIZE = 64 * 1024;

    private final TemplateFiles files;
    private final Configuration configuration;

    Templates(TemplateFiles files) throws IOException {
        this.files = files;
        this.configuration = configuration(files);
    }

    /** A page as bytes: encoded at once, which takes a new JVM much less time than in the pieces that templates write. */
    byte[] page(PageTemplate template, Map<String, Object> views) throws IOException {
        var page = new StringWriter(PAGE_SIZE);
        write(template, views, page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param views what the template places, by name */
    void write(PageTemplate template, Map<String, Object> views, Writer out) throws IOException {
        try {
            configuration.getTemplate(template.file()).process(views, out);
        } catch (TemplateException unfit) {
            throw wrong(unfit, template);
        } catch (ParseException wrong) {
            throw wrong(wrong);
        } catch (TemplateNotFoundException missing) {
            throw wrong(missing, template);
        }
    }

    /** What another template imports is told of by the one that does. */
    private WrongTemplateException wrong(TemplateException unfit, PageTemplate template) {
        if (unfit.getCause() instanceof ParseException wrong) {
            return wrong(wrong);
        }
        if (unfit.getCause() instanceof TemplateNotFoundException missing) {
            return wrong(missing, template);
        }
        return wrong(
                Optional.ofNullable(unfit.getTemplateSourceName()).orElse(template.file()),
                Optional.ofNullable(unfit.getLineNumber()).orElse(0),
                unfit.getMessageWithoutStackTop(),
                unfit);
    }

    private WrongTemplateException wrong(ParseException wrong) {
        return wrong(
                Optional.ofNullable(wrong.getTemplateName()).orElse("unknown"),
                wrong.getLineNumber(),
                wrong.getEditorMessage(),
                wrong);
    }

    private WrongTemplateException wrong(TemplateNotFoundException missing, PageTemplate template) {
        return new WrongTemplateException(
                "There is no template [" + missing.getTemplateName() + "], which [" + files.place(template.file())
                        + "] needs. Put one beside it, or add the artifact perfbudget-report-templates.",
                missing);
    }

    private WrongTemplateException wrong(String name, int line, String what, Exception cause) {
        return new WrongTemplateException(
                "The template [" + files.place(name) + "] has an error in line [" + line + "]: " + whatIsWrong(what)
                        + ". What templates are given is in docs/templates.md.",
                cause);
    }

    /** Without the advice that follows, which knows nothing of our views. */
    private static String whatIsWrong(String what) {
        return what.lines()
                .takeWhile(line -> !line.startsWith("----"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceFirst("[.:]+$", "");
    }

    private static Configuration configuration(TemplateFiles files) throws IOException {
        var configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTemplateLoader(loader(files));
        configuration.setObjectWrapper(new VisibleTexts());
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        return configuration;
    }

    private static TemplateLoader loader(TemplateFiles files) throws IOException {
        var loaders = new ArrayList<TemplateLoader>();
        if (files.folder().isPresent()) {
            loaders.add(new FileTemplateLoader(files.folder().get().toFile()));
        }
        loaders.add(new ClassTemplateLoader(files.loader(), TemplateFiles.PACKAGE));
        return new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
    }

    /** Shows every text as {@link VisibleText} does. */
    private static final class VisibleTexts extends DefaultObjectWrapper {

        VisibleTexts() {
            super(Configuration.VERSION_2_3_35);
        }

        @Override
        public @Nullable TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
            return super.wrap(object instanceof String text ? VisibleText.of(text) : object);
        }
    }
}
