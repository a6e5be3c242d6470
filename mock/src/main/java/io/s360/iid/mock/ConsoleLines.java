package io.s360.iid.mock;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Lines on their way to the console, written as many at a time as have come within a moment: a terminal is slower than a mock,
 * and a writer that wakes for each line takes time from the answers. None is lost; who has too many waits. Safe for use by several threads.
 */
final class ConsoleLines implements Consumer<String>, AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final String END = new String("end"); // known by its identity

    private final PrintWriter out;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer;

    ConsoleLines(PrintWriter out) {
        this.out = out;
        this.writer = new Thread(this::write, "console");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void accept(String line) {
        try {
            waiting.put(line);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until everything is written; nothing is written afterwards. */
    @Override
    public void close() {
        accept(END);
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<String> batch = new ArrayList<>();
        boolean isOpen = true;
        while (isOpen) {
            isOpen = take(batch);
            batch.forEach(line -> out.print(line + System.lineSeparator()));
            out.flush();
            batch.clear();
        }
    }

    /** Waits for lines; says whether more may come. */
    private boolean take(List<String> batch) {
        try {
            String first = waiting.take();
            batch.add(first);
            if (!isEnd(first)) {
                Thread.sleep(MOMENT.toMillis());
            }
            waiting.drainTo(batch);
            return !batch.removeIf(ConsoleLines::isEnd);
        } catch (InterruptedException hurried) {
            return false;
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isEnd(String line) {
        return line == END;
    }
}
