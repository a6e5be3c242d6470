package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.refusal.Secrets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The last requests as WireMock shows them, without their secrets: those that it has seen, and those that were answered
 * before it. Safe for use by several threads.
 */
final class MaskedJournal implements RequestJournalStore {

    private final Journal journal;
    private final Supplier<Secrets> secrets;
    private final String transformer;
    private final Map<UUID, ServeEvent> oldestFirst = new LinkedHashMap<>();

    /** @param transformer by which the stubs of the contract are told from the user's own */
    MaskedJournal(Journal journal, Supplier<Secrets> secrets, String transformer) {
        this.journal = journal;
        this.secrets = secrets;
        this.transformer = transformer;
    }

    @Override
    public void add(ServeEvent event) {
        ResponseDefinition response =
                event.getStubMapping() == null ? null : event.getStubMapping().getResponse();
        boolean isOfUser = response != null
                && response.wasConfigured()
                && (response.getTransformers() == null
                        || !response.getTransformers().contains(transformer));
        LoggedRequest masked = LoggedRequest.createFrom(new MaskedRequest(event.getRequest(), secrets.get(), isOfUser));
        synchronized (this) {
            oldestFirst.put(event.getId(), with(masked, event));
            if (oldestFirst.size() > Journal.PER_TENANT) {
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
        Stream<ServeEvent> direct = journal.newestFirst().stream()
                .filter(entry -> !entry.throughStubs())
                .map(DirectEvents::toEvent);
        return Stream.concat(oldestFirst.values().stream(), direct)
                .sorted(Comparator.comparing(
                                (ServeEvent event) -> event.getRequest().getLoggedDate())
                        .reversed())
                .limit(Journal.PER_TENANT);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(oldestFirst.get(id))
                .or(() -> getAll().filter(event -> event.getId().equals(id)).findFirst());
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
        journal.clear();
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
