package dev.perfbudget.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser without a window, as Debian packs it. */
final class Chromium implements AutoCloseable {

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Empty where there is none, unless the environment says that there must be. */
    static Optional<Chromium> start() {
        var isNeeded = System.getenv().getOrDefault("PERFBUDGET_TESTS_NEED", "").contains("browser");
        var browser = found("chromium");
        var chromedriver = found("chromedriver");
        if (!isNeeded && (browser.isEmpty() || chromedriver.isEmpty())) {
            return Optional.empty();
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions()
                .setBinary(browser.orElseThrow().toString())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        return Optional.of(new Chromium(new ChromeDriver(service, options)));
    }

    private static Optional<Path> found(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What it looks like from now on. */
    void screen(int width, String colours) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** On paper from now on, until a screen is set. */
    void paper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    void scripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    void open(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void pressEnter() {
        press(Keys.ENTER);
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Moves the mouse to a place of the window. */
    void pointAt(double x, double y) {
        mouse("mouseMoved", x, y, Map.of());
    }

    void drag(double x, double y, double toX) {
        mouse("mousePressed", x, y, Map.of("button", "left", "buttons", 1, "clickCount", 1));
        mouse("mouseMoved", (x + toX) / 2, y, Map.of("button", "left", "buttons", 1));
        mouse("mouseMoved", toX, y, Map.of("button", "left", "buttons", 1));
        mouse("mouseReleased", toX, y, Map.of("button", "left", "clickCount", 1));
    }

    /** Turns the wheel towards the reader, or away from them if {@code delta} is below zero. */
    void wheel(double x, double y, int delta, boolean withControl) {
        mouse("mouseWheel", x, y, Map.of("deltaX", 0, "deltaY", delta, "modifiers", withControl ? 2 : 0));
    }

    /** Whether there are fingers, from the next page on. */
    void fingers(boolean any) {
        driver.executeCdpCommand(
                "Emulation.setTouchEmulationEnabled", Map.of("enabled", any, "maxTouchPoints", any ? 2 : 1));
    }

    /** Two fingers that move apart to twice their distance. */
    void pinch(double x, double y) {
        touch("touchStart", List.of(finger(x - 20, y, 0)));
        touch("touchStart", List.of(finger(x - 20, y, 0), finger(x + 20, y, 1)));
        touch("touchMove", List.of(finger(x - 30, y, 0), finger(x + 30, y, 1)));
        touch("touchMove", List.of(finger(x - 40, y, 0), finger(x + 40, y, 1)));
        touch("touchEnd", List.of());
    }

    /** One finger that moves up, which scrolls what is below it. */
    void swipe(double x, double y) {
        touch("touchStart", List.of(finger(x, y, 0)));
        for (var moved = 20; moved <= 120; moved += 20) {
            touch("touchMove", List.of(finger(x, y - moved, 0)));
        }
        touch("touchEnd", List.of());
    }

    private void touch(String type, List<?> fingers) {
        driver.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", fingers));
    }

    private static Map<String, Number> finger(double x, double y, int id) {
        return Map.of("x", x, "y", y, "id", id);
    }

    private void mouse(String type, double x, double y, Map<String, Object> more) {
        var event = new HashMap<String, Object>(more);
        event.putAll(Map.of("type", type, "x", x, "y", y));
        driver.executeCdpCommand("Input.dispatchMouseEvent", event);
    }

    /** Value of a script. */
    Object evaluate(String script) {
        return Objects.requireNonNull(driver.executeScript("return " + script));
    }

    void run(String script) {
        driver.executeScript(script);
    }

    /** What a script that takes a while hands to its last argument. */
    Object await(String script) {
        return Objects.requireNonNull(driver.executeAsyncScript(script));
    }

    /** How many pixels the first of something takes, which needs no script; it fails if that is not drawn at all. */
    long area(String selector) {
        var document = inside(driver.executeCdpCommand("DOM.getDocument", Map.of("depth", 0)), "root");
        var node = driver.executeCdpCommand(
                "DOM.querySelector", Map.of("nodeId", document.get("nodeId"), "selector", selector));
        var box = inside(driver.executeCdpCommand("DOM.getBoxModel", Map.of("nodeId", node.get("nodeId"))), "model");
        return Long.parseLong(String.valueOf(box.get("width"))) * Long.parseLong(String.valueOf(box.get("height")));
    }

    /** Waits for what takes a browser a moment. */
    void until(String condition) {
        await("const done = arguments[0]; const ask = () => " + condition
                + " ? done(true) : requestAnimationFrame(ask); ask();");
    }

    /** What axe finds on the page as it is now. */
    List<?> violations() throws IOException {
        try (var in = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>)
                await(
                        """
                const done = arguments[0];
                axe.run().then(found => done(found.violations.map(one =>
                    one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' | '))));""");
    }

    /** Since this was last asked. */
    List<String> consoleMessages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that were asked for since this was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(Chromium::address)
                .toList();
    }

    private static String address(String event) {
        var request = inside(inside(inside(new Json().toType(event, Map.class), "message"), "params"), "request");
        return String.valueOf(request.get("url"));
    }

    private static Map<?, ?> inside(@Nullable Map<?, ?> outside, String name) {
        return (Map<?, ?>)
                Objects.requireNonNull(Objects.requireNonNull(outside).get(name));
    }

    /** The whole page, also kept as a file for people to look at. */
    BufferedImage picture(String name) throws IOException {
        var height = ((Number) evaluate("document.documentElement.scrollHeight")).intValue();
        return picture(name, height);
    }

    /** So many pixels of it, which needs no script, also kept. */
    BufferedImage picture(String name, int height) throws IOException {
        var bytes = screenshot(height);
        var file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return image(bytes);
    }

    /** So many pixels of it, which needs no script and is not kept. */
    BufferedImage drawn(int height) throws IOException {
        return image(screenshot(height));
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private byte[] screenshot(int height) {
        var width = ((Number) driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).entrySet().stream()
                        .filter(entry -> entry.getKey().equals("cssVisualViewport"))
                        .map(entry -> ((Map<?, ?>) entry.getValue()).get("clientWidth"))
                        .findFirst()
                        .orElseThrow())
                .intValue();
        var data = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
