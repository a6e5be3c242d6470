package io.s360.iid.verify.drift;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.drift.passage.Passage;
import io.s360.iid.verify.drift.proposal.Proposals;
import io.s360.iid.verify.drift.sight.Look;
import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Onlooker;
import io.s360.iid.verify.drift.sight.Sample;
import io.s360.iid.verify.exchange.Exchange;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;

/** Stands between callers and an address, and looks at what they say to each other by a contract. */
public final class Watch implements AutoCloseable {

    private final ContractFiles files;
    private final Passage.Setting setting;
    private final Onlooker onlooker;
    private final Ledger ledger;
    private final Consumer<Observed> news;
    private final Runnable afterEach;
    private final Passage passage;

    private Watch(
            Contract contract,
            ContractFiles files,
            Passage.Setting setting,
            Consumer<Observed> news,
            Runnable afterEach)
            throws IOException {
        this.files = files;
        this.setting = setting;
        this.onlooker = new Onlooker(contract);
        this.ledger = new Ledger(new Sample(contract, setting.upstream()));
        this.news = news;
        this.afterEach = afterEach;
        this.passage = Passage.open(setting, this::look, this::miss);
    }

    /**
     * Begins to watch.
     *
     * @param files of the contract
     * @param news is told of each cause when it is met first; by several threads
     * @param afterEach is run when a request has had its answer, whoever gave it; by several threads
     * @throws IOException if the address or the port cannot be had
     */
    public static Watch begin(ContractFiles files, Passage.Setting setting, Consumer<Observed> news, Runnable afterEach)
            throws IOException {
        return new Watch(ContractReader.read(files, ContractReader.ROOT), files, setting, news, afterEach);
    }

    private void look(Exchange exchange) {
        try {
            Look look = onlooker.look(exchange);
            ledger.enter(look, exchange.request()).forEach(news);
        } finally {
            afterEach.run();
        }
    }

    private void miss() {
        ledger.enterUnanswered();
        afterEach.run();
    }

    /** Where to send what is meant for the watched address. */
    public URI baseUri() {
        return passage.baseUri();
    }

    /** What was seen so far, and the change of the contract that would make it vanish. */
    public WatchReport report() {
        Ledger.Account account = ledger.account();
        return new WatchReport(
                setting.upstream(), account, new Proposals(files, account.statuses()).propose(account.causes()));
    }

    /** Ends the watch: who waits for an answer gets it first, and is looked at. */
    public WatchReport end() {
        passage.close();
        return report();
    }

    /** Lets nobody in any more; who waits for an answer gets it, and is looked at. */
    @Override
    public void close() {
        passage.close();
    }
}
