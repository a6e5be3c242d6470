package io.s360.iid.server.proof.model;

import io.s360.iid.server.FakeClock;
import io.s360.iid.server.session.Tombstones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** One random history, which depends on its seed alone. It ends with the first difference. */
final class RandomHistory {

    private static final List<String> CLIENTS = List.of("A", "B", "C");
    private static final int TOLD_STEPS = 40;
    private static final int PARENTS = 4;

    private final Random random;
    private final Model model;
    private final Sessions real;
    private final FakeClock clock;
    private final Tombstones tombstones;
    private final Deque<String> steps = new ArrayDeque<>();
    private String difference = "";

    RandomHistory(long seed, Model model, Sessions real, FakeClock clock, Tombstones tombstones) {
        this.random = new Random(seed);
        this.model = model;
        this.real = real;
        this.clock = clock;
        this.tombstones = tombstones;
    }

    /** Empty if there is none; else the steps that led to it. */
    String difference() {
        return difference;
    }

    void run(int number) {
        step("open a parent", Sessions::openParent);
        for (int step = 0; step < number && difference.isEmpty(); step++) {
            step();
        }
        CLIENTS.forEach(client -> step("enable " + client, sessions -> enabled(sessions, client)));
    }

    private void step() {
        int choice = random.nextInt(100);
        if (choice < 5 && model.parents() < PARENTS) {
            step("open a parent", Sessions::openParent);
        } else if (choice < 20 || model.children() == 0) {
            String client = client();
            int parent = random.nextInt(model.parents());
            step(client + " creates under " + parent, sessions -> sessions.create(client, parent));
        } else if (choice < 40) {
            passTime();
        } else if (choice < 45) {
            rare();
        } else {
            call();
        }
    }

    private void call() {
        String client = client();
        int parent = random.nextInt(model.parents());
        int child = Math.max(0, model.children() - 1 - random.nextInt(6));
        int number = 1 + random.nextInt(2);
        String at = " child " + child + " under " + parent;
        switch (random.nextInt(6)) {
            case 0 -> step(client + " gets" + at, sessions -> sessions.get(client, parent, child));
            case 1 -> step(client + " validates" + at, sessions -> sessions.validate(client, parent, child));
            case 2 -> step(client + " logs out" + at, sessions -> sessions.logout(client, parent, child));
            case 3 ->
                step(
                        client + " adds " + number + " messages to" + at,
                        sessions -> sessions.addMessages(client, parent, child, number));
            default -> step(client + " refreshes" + at, sessions -> sessions.refresh(client, parent, child));
        }
    }

    private void rare() {
        int parent = random.nextInt(model.parents());
        int child = random.nextInt(model.children());
        String client = client();
        switch (random.nextInt(6)) {
            case 0 -> step("parent " + parent + " is left", sessions -> sessions.endParent(parent, "LOGOUT"));
            case 1 -> step("parent " + parent + " is ended", sessions -> sessions.endParent(parent, "ADMIN"));
            case 2 -> step("disable " + client, sessions -> disabled(sessions, client));
            case 3 -> step("enable " + client, sessions -> enabled(sessions, client));
            case 4 -> tombstones.sweep();
            default -> {
                if (!model.isForgotten(child)) {
                    step("child " + child + " is ended", sessions -> sessions.end(child));
                }
            }
        }
    }

    /** Mostly a little, else to a millisecond before, at or after an expiry, and sometimes far. */
    private void passTime() {
        Instant now = clock.instant();
        List<Instant> expiries =
                model.expiries().stream().filter(expiry -> expiry.isAfter(now)).toList();
        int choice = random.nextInt(20);
        if (choice < 12 || expiries.isEmpty()) {
            clock.advance(Duration.ofSeconds(random.nextInt(150)));
        } else if (choice < 19) {
            Instant expiry = expiries.get(random.nextInt(expiries.size()));
            Instant near = expiry.plusMillis(random.nextInt(3) - 1L);
            clock.moveTo(near.isAfter(now) ? near : now);
        } else {
            clock.advance(Duration.ofHours(1L + random.nextInt(40)));
        }
        note("it is " + clock.instant());
    }

    private String client() {
        return CLIENTS.get(random.nextInt(CLIENTS.size()));
    }

    private static String disabled(Sessions sessions, String client) {
        sessions.disable(client);
        return "";
    }

    private static String enabled(Sessions sessions, String client) {
        sessions.enable(client);
        return "";
    }

    private void step(String what, Function<Sessions, String> deed) {
        String expected = deed.apply(model);
        String got = deed.apply(real);
        note(what + ": " + expected);
        if (!expected.equals(got)) {
            difference = "expected " + expected + ", got " + got + " after " + String.join("; ", steps);
        }
    }

    private void note(String step) {
        steps.add(step);
        if (steps.size() > TOLD_STEPS) {
            steps.remove();
        }
    }
}
