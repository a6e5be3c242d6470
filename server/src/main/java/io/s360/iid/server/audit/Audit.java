package io.s360.iid.server.audit;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One event a line, under the name {@code audit} of the log. */
public final class Audit {

    static final String LOGGER = "audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final String instance;

    /** @param instance which of several servers on one store writes */
    public Audit(String instance) {
        this.instance = instance;
    }

    /**
     * Writes down what has been done, or tried.
     *
     * @param action its stable name
     * @param facts about it by name, without a secret among them
     */
    public void record(String action, Map<String, String> facts) {
        LoggingEventBuilder line = LOG.atInfo().addKeyValue("action", action);
        for (Map.Entry<String, String> fact : new TreeMap<>(facts).entrySet()) {
            line = line.addKeyValue(fact.getKey(), fact.getValue());
        }
        line.addKeyValue("instance", instance).log("audit");
    }
}
