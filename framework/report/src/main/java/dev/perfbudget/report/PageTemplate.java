package dev.perfbudget.report;

/** A template that makes a whole page; what it shares with others stands in further templates. */
enum PageTemplate {
    /** The first page of the folder. */
    OVERVIEW("overview-page.ftlh"),
    /** That of one benchmark. */
    BENCHMARK("benchmark-page.ftlh"),
    /** All in one file. */
    SINGLE("single-page.ftlh");

    private final String file;

    PageTemplate(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
