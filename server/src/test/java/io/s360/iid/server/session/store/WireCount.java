package io.s360.iid.server.session.store;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * Sockets that count how often PostgreSQL's driver waits for an answer after it has said something: the round trips,
 * those of {@code begin} and {@code commit} included.
 */
public final class WireCount extends SocketFactory {

    private static final AtomicInteger TRIPS = new AtomicInteger();

    static int trips() {
        return TRIPS.get();
    }

    @Override
    public Socket createSocket() {
        return new CountingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(host, port, local, localPort);
    }

    private static final class CountingSocket extends Socket {

        private boolean said;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    heard();
                    return super.read(buffer, offset, length);
                }

                @Override
                public int read() throws IOException {
                    heard();
                    return super.read();
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    said = true;
                    out.write(buffer, offset, length);
                }

                @Override
                public void write(int single) throws IOException {
                    said = true;
                    out.write(single);
                }
            };
        }

        private void heard() {
            if (said) {
                said = false;
                TRIPS.incrementAndGet();
            }
        }
    }
}
