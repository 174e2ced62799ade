package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** Pictures as pages have them. All kinds of them are left in {@code target/pictures/charts.html} to be looked at. */
class ChartTemplateTest {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Pictures</title><link rel="stylesheet" href="report.css"><link rel="stylesheet" href="charts.css"></head>
            <body><main><#import "charts.ftlh" as charts><#list scenes as scene><article><@charts.pictures scene/></article></#list>
            <article><table><#list lines as line><tr><td>a line</td><td><@charts.small line/></td></tr></#list></table></article>
            </main></body></html>
            """;

    @Test
    void every_picture_is_an_element_with_title_and_description_and_no_style_of_its_own() throws Exception {
        var page = page();
        Files.createDirectories(Path.of("target", "pictures"));
        Files.writeString(Path.of("target", "pictures", "charts.html"), page);
        for (var sheet : List.of("report.css", "charts.css")) {
            try (var in = getClass().getResourceAsStream("/dev/perfbudget/templates/" + sheet)) {
                Files.write(Path.of("target", "pictures", sheet), in == null ? new byte[0] : in.readAllBytes());
            }
        }

        assertThat(page).doesNotContain("style=", "<style", "<script", "onload");
        var pictures = Stream.of(page.split("(?=<svg )"))
                .skip(1)
                .filter(rest -> !rest.contains("aria-hidden"))
                .map(rest -> rest.substring(0, rest.indexOf("</svg>") + 6))
                .toList();
        assertThat(pictures).hasSizeGreaterThan(15).allSatisfy(picture -> {
            var svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            assertThat(svg.getElementsByTagName("title").getLength()).isOne();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
        });
    }

    @Test
    void every_look_is_known_to_the_style_sheet() throws Exception {
        var sheet = new String(
                getClass()
                        .getResourceAsStream("/dev/perfbudget/templates/charts.css")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(scenes().stream()
                        .flatMap(List::stream)
                        .flatMap(chart -> Shapes.flat(chart.marks()))
                        .flatMap(mark -> Stream.of(look(mark).split(" "))))
                .filteredOn(look -> !look.equals("label"))
                .allSatisfy(look -> assertThat(sheet).contains("." + look));
    }

    private static String look(Mark mark) {
        return mark instanceof Mark.Shape shape ? shape.look() : ((Mark.Words) mark).look();
    }

    private static String page() throws IOException, TemplateException {
        var configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTemplateLoader(
                new ClassTemplateLoader(ChartTemplateTest.class.getClassLoader(), "dev/perfbudget/templates"));
        configuration.setLocale(Locale.ROOT);
        var out = new StringWriter();
        var lines = scenes().stream()
                .flatMap(List::stream)
                .filter(chart -> chart.width().equals("120"))
                .toList();
        new Template("pictures.ftlh", PAGE, configuration)
                .process(
                        Map.of(
                                "scenes",
                                scenes().stream()
                                        .map(charts -> charts.stream()
                                                .filter(chart -> !chart.width().equals("120"))
                                                .toList())
                                        .toList(),
                                "lines",
                                lines),
                        out);
        return out.toString();
    }

    /** One of everything. */
    private static List<List<Chart>> scenes() {
        var slower = Scene.paired(8, 1.12, 0.01)
                .confirmedBy(8, 1.12, 0.01)
                .limit(StandardMetric.MEAN, 250, Unit.MICROSECONDS)
                .limit(StandardMetric.ALLOCATION, 64, Unit.KILOBYTES)
                .limit(StandardMetric.THROUGHPUT, 9000, Unit.PER_SECOND);
        var open = Scene.paired(12, 1.04, 0.06).disturbed(3).limit(StandardMetric.MEAN, 100, Unit.MICROSECONDS);
        var latencies = Scene.ordinary()
                .latencies(800)
                .limit(StandardMetric.P99, 900, Unit.MICROSECONDS)
                .limit(StandardMetric.P90, 300, Unit.MICROSECONDS)
                .blocks(5, 1.3, 0.02);
        var modes = Scene.ordinary().iterations(300, 1700).forks(100, 102, 103, 150, 151, 149, 104, 152);
        var suite = Scene.suite(IntStream.range(0, 40)
                .mapToObj(i -> Scene.of("com.acme.shop." + (i % 3 == 0 ? "CheckoutOfTheWholeBasketBench" : "JsonBench")
                                + ".m" + i)
                        .iterations(2, 6)
                        .blocks(5, 1 + (i - 18) * 0.008, 0.004 + 0.02 * (i % 5 == 0 ? 1 : 0)))
                .toList());
        return List.of(
                charts(slower),
                charts(open),
                charts(latencies),
                charts(modes),
                Stream.concat(
                                SuiteCharts.ratios(Scene.samples(suite)).stream(),
                                suite.benchmarks().stream()
                                        .limit(8)
                                        .flatMap(found -> found.samples().stream())
                                        .flatMap(sample -> SuiteCharts.ratio(sample).stream()))
                        .toList());
    }

    private static List<Chart> charts(Scene scene) {
        return BenchmarkCharts.of(scene.run(), scene.verdict(), scene.pairing(), scene.lines());
    }
}
