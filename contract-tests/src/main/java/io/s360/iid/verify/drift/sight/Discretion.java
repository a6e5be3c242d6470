package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides what of one exchange may be told: what looks like a word of an interface, and has in it no credential, no key of a
 * resource and no other datum that the caller has sent.
 */
final class Discretion {

    /** Shorter ones stand in many a word by chance. */
    private static final int SHORTEST_SECRET = 4;

    private static final int MOST_DIGITS = 4;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,47}");
    private static final Pattern SENTENCE = Pattern.compile("[^\\p{Cntrl}@/\\\\]{1,200}");
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z_]{1,24}");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Set<String> TELLING =
            Set.of("accept", "content-type", "content-length", "host", "connection", "user-agent");

    private final Set<String> secrets;

    private Discretion(Set<String> secrets) {
        this.secrets = secrets;
    }

    /** @param sent the body of the request, if it is JSON */
    static Discretion about(Exchange exchange, @Nullable JsonNode sent, Contract contract) {
        Set<String> keys = contract.lifecycle().resources().values().stream()
                .map(Resource::key)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> found = new HashSet<>(sentBeside(exchange.request()));
        if (sent != null) {
            collectKeys(sent, keys, found);
            collectData(sent, found);
        }
        JsonNode answer = exchange.response().json();
        if (answer != null) {
            collectKeys(answer, keys, found);
        }
        return new Discretion(found.stream()
                .filter(text -> text.length() >= SHORTEST_SECRET)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> sentBeside(Request request) {
        Set<String> found = request.headers().stream()
                .filter(header -> !TELLING.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(Request.Header::value)
                .collect(Collectors.toCollection(HashSet::new));
        int query = request.target().indexOf('?');
        if (query >= 0) {
            found.addAll(List.of(request.target().substring(query + 1).split("[&=]", -1)));
        }
        return found;
    }

    private static void collectKeys(JsonNode node, Set<String> keys, Set<String> found) {
        node.properties().forEach(member -> {
            if (keys.contains(member.getKey()) && member.getValue().isValueNode()) {
                found.add(member.getValue().asString());
            }
        });
        node.forEach(child -> collectKeys(child, keys, found));
    }

    private static void collectData(JsonNode node, Set<String> found) {
        boolean isText =
                node.isString() && !PLAIN_WORD.matcher(node.stringValue()).matches();
        boolean isDatum = node.isNumber() || isText;
        if (isDatum) {
            found.add(node.asString());
        }
        node.forEach(child -> collectData(child, found));
    }

    /** A name of a member or header, if it can be told. */
    Optional<String> name(String name) {
        return isFit(name, NAME) ? Optional.of(name) : Optional.empty();
    }

    /** Whether a text looks like a constant of an interface, such as a value of an enumeration. */
    boolean isConstant(String text) {
        return isFit(text, NAME);
    }

    /** Whether a text looks like a sentence that says the same to everybody, or a constant. */
    boolean isSentence(String text) {
        return isFit(text, SENTENCE) && (text.indexOf(' ') > 0 || isConstant(text));
    }

    /** Whether a text has nothing in it that the caller has sent. */
    boolean isClean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return secrets.stream().noneMatch(lower::contains);
    }

    private boolean isFit(String text, Pattern pattern) {
        return pattern.matcher(text).matches()
                && NO_DIGIT.matcher(text).replaceAll("").length() <= MOST_DIGITS
                && isClean(text);
    }
}
