package dev.perfbudget.report;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The report for people: a folder of pages, readable offline, without scripts, and where a server allows neither inline
 * style nor scripts; or all of it in a single file, which needs both.
 */
public final class HtmlReport {

    private static final String PAGE = "index.html";
    private static final String ASSETS = "assets/";

    private final TemplateFiles files;
    private final boolean isSingle;

    /** A folder, with the templates that come with PerfBudget. */
    public HtmlReport() {
        this(TemplateFiles.shipped(), false);
    }

    HtmlReport(TemplateFiles files, boolean isSingle) {
        this.files = files;
        this.isSingle = isSingle;
    }

    /** The same with a team's own templates in place of those of the same names. */
    public HtmlReport withTemplates(Path folder) throws WrongTemplateException {
        return new HtmlReport(files.with(folder), isSingle);
    }

    /** The same in one file, style sheets and scripts within. */
    public HtmlReport asSingleFile() {
        return new HtmlReport(files, true);
    }

    /** Of a suite of whose gate nothing else is known. */
    public Path write(Path directory, SuiteVerdict suite, List<Run> runs) throws IOException {
        return write(directory, new ReportContent(suite, runs));
    }

    /**
     * Writes the whole report, or nothing.
     *
     * @param directory made if need be; files of the same names, and the pages of an earlier report, are replaced
     * @return the first page
     */
    public Path write(Path directory, ReportContent content) throws IOException {
        try (var folder = StagedFolder.of(directory)) {
            if (isSingle) {
                writeSingleFile(folder, content);
            } else {
                writePages(folder, content);
            }
            folder.publish(PageFile.FOLDER, PageFile::isOne);
            return directory.resolve(PAGE);
        }
    }

    private void writePages(StagedFolder folder, ReportContent content) throws IOException {
        var templates = new Templates(files);
        var site = SiteView.ofFolder(content.runs());
        var names = new BenchmarkNames(content.suite());
        for (var asset : TemplateFiles.ASSETS) {
            folder.write(ASSETS + asset, files.bytes(asset));
        }
        var page = Page.of(content, names);
        folder.write(PAGE, templates.page(PageTemplate.OVERVIEW, Map.of("site", site, "page", page)));
        var views = new BenchmarkViews(content, names);
        onAllProcessors(views.size(), index -> {
            var view = views.get(index);
            folder.write(
                    view.name().file(),
                    templates.page(PageTemplate.BENCHMARK, Map.of("site", site, "benchmark", view)));
        });
    }

    private interface PageWriting {

        void write(int index) throws IOException;
    }

    private static void onAllProcessors(int pages, PageWriting writing) throws IOException {
        try {
            IntStream.range(0, pages).parallel().forEach(index -> {
                try {
                    writing.write(index);
                } catch (IOException unwritten) {
                    throw new UncheckedIOException(unwritten);
                }
            });
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
    }

    private void writeSingleFile(StagedFolder folder, ReportContent content) throws IOException {
        var templates = new Templates(files);
        var names = new BenchmarkNames(content.suite());
        var site = SiteView.inOneFile(
                content.runs(), files.text(TemplateFiles.STYLE_SHEETS), files.text(TemplateFiles.SCRIPTS));
        var benchmarks = new BenchmarkViews(content, names).iterator();
        var views = Map.of("site", site, "page", Page.of(content, names), "benchmarks", benchmarks);
        folder.write(PAGE, out -> templates.write(PageTemplate.SINGLE, views, out));
    }
}
