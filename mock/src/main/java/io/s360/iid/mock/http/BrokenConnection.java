package io.s360.iid.mock.http;

import io.s360.iid.mock.fault.Breakage;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import wiremock.org.eclipse.jetty.server.Request;

/** Breaks a connection for real, below HTTP. */
final class BrokenConnection {

    private static final String NO_HTTP = "HTTP/1.1 200 OK\r\n\u0001\u0002 this is no header, and nothing ends it";

    private BrokenConnection() {}

    /** After this the connection is gone. */
    static void breakIt(Breakage how, Request jetty, RawRequest raw) throws IOException {
        SocketChannel socket =
                (SocketChannel) jetty.getHttpChannel().getEndPoint().getTransport();
        if (how == Breakage.RESET) {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } else {
            raw.drain(); // what is not read would make a reset of the close
            if (how == Breakage.MALFORMED) {
                socket.write(ByteBuffer.wrap(NO_HTTP.getBytes(StandardCharsets.US_ASCII)));
            }
            socket.shutdownOutput();
        }
        jetty.getHttpChannel().abort(new IOException("broken on purpose"));
    }
}
