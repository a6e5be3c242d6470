package io.s360.iid.mock.journal;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The last requests, without their secrets. Safe for use by several threads. */
final class MaskedJournal implements RequestJournalStore {

    private final Secrets secrets;
    private final String transformer;
    private final int longest;
    private final Map<UUID, ServeEvent> oldestFirst = new LinkedHashMap<>();

    /** @param transformer by which the stubs of the contract are told from the user's own */
    MaskedJournal(Secrets secrets, String transformer, int longest) {
        this.secrets = secrets;
        this.transformer = transformer;
        this.longest = longest;
    }

    @Override
    public void add(ServeEvent event) {
        ResponseDefinition response =
                event.getStubMapping() == null ? null : event.getStubMapping().getResponse();
        boolean isOfUser = response != null
                && response.wasConfigured()
                && (response.getTransformers() == null
                        || !response.getTransformers().contains(transformer));
        LoggedRequest masked = LoggedRequest.createFrom(new MaskedRequest(event.getRequest(), secrets, isOfUser));
        synchronized (this) {
            oldestFirst.put(event.getId(), with(masked, event));
            if (oldestFirst.size() > longest) {
                removeLast();
            }
        }
    }

    /** The same event, further on its way. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        oldestFirst.computeIfPresent(id, (same, earlier) -> with(earlier.getRequest(), event));
    }

    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> newestFirst = new ArrayList<>(oldestFirst.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream();
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(oldestFirst.get(id));
    }

    @Override
    public synchronized void remove(UUID id) {
        oldestFirst.remove(id);
    }

    /** What WireMock calls last is the oldest. */
    @Override
    public synchronized void removeLast() {
        oldestFirst.keySet().stream().findFirst().ifPresent(oldestFirst::remove);
    }

    @Override
    public synchronized void clear() {
        oldestFirst.clear();
    }

    /** Without WireMock's remarks, which quote the request. */
    private static ServeEvent with(LoggedRequest request, ServeEvent event) {
        return new ServeEvent(
                event.getId(),
                request,
                event.getStubMapping(),
                event.getResponseDefinition(),
                event.getResponse(),
                false,
                event.getTiming(),
                new ArrayDeque<>());
    }
}
