package io.s360.iid.mock.journal;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import io.s360.iid.contract.Contract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** WireMock's own stores, but for the journal and the files. */
public final class MockStores extends DefaultStores {

    /** How many requests the journal keeps. */
    public static final int JOURNAL_LENGTH = 1_000;

    private final RequestJournalStore journal;
    private final Map<String, BlobStore> files = new ConcurrentHashMap<>();

    /**
     * @param root used for nothing
     * @param transformer by which the stubs of the contract are told from the user's own
     */
    public MockStores(FileSource root, Contract contract, String transformer) {
        super(root);
        this.journal = new MaskedJournal(new Secrets(contract), transformer, JOURNAL_LENGTH);
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
