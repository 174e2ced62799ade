package dev.perfbudget.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Files of a folder, with the policy that Jenkins has for archived reports. */
final class StrictServer implements AutoCloseable {

    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "html", "text/html; charset=utf-8");

    private final Path folder;
    private final HttpServer server;
    private final List<String> missing = new CopyOnWriteArrayList<>();

    StrictServer(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(Path file) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/"
                + file.toString().replace('\\', '/');
    }

    /** What was asked for and is not there. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().substring(1);
        var file = folder.resolve(name);
        var isThere = Files.isRegularFile(file);
        if (!isThere) {
            missing.add(name);
        }
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders()
                .add("Content-Type", TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"));
        exchange.sendResponseHeaders(isThere ? 200 : 404, isThere ? Files.size(file) : -1);
        try (var body = exchange.getResponseBody()) {
            if (isThere) {
                Files.copy(file, body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
