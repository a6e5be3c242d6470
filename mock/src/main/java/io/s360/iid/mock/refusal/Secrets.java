package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must not be readable: the header that proves a client, those by which HTTP proves one, and the keys of the outermost
 * resources, since who knows one of these is let in.
 */
public final class Secrets {

    public static final String MASK = "***";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VALUE = Pattern.compile("=[^&]*+");
    private static final List<String> OF_HTTP = List.of("authorization", "proxy-authorization", "cookie");

    private final Set<String> headers;
    private final Set<String> members;
    private final Predicate<String> isContractPath;

    public Secrets(Contract contract) {
        headers = Stream.concat(Stream.of(contract.headers().clientKey()), OF_HTTP.stream())
                .map(Secrets::lower)
                .collect(Collectors.toUnmodifiableSet());
        members = contract.lifecycle().resources().values().stream()
                .filter(kind -> kind.within() == null && kind.key() != null)
                .map(Resource::key)
                .map(Secrets::lower)
                .collect(Collectors.toUnmodifiableSet());
        isContractPath = path -> !contract.operationsAt(path).isEmpty();
    }

    public boolean isSecretHeader(String name) {
        return headers.contains(lower(name));
    }

    public boolean isContractPath(String path) {
        return isContractPath.test(path);
    }

    /** A URL with the names of its query only. */
    public static String masked(String url) {
        int query = url.indexOf('?');
        return query < 0
                ? url
                : url.substring(0, query) + VALUE.matcher(url.substring(query)).replaceAll("=" + MASK);
    }

    /**
     * A body with its secret members masked.
     *
     * @param isKnown whether a body that is no JSON may be shown as it is
     */
    public byte[] masked(byte[] body, boolean isKnown) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isContainer()
                    ? masked(tree).toString().getBytes(StandardCharsets.UTF_8)
                    : hidden(body, isKnown);
        } catch (JacksonException | StackOverflowError noJson) {
            return hidden(body, isKnown);
        }
    }

    /** The same with its secret members masked. */
    public JsonNode masked(JsonNode body) {
        return maskIn(body.deepCopy());
    }

    private static byte[] hidden(byte[] body, boolean isKnown) {
        return isKnown || body.length == 0
                ? body
                : "(%d bytes that are no JSON object)".formatted(body.length).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode maskIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(name -> members.contains(lower(name)))
                    .toList()
                    .forEach(name -> object.put(name, MASK));
        }
        node.forEach(this::maskIn);
        return node;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
