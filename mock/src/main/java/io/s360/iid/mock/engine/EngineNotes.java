package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.common.Notifier;
import java.util.function.Consumer;

/** What WireMock has to say. Its news quote whole requests, so only its complaints get through, and without what they quote. */
record EngineNotes(Consumer<String> log) implements Notifier {

    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {
        log.accept("WireMock: " + message.lines().findFirst().orElse(""));
    }

    @Override
    public void error(String message, Throwable fault) {
        error(message + " (" + fault.getClass().getName() + ")");
    }
}
