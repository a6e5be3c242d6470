package io.s360.iid.mock.tenant;

import io.s360.iid.mock.answer.Served;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * All tenants of a mock. Each is made by its first use and forgotten after a day without one; when there are too many, the one
 * that has not been used for the longest time goes. Safe for use by several threads.
 */
public final class Tenants {

    /** How many a mock has at the same time. */
    public static final int MOST = 500;

    /** The name that stands for a tenant that lives as long as one request. */
    public static final String NEW = "new";

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}");

    private final InstantSource machine;
    private final Function<String, Supplier<UUID>> ids;
    private final Consumer<String> whenForgotten;
    private final Map<String, Tenant> byName = new ConcurrentHashMap<>();
    private volatile Served served;

    /**
     * @param ids gives the ids of a tenant of this name, from their start
     * @param whenForgotten is told the name of each tenant that goes
     */
    public Tenants(
            Served served,
            InstantSource machine,
            Function<String, Supplier<UUID>> ids,
            Consumer<String> whenForgotten) {
        this.served = served;
        this.machine = machine;
        this.ids = ids;
        this.whenForgotten = whenForgotten;
    }

    /** What a name is, for people. */
    public static final String NAMES = "1 to 64 of A-Z a-z 0-9 . _ - and neither . nor ..";

    /** Whether a tenant can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The tenant of this name, which is in use by that.
     *
     * @throws IllegalArgumentException if it is no name, see {@link #isName}
     */
    public Tenant use(String name) {
        Tenant known = byName.get(name);
        if (known != null && isForgotten(known)) {
            forget(known);
            known = null;
        }
        Tenant used = known == null ? make(name) : known;
        used.use();
        return used;
    }

    /** All, the last used first. */
    public List<Tenant> all() {
        List<Tenant> all = new ArrayList<>(byName.values());
        all.sort((one, other) -> other.lastUsedAt().compareTo(one.lastUsedAt()));
        return all;
    }

    /** Nobody of this name is left; the next use makes a new one. */
    public synchronized void forget(String name) {
        if (byName.remove(name) != null) {
            whenForgotten.accept(name);
        }
    }

    /**
     * All tenants live on with their resources in what is served from now on.
     *
     * @return what could not come along, and why, by the names of those tenants that have lost something
     */
    public synchronized Map<String, List<String>> serve(Served changed) {
        served = changed;
        Map<String, List<String>> dropped = new TreeMap<>();
        for (Tenant tenant : byName.values()) {
            List<String> lost = tenant.moveTo(changed);
            if (!lost.isEmpty()) {
                dropped.put(tenant.name(), lost);
            }
        }
        return dropped;
    }

    private synchronized Tenant make(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a tenant");
        }
        Tenant made = new Tenant(name, machine, ids, served);
        if (name.equals(NEW)) {
            return made;
        }
        Tenant earlier = byName.putIfAbsent(name, made);
        if (earlier != null) {
            return earlier;
        }
        forgetUnused();
        return made;
    }

    private void forgetUnused() {
        int room = byName.containsKey(Tenant.DEFAULT) ? MOST - 1 : MOST;
        for (Tenant tenant : all()) {
            if (!tenant.name().equals(Tenant.DEFAULT) && (--room < 0 || isForgotten(tenant))) {
                forget(tenant);
            }
        }
    }

    /** Not another one of its name, which somebody has made in the meantime. */
    private synchronized void forget(Tenant gone) {
        if (byName.remove(gone.name(), gone)) {
            whenForgotten.accept(gone.name());
        }
    }

    /** Whoever names no tenant finds what they left, however long ago. */
    private boolean isForgotten(Tenant tenant) {
        return !tenant.name().equals(Tenant.DEFAULT)
                && tenant.lastUsedAt().isBefore(machine.instant().minus(REMEMBERED));
    }
}
