package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as a browser draws it, from a server with the policy that Jenkins has for archived reports. The pictures stay
 * in {@code target/pictures} for people to look at.
 */
class BrowserTest {

    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";
    private static final int LIGHT = 0xfffbfbf9;
    private static final int DARK = 0xff14171a;

    @TempDir
    Path directory;

    private HttpServer server;

    @BeforeEach
    void servePage() throws IOException {
        var suite = Suites.mixed();
        new HtmlReport().write(directory, suite.verdict(), suite.runs());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var file = directory.resolve(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders()
                    .add("Content-Type", file.toString().endsWith("css") ? "text/css" : "text/html");
            var found = Files.isRegularFile(file);
            exchange.sendResponseHeaders(found ? 200 : 404, found ? Files.size(file) : -1);
            try (var body = exchange.getResponseBody()) {
                if (found) {
                    Files.copy(file, body);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void keeps_its_style_under_a_strict_policy() throws Exception {
        assertThat(picture("light", 1200, 1600).getRGB(2, 2)).isEqualTo(LIGHT);
    }

    @Test
    void is_dark_for_those_who_like_it_dark() throws Exception {
        var picture = picture("dark", 1200, 1600, "--blink-settings=preferredColorScheme=0");

        assertThat(picture.getRGB(2, 2)).isEqualTo(DARK);
    }

    @Test
    void does_not_run_over_the_edge_of_a_narrow_screen() throws Exception {
        var picture = picture("narrow", 400, 3000);

        assertThat(IntStream.range(0, picture.getHeight()).map(y -> picture.getRGB(picture.getWidth() - 3, y)))
                .containsOnly(LIGHT);
    }

    private BufferedImage picture(String name, int width, int height, String... options) throws Exception {
        var chromium = chromium();
        assumeTrue(chromium.isPresent() || isNeeded(), "no chromium on the PATH");
        var file = Path.of("target", "pictures", name + ".png").toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        var command = Stream.of(
                        List.of(
                                chromium.orElseThrow().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--hide-scrollbars",
                                "--user-data-dir=" + directory.resolve("profile"),
                                "--window-size=" + width + "," + height,
                                "--screenshot=" + file),
                        List.of(options),
                        List.of("http://127.0.0.1:" + server.getAddress().getPort() + "/index.html"))
                .flatMap(List::stream)
                .toList();
        var log = directory.resolve("chromium.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        assertThat(file).as(Files.readString(log)).exists();
        return ImageIO.read(file.toFile());
    }

    /** As the environment says where there must be one. */
    private static boolean isNeeded() {
        return System.getenv().getOrDefault("PERFBUDGET_TESTS_NEED", "").contains("browser");
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
