package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.refusal.Secrets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** WireMock's own stores, but for the journal and the files. */
final class MockStores extends DefaultStores {

    private final RequestJournalStore journal;
    private final Map<String, BlobStore> files = new ConcurrentHashMap<>();

    /**
     * @param root used for nothing
     * @param transformer by which the stubs of the contract are told from the user's own
     */
    MockStores(FileSource root, Journal journal, Supplier<Secrets> secrets, String transformer) {
        super(root);
        this.journal = new MaskedJournal(journal, secrets, transformer);
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }

    @Override
    public BlobStore getBlobStore(String name) {
        return files.computeIfAbsent(name, folder -> new InMemoryFiles());
    }
}
