package dev.perfbudget.report;

import dev.perfbudget.model.ModuleDirectory;
import dev.perfbudget.model.Run;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What all pages of a report share.
 *
 * @param title of the report: {@code Performance budgets of shop}
 * @param single whether it is one file that holds everything, so that links stay within it
 * @param style the style sheets, if it is a single file; else empty
 * @param script what adds filter, sort and zoom, if it is a single file; else empty
 */
public record SiteView(String title, boolean single, String style, String script) {

    static SiteView ofFolder(List<Run> runs) {
        return new SiteView(title(runs), false, "", "");
    }

    /** Everything in one file. */
    static SiteView inOneFile(List<Run> runs, String style, String script) {
        return new SiteView(title(runs), true, style, script);
    }

    private static String title(List<Run> runs) {
        var modules = runs.stream().map(run -> module(run.module())).distinct().collect(Collectors.joining(", "));
        return modules.isEmpty() ? "Performance budgets" : "Performance budgets of " + modules;
    }

    /** The last folder of its path. */
    static String module(String path) {
        return new ModuleDirectory(path).name();
    }
}
