package io.s360.iid.server.proof.model;

import io.s360.iid.server.session.SessionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sessions should do, as short as it can be said: no store, no races, no failures. */
final class Model implements Sessions {

    private static final String EXPIRED = "EXPIRED";

    private final SessionSettings settings;
    private final Supplier<Instant> clock;
    private final List<One> parents = new ArrayList<>();
    private final List<One> children = new ArrayList<>();
    private final Set<String> disabled = new HashSet<>();

    Model(SessionSettings settings, Supplier<Instant> clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A session. Of a parent, the client is empty and the parent itself. */
    private static final class One {
        private final int parent;
        private final String client;
        private final Instant max;
        private Instant expires;
        private Instant extended;
        private @Nullable String ended;
        private int messages;

        One(int parent, String client, Instant now, Instant expires, Instant max) {
            this.parent = parent;
            this.client = client;
            this.extended = now;
            this.max = max;
            this.expires = earlier(expires, max);
        }

        @Nullable
        String over(Instant now) {
            return ended != null ? ended : now.isBefore(expires) ? null : EXPIRED;
        }

        void extend(Instant now, Instant until) {
            Instant wanted = earlier(until, max);
            expires = wanted.isAfter(expires) ? wanted : expires;
            extended = now;
        }

        @Override
        public String toString() {
            return "until " + expires + " of " + max;
        }
    }

    @Override
    public String openParent() {
        Instant now = clock.get();
        One parent = new One(
                parents.size(),
                "",
                now,
                now.plus(settings.parent().idle()),
                now.plus(settings.parent().atMost()));
        parents.add(parent);
        return parent.toString();
    }

    @Override
    public String endParent(int parent, String reason) {
        return parentRefusal(parent).orElseGet(() -> {
            parents.get(parent).ended = reason;
            endAll("PARENT_ENDED", child -> child.parent == parent);
            return "ended";
        });
    }

    @Override
    public String create(String client, int parent) {
        return parentRefusal(parent).orElseGet(() -> {
            Instant now = clock.get();
            List<One> active = children.stream()
                    .filter(child -> child.parent == parent && child.over(now) == null)
                    .toList();
            long own =
                    active.stream().filter(child -> child.client.equals(client)).count();
            if (active.size() >= settings.childrenPerParent() || own >= settings.childrenPerClient()) {
                return "SessionLimitReached";
            }
            One above = parents.get(parent);
            above.extend(now, now.plus(settings.parent().idle()));
            Instant max = earlier(now.plus(settings.child().atMost()), above.max);
            One child = new One(parent, client, now, now.plus(settings.child().idle()), max);
            children.add(child);
            return child.toString();
        });
    }

    @Override
    public String get(String client, int parent, int child) {
        return refusal(client, parent, child)
                .orElseGet(() -> children.get(child).toString());
    }

    @Override
    public String refresh(String client, int parent, int child) {
        return refusal(client, parent, child).orElseGet(() -> {
            Instant now = clock.get();
            One above = parents.get(parent);
            if (!above.extended.isAfter(now.minus(settings.parentExtendedAtMostEvery()))) {
                above.extend(now, now.plus(settings.parent().idle()));
            }
            children.get(child).extend(now, now.plus(settings.child().idle()));
            return children.get(child).toString();
        });
    }

    @Override
    public String validate(String client, int parent, int child) {
        return refusal(client, parent, child)
                .map(why -> "not valid")
                .orElseGet(() -> children.get(child).toString());
    }

    @Override
    public String logout(String client, int parent, int child) {
        return refusal(client, parent, child).orElseGet(() -> {
            children.get(child).ended = "LOGOUT";
            return "ended";
        });
    }

    @Override
    public String addMessages(String client, int parent, int child, int number) {
        return refusal(client, parent, child).orElseGet(() -> {
            One one = children.get(child);
            if (one.messages + number > settings.messagesPerChild()) {
                return "MessageLimitReached";
            }
            one.messages += number;
            return "from " + (one.messages - number + 1);
        });
    }

    @Override
    public String end(int child) {
        return Optional.ofNullable(over(child)).map(Model::refusal).orElseGet(() -> {
            children.get(child).ended = "ADMIN";
            return "ended";
        });
    }

    @Override
    public void disable(String client) {
        disabled.add(client);
        endAll("CLIENT_DISABLED", child -> child.client.equals(client));
    }

    @Override
    public void enable(String client) {
        if (disabled.remove(client)) {
            endAll("CLIENT_DISABLED", child -> child.client.equals(client));
        }
    }

    private void endAll(String reason, Predicate<One> which) {
        for (int child = 0; child < children.size(); child++) {
            boolean isUnended =
                    reason.equals("PARENT_ENDED") ? children.get(child).over(clock.get()) == null : over(child) == null;
            if (which.test(children.get(child)) && isUnended) {
                children.get(child).ended = reason;
            }
        }
    }

    private @Nullable String over(int child) {
        One one = children.get(child);
        String own = one.over(clock.get());
        String above = parents.get(one.parent).over(clock.get());
        return own != null || above == null ? own : above.equals(EXPIRED) ? EXPIRED : "PARENT_ENDED";
    }

    private Optional<String> parentRefusal(int parent) {
        One one = parents.get(parent);
        return isForgotten(one)
                ? Optional.of("SessionInvalid")
                : Optional.ofNullable(one.over(clock.get())).map(Model::refusal);
    }

    private Optional<String> refusal(String client, int parent, int child) {
        One one = children.get(child);
        if (isForgotten(parents.get(parent))) {
            return Optional.of("SessionInvalid");
        }
        return one.parent != parent || !one.client.equals(client) || isForgotten(one)
                ? Optional.of("ChildSessionNotFound")
                : Optional.ofNullable(over(child)).map(Model::refusal);
    }

    /** Whether nobody can tell it from one that never was. */
    boolean isForgotten(int child) {
        return isForgotten(children.get(child));
    }

    private boolean isForgotten(One one) {
        Duration remembered =
                one.client.isEmpty() ? settings.parentRememberedAfterExpiry() : settings.childRememberedAfterExpiry();
        return !clock.get().isBefore(one.expires.plus(remembered));
    }

    List<Instant> expiries() {
        return Stream.concat(parents.stream(), children.stream())
                .map(one -> one.expires)
                .toList();
    }

    int parents() {
        return parents.size();
    }

    int children() {
        return children.size();
    }

    private static String refusal(String reason) {
        return switch (reason) {
            case "LOGOUT" -> "AlreadyLoggedOut";
            case EXPIRED -> "SessionExpired";
            default -> "SessionEnded";
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
