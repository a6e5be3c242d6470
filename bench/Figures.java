package io.s360.iid.bench;

import java.time.Duration;

/** All that is taken of the peers. */
final class Figures {

    final Samples firstAnswer = new Samples();
    final Samples resident = new Samples();
    final LoadSamples mix = new LoadSamples();
    final LoadSamples logout = new LoadSamples();

    /** The figures of one kind of load. */
    static final class LoadSamples {

        final Samples rate = new Samples();
        final Samples p50 = new Samples();
        final Samples p99 = new Samples();
        final Samples cpu = new Samples();

        void add(Peer peer, Load.Result result) {
            rate.add(peer, result.rate());
            p50.add(peer, millis(result.p50()));
            p99.add(peer, millis(result.p99()));
            cpu.add(peer, result.cpuMicrosPerRequest());
        }
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
