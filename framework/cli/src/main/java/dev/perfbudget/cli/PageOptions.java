package dev.perfbudget.cli;

import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.WrongTemplateException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How the pages of a report are made. */
final class PageOptions {

    @Option(
            names = "--templates",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "DIR",
            hideParamSyntax = true,
            description = "Templates of one's own, in place of those of the same names that come with PerfBudget.")
    private List<String> templates = new ArrayList<>();

    @Option(names = "--single-file", description = "All pages in one file, with style sheet and script.")
    private boolean isSingleFile;

    /** What is wrong is added to the problems. */
    HtmlReport report(List<String> problems) {
        var report = isSingleFile ? new HtmlReport().asSingleFile() : new HtmlReport();
        var before = problems.size();
        var folder = FileOptions.path(new OneValue("--templates", templates, "templates").text(problems), problems);
        if (templates.isEmpty() || folder.isEmpty() || problems.size() > before) {
            return report;
        }
        try {
            return report.withTemplates(folder.get());
        } catch (WrongTemplateException wrong) {
            problems.add("--templates: " + wrong.getMessage());
            return report;
        }
    }
}
