package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must not be readable: the header that proves a client, those by which HTTP proves one, the keys of the outermost
 * resources, since who knows one of these is let in, and whatever may be one of them in the wrong place.
 */
public final class Secrets {

    public static final String MASK = "***";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VALUE = Pattern.compile("=[^&]*+");
    private static final Pattern PARAMETER = Pattern.compile("(?<=;[^/;=]{0,200})=[^/;]*+");
    private static final List<String> OF_HTTP = List.of("authorization", "proxy-authorization", "cookie");

    /** What a document that does not say so probably means to be kept. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile("(?i)auth|cookie|credential|key|otp|pass|pin|secret|session|signature|token");

    private final Set<String> headers;
    private final Set<String> members;
    private final Predicate<String> isContractPath;
    private final BiPredicate<String, String> showsMember;
    private final BiPredicate<String, String> showsHeader;

    public Secrets(Contract contract) {
        headers = Stream.concat(Stream.of(contract.headers().clientKey()), OF_HTTP.stream())
                .map(Secrets::lower)
                .collect(Collectors.toUnmodifiableSet());
        members = contract.lifecycle().resources().values().stream()
                .filter(kind -> kind.within() == null && kind.key() != null)
                .map(Resource::key)
                .map(Secrets::lower)
                .collect(Collectors.toUnmodifiableSet());
        showsMember = Declared.of(contract)::shows;
        showsHeader = new HarmlessHeaders(contract)::shows;
        isContractPath = path -> !contract.operationsAt(path).isEmpty();
    }

    private Secrets() {
        headers = Set.copyOf(OF_HTTP);
        members = Set.of();
        showsMember = (name, value) -> !SUSPICIOUS.matcher(name).find();
        showsHeader = showsMember;
        isContractPath = path -> true;
    }

    /** Those of a document that does not say what is secret: whatever is called like one. */
    public static Secrets suspected() {
        return new Secrets();
    }

    public boolean isSecretHeader(String name) {
        return headers.contains(lower(name));
    }

    /** Whether the value of a header cannot be a secret, not even one in the wrong place. */
    public boolean isHarmless(String name, String value) {
        return !isSecretHeader(name) && showsHeader.test(name, value);
    }

    public boolean isContractPath(String path) {
        return isContractPath.test(path);
    }

    /** A URL with the names of its query, and of what its path has behind semicolons, only. */
    public static String masked(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        String shown = path.indexOf(';') < 0 ? path : PARAMETER.matcher(path).replaceAll("=" + MASK);
        return query < 0 ? shown : shown + VALUE.matcher(url.substring(query)).replaceAll("=" + MASK);
    }

    /**
     * A body without its secrets.
     *
     * @param isKnown whether it is of a user's own stub, and may be shown but for the members that are secret by name; of any
     *     other body, only what the contract knows is shown
     */
    public byte[] masked(byte[] body, boolean isKnown) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isContainer()
                    ? (isKnown ? maskByName(tree) : masked(tree)).toString().getBytes(StandardCharsets.UTF_8)
                    : hidden(body, isKnown);
        } catch (JacksonException | StackOverflowError noJson) {
            return hidden(body, isKnown);
        }
    }

    /** The same without its secrets, and without texts and numbers that the contract does not know. */
    public JsonNode masked(JsonNode body) {
        return body.isContainer()
                ? maskUnknown(maskByName(body.deepCopy()), "")
                : JSON.getNodeFactory().stringNode(MASK);
    }

    private static byte[] hidden(byte[] body, boolean isKnown) {
        return isKnown || body.length == 0
                ? body
                : "(%d bytes that are no JSON object)".formatted(body.length).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode maskByName(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(name -> members.contains(lower(name)))
                    .toList()
                    .forEach(name -> object.put(name, MASK));
        }
        node.forEach(this::maskByName);
        return node;
    }

    /** @param member that the value stands in, perhaps in a list */
    private JsonNode maskUnknown(JsonNode node, String member) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> each.setValue(maskUnknown(each.getValue(), each.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, maskUnknown(array.get(at), member));
            }
        } else if (!node.isNull() && !node.isBoolean() && !showsMember.test(member, node.asString())) {
            return JSON.getNodeFactory().stringNode(MASK);
        }
        return node;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
