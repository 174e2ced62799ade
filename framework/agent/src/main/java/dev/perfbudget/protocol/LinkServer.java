package dev.perfbudget.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Where children connect: a loopback port, and a token so that no stranger on the machine is taken for a child. */
public final class LinkServer implements Closeable {

    /** Environment variable with the address of the runner's or test JVM's server, read by the child. */
    public static final String ADDRESS_VARIABLE = "PERFBUDGET_LINK";

    private static final int TOKEN_BYTES = 16;

    private final ServerSocket socket;
    private final String token;

    /** Opens a port that the system chooses. */
    public LinkServer() throws IOException {
        socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        var random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    /** What a child needs to connect: {@code port:token}. */
    public String address() {
        return socket.getLocalPort() + ":" + token;
    }

    /**
     * Waits for the next child; strangers are turned away.
     *
     * @throws java.net.SocketTimeoutException if none comes in time
     */
    public Link accept(Duration atMost) throws IOException {
        socket.setSoTimeout(Math.toIntExact(Math.max(1, atMost.toMillis())));
        while (true) {
            var child = socket.accept();
            child.setSoTimeout(5_000);
            var presented = child.getInputStream().readNBytes(2 * TOKEN_BYTES);
            if (MessageDigest.isEqual(presented, tokenBytes(token))) {
                child.setSoTimeout(0);
                return Link.open(child);
            }
            child.close();
        }
    }

    static byte[] tokenBytes(String token) {
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
